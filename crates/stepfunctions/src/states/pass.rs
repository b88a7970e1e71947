//! States that pass their input on, or something else.

use aws_cdk_core::{IConstruct, Json, Node, Object, Value};

use super::{Kind, head, next_method, setters, state_handle};
use crate::query_language::QueryLanguage;
use crate::state::{Props, State, put};

/// Passes its input on, or something else.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack, cfn_json};
/// use aws_cdk_stepfunctions::Pass;
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let pass = Pass::builder(&stack, "Rate").result(cfn_json!({ "percent": 19 })).result_path("$.rate").build();
/// ```
#[derive(Clone, Debug)]
pub struct Pass {
    state: State,
}

state_handle!(Pass);
next_method!(Pass);

impl Pass {
    /// Passes its input on.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a state with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> PassBuilder {
        PassBuilder { scope: scope.node().clone(), id: id.into(), props: Props::default(), result: None }
    }

    /// Starts a state in JSONata.
    pub fn jsonata(scope: &impl IConstruct, id: impl Into<String>) -> PassBuilder {
        Self::builder(scope, id).query_language(QueryLanguage::Jsonata)
    }
}

/// Builds a [`Pass`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct PassBuilder {
    scope: Node,
    id: String,
    props: Props,
    result: Option<Json>,
}

impl PassBuilder {
    setters!(comment, state_name, query_language, input_path, output_path, result_path, parameters, outputs, assign);

    /// The result; JSONPath. Default: the input.
    pub fn result(mut self, value: impl Into<Value<Json>>) -> Self {
        self.result = Some(value.into().into_json());
        self
    }

    /// Adds the state. Errors: `stepfunctions::json-path`, and those of ids.
    #[track_caller]
    pub fn build(self) -> Pass {
        let kind = Kind::Pass { result: self.result };
        Pass { state: State::new(&self.scope, &self.id, "aws-cdk-stepfunctions.Pass", self.props, kind) }
    }
}

pub(super) fn render(state: &State, result: Option<&Json>, language: Option<QueryLanguage>, json: &mut Object) {
    head(state, "Pass", language, json);
    put(json, "Result", result.cloned());
    state.put_result_path(json);
    state.put_input_output(json);
    state.put_next(json);
    state.put_assign(json);
}
