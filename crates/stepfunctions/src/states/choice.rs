//! States that choose the next one.

use aws_cdk_core::{Diagnostic, IConstruct, Json, Node, Object, Value};

use super::{Kind, head, setters, state_handle};
use crate::chain::{Chain, IChainable, Nextable, NextableKind};
use crate::condition::Condition;
use crate::query_language::QueryLanguage;
use crate::state::{Props, State, put};

/// What else happens on one way out of a choice.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct ChoiceTransitionOptions {
    comment: Option<Value<String>>,
    outputs: Option<Json>,
    assign: Option<Json>,
}

impl ChoiceTransitionOptions {
    /// Nothing else.
    pub fn new() -> Self {
        Self::default()
    }

    /// What the way is for. Default: none.
    pub fn comment(mut self, value: impl Into<Value<String>>) -> Self {
        self.comment = Some(value.into());
        self
    }

    /// What the next state gets; JSONata. Default: the input.
    pub fn outputs(mut self, value: impl Into<Value<Json>>) -> Self {
        self.outputs = Some(value.into().into_json());
        self
    }

    /// The variables that are set. Default: none.
    pub fn assign(mut self, value: impl Into<Value<Json>>) -> Self {
        self.assign = Some(value.into().into_json());
        self
    }

    pub(crate) fn put(&self, language: QueryLanguage, json: &mut Object, next: &State) {
        if language == QueryLanguage::Jsonata {
            put(json, "Output", self.outputs.clone());
        }
        put(json, "Assign", self.assign.clone());
        json.insert("Next", next.state_id());
        put(json, "Comment", self.comment.clone());
    }
}

/// From where a chain goes on after a choice.
#[must_use]
#[derive(Clone, Copy, Debug, Default)]
pub struct AfterwardsOptions {
    include_error_handlers: bool,
    include_otherwise: bool,
}

impl AfterwardsOptions {
    /// From the ends of all ways out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether also from the ends of what takes care of errors. Default: false.
    pub fn include_error_handlers(mut self, value: bool) -> Self {
        self.include_error_handlers = value;
        self
    }

    /// Whether also from the choice itself, if nothing fits. Default: false.
    pub fn include_otherwise(mut self, value: bool) -> Self {
        self.include_otherwise = value;
        self
    }
}

/// Chooses the next state.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_stepfunctions::{AfterwardsOptions, Choice, Condition, Pass};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let (large, small, done) = (Pass::new(&stack, "Large"), Pass::new(&stack, "Small"), Pass::new(&stack, "Done"));
/// let choice = Choice::new(&stack, "Size");
/// choice.when(Condition::number_greater_than("$.total", 100), &large).otherwise(&small);
/// let chain = choice.afterwards(AfterwardsOptions::new()).next(&done); // after both
/// ```
#[derive(Clone, Debug)]
pub struct Choice {
    state: State,
}

state_handle!(Choice);

impl Choice {
    /// A choice without any way out yet.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a state with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> ChoiceBuilder {
        ChoiceBuilder { scope: scope.node().clone(), id: id.into(), props: Props::default() }
    }

    /// Starts a state in JSONata.
    pub fn jsonata(scope: &impl IConstruct, id: impl Into<String>) -> ChoiceBuilder {
        Self::builder(scope, id).query_language(QueryLanguage::Jsonata)
    }

    /// Goes on to a state or chain if a condition holds, and none before it. Errors: those of conditions.
    #[track_caller]
    pub fn when(&self, condition: Condition, next: &dyn IChainable) -> &Self {
        self.when_with(condition, next, ChoiceTransitionOptions::new())
    }

    /// As [`Choice::when`], with more that happens then.
    #[track_caller]
    pub fn when_with(&self, condition: Condition, next: &dyn IChainable, options: ChoiceTransitionOptions) -> &Self {
        self.state.add_choice(condition, &next.start_state(), options);
        self
    }

    /// Goes on to a state or chain if no condition holds. A second one is the error `stepfunctions::state-has-default`.
    #[track_caller]
    pub fn otherwise(&self, default: &dyn IChainable) -> &Self {
        self.state.make_default(&default.start_state());
        self
    }

    /// A chain that goes on after all ways out that do not end. Options that include `otherwise`, where there is one, are the
    /// error `stepfunctions::state-has-default`.
    #[track_caller]
    pub fn afterwards(&self, options: AfterwardsOptions) -> Chain {
        let ends = self.state.reachable_ends(options.include_error_handlers);
        let mut ends: Vec<Nextable> =
            ends.iter().filter(|state| state.kind().can_have_next()).map(Nextable::after).collect();
        if options.include_otherwise {
            if self.state.has_default() {
                self.node().report(
                    Diagnostic::error(
                        "stepfunctions::state-has-default",
                        format!("`{}` goes on to another state already, if nothing fits", self.state_id()),
                    )
                    .help("leave `include_otherwise` or `otherwise` out"),
                );
            }
            ends.push(Nextable { kind: NextableKind::DefaultOf(self.state.clone()) });
        }
        Chain::custom(self.state.clone(), ends, self)
    }
}

/// Builds a [`Choice`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ChoiceBuilder {
    scope: Node,
    id: String,
    props: Props,
}

impl ChoiceBuilder {
    setters!(comment, state_name, query_language, input_path, output_path, outputs, assign);

    /// Adds the state. Errors: `stepfunctions::json-path`, and those of ids.
    #[track_caller]
    pub fn build(self) -> Choice {
        let type_name = "aws-cdk-stepfunctions.Choice";
        Choice { state: State::new(&self.scope, &self.id, type_name, self.props, Kind::Choice) }
    }
}

pub(super) fn render(state: &State, language: Option<QueryLanguage>, json: &mut Object) {
    head(state, "Choice", language, json);
    state.put_input_output(json);
    state.put_choices(json);
    state.put_assign(json);
}
