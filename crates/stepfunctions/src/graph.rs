//! Graphs: all states that can be reached from the first one, and those inside of them.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{Diagnostic, Duration, IConstruct, Json, Object};

use crate::query_language::QueryLanguage;
use crate::state::{State, put};

/// The states that can be reached from one. Handles are cheap to clone.
#[derive(Clone)]
pub(crate) struct StateGraph {
    inner: Rc<Inner>,
}

struct Inner {
    start: State,
    description: String,
    timeout: Cell<Option<Duration>>,
    states: RefCell<Vec<State>>,
    /// The ids of its states and of those in graphs inside.
    contained: RefCell<Vec<(String, StateGraph)>>,
    outer: RefCell<Option<StateGraph>>,
}

impl PartialEq for StateGraph {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl fmt::Debug for StateGraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.inner.description)
    }
}

impl StateGraph {
    #[track_caller]
    pub(crate) fn new(start: &State, description: String) -> Self {
        let inner = Inner {
            start: start.clone(),
            description,
            timeout: Cell::default(),
            states: RefCell::default(),
            contained: RefCell::default(),
            outer: RefCell::default(),
        };
        let graph = Self { inner: Rc::new(inner) };
        graph.bind(start);
        graph
    }

    pub(crate) fn set_timeout(&self, timeout: Option<Duration>) {
        self.inner.timeout.set(timeout);
    }

    /// Takes in a state, and all that it is connected with, depth first.
    #[track_caller]
    pub(crate) fn bind(&self, start: &State) {
        let mut pending = vec![start.clone()];
        while let Some(state) = pending.pop() {
            state.bind_branches();
            match state.graph() {
                Some(known) if known == *self => continue,
                Some(known) => {
                    let message = format!("the state `{}` is in two places: {self:?} and {known:?}", state.state_id());
                    state.node().report(
                        Diagnostic::error("stepfunctions::state-in-other-graph", message)
                            .help("make a state for each place"),
                    );
                    continue;
                }
                None => state.set_graph(self),
            }
            self.inner.states.borrow_mut().push(state.clone());
            self.register(state.state_id(), self, &state);
            for inside in state.graphs_inside() {
                inside.set_outer(self, &state);
            }
            let mut connected = state.incoming();
            connected.extend(state.outgoing(true));
            pending.extend(connected.into_iter().rev());
        }
    }

    /// Makes this graph one that is inside of another.
    #[track_caller]
    pub(crate) fn set_outer(&self, outer: &StateGraph, state: &State) {
        let known = self.inner.outer.borrow().clone();
        if known.is_some() {
            return;
        }
        *self.inner.outer.borrow_mut() = Some(outer.clone());
        let contained = self.inner.contained.borrow().clone();
        for (id, graph) in contained {
            outer.register(id, &graph, state);
        }
    }

    /// Ids are unique in the whole state machine:
    /// <https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-common-fields.html>.
    #[track_caller]
    fn register(&self, id: String, graph: &StateGraph, state: &State) {
        let mut at = self.clone();
        loop {
            let outer = at.inner.outer.borrow().clone();
            match outer {
                Some(outer) => at = outer,
                None => break,
            }
        }
        let mut contained = at.inner.contained.borrow_mut();
        if let Some((_, known)) = contained.iter().find(|(known, _)| *known == id) {
            let message = format!("two states have the name `{id}`: in {graph:?} and in {known:?}");
            state.node().report(
                Diagnostic::error("stepfunctions::state-name", message).help("give one of them another `state_name`"),
            );
            return;
        }
        contained.push((id, graph.clone()));
    }

    pub(crate) fn to_json(&self, language: Option<QueryLanguage>) -> Object {
        let mut states = Object::new();
        for state in self.inner.states.borrow().iter() {
            states.insert(state.state_id(), Json::Object(state.to_json(language)));
        }
        let mut json = Object::new();
        json.insert("StartAt", self.inner.start.state_id());
        json.insert("States", Json::Object(states));
        put(&mut json, "TimeoutSeconds", self.inner.timeout.get().and_then(|timeout| timeout.to_seconds().ok()));
        json
    }
}
