//! What states have in common: their data, and how they are connected.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{Construct, Diagnostic, IConstruct, Json, Node, Object, Value};

use crate::condition::Condition;
use crate::graph::StateGraph;
use crate::path::StatePath;
use crate::query_language::QueryLanguage;
use crate::retry::{CatchProps, RetryProps};
use crate::states::{ChoiceTransitionOptions, Kind};

/// What most states can be given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Props {
    pub(crate) state_name: Option<String>,
    pub(crate) comment: Option<Value<String>>,
    pub(crate) query_language: Option<QueryLanguage>,
    pub(crate) input_path: Option<StatePath>,
    pub(crate) output_path: Option<StatePath>,
    pub(crate) result_path: Option<StatePath>,
    pub(crate) parameters: Option<Json>,
    pub(crate) result_selector: Option<Json>,
    pub(crate) arguments: Option<Json>,
    pub(crate) outputs: Option<Json>,
    pub(crate) assign: Option<Json>,
}

/// One way out of a choice.
pub(crate) struct ChoiceTransition {
    condition: Condition,
    next: State,
    options: ChoiceTransitionOptions,
}

#[derive(Default)]
struct Connections {
    next: Option<State>,
    default: Option<State>,
    choices: Vec<ChoiceTransition>,
    retries: Vec<RetryProps>,
    catches: Vec<(State, CatchProps)>,
    incoming: Vec<State>,
    /// Branches of a parallel state that have no graph yet.
    new_branches: Vec<State>,
    branches: Vec<StateGraph>,
    iterator: Option<StateGraph>,
    processor: Option<StateGraph>,
    graph: Option<StateGraph>,
    prefixes: Vec<String>,
}

struct Inner {
    construct: Construct,
    props: Props,
    kind: Kind,
    connections: RefCell<Connections>,
}

/// A state of any kind. Handles are cheap to clone; clones are the same state.
#[derive(Clone)]
pub struct State {
    inner: Rc<Inner>,
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "State({})", self.state_id())
    }
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl IConstruct for State {
    fn node(&self) -> &Node {
        self.inner.construct.node()
    }
}

impl State {
    /// A state below a scope. Errors: `stepfunctions::json-path`, and those of ids.
    #[track_caller]
    pub(crate) fn new(scope: &Node, id: &str, type_name: &'static str, props: Props, kind: Kind) -> Self {
        let construct = Construct::of_type(scope, id, type_name);
        for path in [&props.input_path, &props.output_path, &props.result_path].into_iter().flatten() {
            path.check(construct.node());
        }
        let inner = Inner { construct, props, kind, connections: RefCell::default() };
        Self { inner: Rc::new(inner) }
    }

    /// The name of the state in the state machine: the given one, else the construct's id, after prefixes.
    pub fn state_id(&self) -> String {
        let mut id = self.inner.connections.borrow().prefixes.concat();
        id += &self.inner.props.state_name.clone().unwrap_or_else(|| self.node().construct_id());
        id
    }

    /// Puts text before the name of the state.
    pub fn add_prefix(&self, prefix: &str) {
        if !prefix.is_empty() {
            self.inner.connections.borrow_mut().prefixes.insert(0, prefix.to_owned());
        }
    }

    pub(crate) fn kind(&self) -> &Kind {
        &self.inner.kind
    }

    pub(crate) fn props(&self) -> &Props {
        &self.inner.props
    }

    fn change(&self, change: impl FnOnce(&mut Connections)) {
        change(&mut self.inner.connections.borrow_mut());
    }

    /// Says that a state can be reached from this one: it is in the same graph.
    #[track_caller]
    fn reach(&self, other: &State) {
        other.change(|connections| connections.incoming.push(self.clone()));
        if let Some(graph) = self.graph() {
            graph.bind(other);
        }
    }

    #[track_caller]
    pub(crate) fn make_next(&self, next: &State) {
        if let Some(known) = &self.inner.connections.borrow().next {
            let message = format!("`{}` is followed by `{}` already", self.state_id(), known.state_id());
            self.node().report(
                Diagnostic::error("stepfunctions::state-has-next", message).help("call `next` once for each state"),
            );
            return;
        }
        self.change(|connections| connections.next = Some(next.clone()));
        self.reach(next);
    }

    #[track_caller]
    pub(crate) fn make_default(&self, default: &State) {
        if let Some(known) = &self.inner.connections.borrow().default {
            let message = format!("`{}` goes on to `{}` already, if nothing fits", self.state_id(), known.state_id());
            self.node()
                .report(Diagnostic::error("stepfunctions::state-has-default", message).help("call `otherwise` once"));
            return;
        }
        self.change(|connections| connections.default = Some(default.clone()));
    }

    pub(crate) fn has_default(&self) -> bool {
        self.inner.connections.borrow().default.is_some()
    }

    #[track_caller]
    pub(crate) fn add_choice(&self, condition: Condition, next: &State, options: ChoiceTransitionOptions) {
        condition.check(self.node());
        self.change(|connections| {
            connections.choices.push(ChoiceTransition { condition, next: next.clone(), options });
        });
        self.reach(next);
    }

    #[track_caller]
    pub(crate) fn add_retry(&self, retry: RetryProps) {
        retry.check(self.node());
        self.change(|connections| connections.retries.push(retry));
    }

    #[track_caller]
    pub(crate) fn add_catch(&self, handler: &State, catch: CatchProps) {
        catch.check(self.node());
        self.change(|connections| connections.catches.push((handler.clone(), catch)));
        self.reach(handler);
    }

    pub(crate) fn add_branch(&self, branch: &State) {
        self.change(|connections| connections.new_branches.push(branch.clone()));
    }

    /// Makes graphs of the branches that were added since.
    #[track_caller]
    pub(crate) fn bind_branches(&self) {
        let branches = std::mem::take(&mut self.inner.connections.borrow_mut().new_branches);
        for branch in branches {
            let number = self.inner.connections.borrow().branches.len() + 1;
            let graph = StateGraph::new(&branch, format!("branch {number} of `{}`", self.state_id()));
            self.change(|connections| connections.branches.push(graph.clone()));
            self.put_inside(&graph);
        }
    }

    #[track_caller]
    pub(crate) fn set_iterator(&self, start: &State) {
        let graph = StateGraph::new(start, format!("the iterator of `{}`", self.state_id()));
        self.change(|connections| connections.iterator = Some(graph.clone()));
        self.put_inside(&graph);
    }

    #[track_caller]
    pub(crate) fn set_processor(&self, start: &State) {
        let graph = StateGraph::new(start, format!("the item processor of `{}`", self.state_id()));
        self.change(|connections| connections.processor = Some(graph.clone()));
        self.put_inside(&graph);
    }

    #[track_caller]
    fn put_inside(&self, graph: &StateGraph) {
        if let Some(outer) = self.graph() {
            graph.set_outer(&outer, self);
        }
    }

    pub(crate) fn graph(&self) -> Option<StateGraph> {
        self.inner.connections.borrow().graph.clone()
    }

    pub(crate) fn set_graph(&self, graph: &StateGraph) {
        self.change(|connections| connections.graph = Some(graph.clone()));
    }

    pub(crate) fn incoming(&self) -> Vec<State> {
        self.inner.connections.borrow().incoming.clone()
    }

    pub(crate) fn branches(&self) -> Vec<StateGraph> {
        self.inner.connections.borrow().branches.clone()
    }

    pub(crate) fn has_branches(&self) -> bool {
        let connections = self.inner.connections.borrow();
        !connections.branches.is_empty() || !connections.new_branches.is_empty()
    }

    pub(crate) fn iterator(&self) -> Option<StateGraph> {
        self.inner.connections.borrow().iterator.clone()
    }

    pub(crate) fn processor(&self) -> Option<StateGraph> {
        self.inner.connections.borrow().processor.clone()
    }

    pub(crate) fn graphs_inside(&self) -> Vec<StateGraph> {
        self.branches().into_iter().chain(self.iterator()).chain(self.processor()).collect()
    }

    /// The states that can follow directly.
    pub(crate) fn outgoing(&self, include_error_handlers: bool) -> Vec<State> {
        let connections = self.inner.connections.borrow();
        let mut states: Vec<State> = connections.next.iter().chain(&connections.default).cloned().collect();
        states.extend(connections.choices.iter().map(|choice| choice.next.clone()));
        if include_error_handlers {
            states.extend(connections.catches.iter().map(|(handler, _)| handler.clone()));
        }
        states
    }

    /// The states that can be reached and have no way out.
    pub(crate) fn reachable_ends(&self, include_error_handlers: bool) -> Vec<State> {
        let (mut visited, mut ends) = (Vec::new(), Vec::new());
        let mut queue = VecDeque::from([self.clone()]);
        while let Some(state) = queue.pop_front() {
            if visited.contains(&state) {
                continue;
            }
            visited.push(state.clone());
            let outgoing = state.outgoing(include_error_handlers);
            if outgoing.is_empty() {
                ends.push(state);
            }
            queue.extend(outgoing);
        }
        ends
    }

    /// The state as the definition has it.
    pub(crate) fn to_json(&self, language: Option<QueryLanguage>) -> Object {
        let mut json = Object::new();
        self.inner.kind.render(self, language, &mut json);
        json
    }

    /// The language in which this state is written.
    pub(crate) fn language(&self, top_level: Option<QueryLanguage>) -> QueryLanguage {
        self.props().query_language.or(top_level).unwrap_or(QueryLanguage::JsonPath)
    }

    pub(crate) fn put_query_language(&self, top_level: Option<QueryLanguage>, json: &mut Object) {
        let (own, top_level) = (self.props().query_language, top_level.unwrap_or(QueryLanguage::JsonPath));
        if top_level == QueryLanguage::Jsonata && own == Some(QueryLanguage::JsonPath) {
            self.node().report(
                Diagnostic::error(
                    "stepfunctions::query-language",
                    format!("`{}` is in JSONPath, and the state machine in JSONata", self.state_id()),
                )
                .help("leave `query_language` of the state machine out, and set that of the states in JSONata")
                .at(self.node().location()),
            );
        }
        if top_level == QueryLanguage::JsonPath && own == Some(QueryLanguage::Jsonata) {
            json.insert("QueryLanguage", QueryLanguage::Jsonata.as_str());
        }
    }

    pub(crate) fn put_comment(&self, json: &mut Object) {
        put(json, "Comment", self.props().comment.clone());
    }

    pub(crate) fn put_result_path(&self, json: &mut Object) {
        put(json, "ResultPath", self.props().result_path.as_ref().map(StatePath::to_json));
    }

    pub(crate) fn put_input_output(&self, json: &mut Object) {
        let props = self.props();
        put(json, "InputPath", props.input_path.as_ref().map(StatePath::to_json));
        put(json, "Parameters", props.parameters.clone());
        put(json, "OutputPath", props.output_path.as_ref().map(StatePath::to_json));
        put(json, "Arguments", props.arguments.clone());
        put(json, "Output", props.outputs.clone());
    }

    pub(crate) fn put_next(&self, json: &mut Object) {
        match &self.inner.connections.borrow().next {
            Some(next) => json.insert("Next", next.state_id()),
            None => json.insert("End", true),
        };
    }

    pub(crate) fn put_assign(&self, json: &mut Object) {
        put(json, "Assign", self.props().assign.clone());
    }

    pub(crate) fn put_result_selector(&self, json: &mut Object) {
        put(json, "ResultSelector", self.props().result_selector.clone());
    }

    /// What catches all errors comes last, since the first that fits is taken.
    pub(crate) fn put_retries_and_catches(&self, json: &mut Object) {
        let connections = self.inner.connections.borrow();
        let mut retries: Vec<_> = connections.retries.iter().collect();
        retries.sort_by_key(|retry| retry.catches_all());
        if !retries.is_empty() {
            json.insert("Retry", Json::List(retries.into_iter().map(RetryProps::to_json).collect()));
        }
        let mut catches: Vec<_> = connections.catches.iter().collect();
        catches.sort_by_key(|(_, catch)| catch.catches_all());
        if !catches.is_empty() {
            let language = self.language(None);
            let catches = catches.into_iter().map(|(handler, catch)| catch.to_json(handler, language));
            json.insert("Catch", Json::List(catches.collect()));
        }
    }

    pub(crate) fn put_choices(&self, json: &mut Object) {
        let language = self.language(None);
        let connections = self.inner.connections.borrow();
        if !connections.choices.is_empty() {
            let choices = connections.choices.iter().map(|choice| {
                let mut json = choice.condition.to_json();
                choice.options.put(language, &mut json, &choice.next);
                Json::Object(json)
            });
            json.insert("Choices", Json::List(choices.collect()));
        }
        put(json, "Default", connections.default.as_ref().map(State::state_id));
    }
}

/// Sets a key if there is a value.
pub(crate) fn put(json: &mut Object, key: &str, value: Option<impl Into<Value<Json>>>) {
    if let Some(value) = value {
        json.insert(key, value);
    }
}
