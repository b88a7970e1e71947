//! States that end an execution well.

use aws_cdk_core::{IConstruct, Json, Node, Object, Value};

use super::{Kind, head, setters, state_handle};
use crate::query_language::QueryLanguage;
use crate::state::{Props, State};

/// Ends an execution, or a branch of it, well.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/state-succeed.html>.
#[derive(Clone, Debug)]
pub struct Succeed {
    state: State,
}

state_handle!(Succeed);

impl Succeed {
    /// Ends with the input as the output.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a state with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> SucceedBuilder {
        SucceedBuilder { scope: scope.node().clone(), id: id.into(), props: Props::default() }
    }

    /// Starts a state in JSONata.
    pub fn jsonata(scope: &impl IConstruct, id: impl Into<String>) -> SucceedBuilder {
        Self::builder(scope, id).query_language(QueryLanguage::Jsonata)
    }
}

/// Builds a [`Succeed`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct SucceedBuilder {
    scope: Node,
    id: String,
    props: Props,
}

impl SucceedBuilder {
    setters!(comment, state_name, query_language, input_path, output_path, outputs);

    /// Adds the state. Errors: `stepfunctions::json-path`, and those of ids.
    #[track_caller]
    pub fn build(self) -> Succeed {
        let type_name = "aws-cdk-stepfunctions.Succeed";
        Succeed { state: State::new(&self.scope, &self.id, type_name, self.props, Kind::Succeed) }
    }
}

pub(super) fn render(state: &State, language: Option<QueryLanguage>, json: &mut Object) {
    head(state, "Succeed", language, json);
    state.put_input_output(json);
}
