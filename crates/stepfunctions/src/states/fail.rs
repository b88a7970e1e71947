//! States that end an execution with an error.

use aws_cdk_core::{Diagnostic, IConstruct, Node, Object, Value};

use super::{Kind, head, setters, state_handle};
use crate::query_language::QueryLanguage;
use crate::state::{Props, State, put};

/// Functions that can stand where a path can:
/// <https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html>.
const ALLOWED_FUNCTIONS: [&str; 7] = [
    "States.Format",
    "States.JsonToString",
    "States.ArrayGetItem",
    "States.Base64Encode",
    "States.Base64Decode",
    "States.Hash",
    "States.UUID",
];

/// What an execution fails with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cause {
    error: Option<Value<String>>,
    error_path: Option<Value<String>>,
    cause: Option<Value<String>>,
    cause_path: Option<Value<String>>,
}

/// Ends an execution with an error.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_stepfunctions::Fail;
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let refused = Fail::builder(&stack, "Refused").error("Refused").cause_path("$.reason").build();
/// ```
#[derive(Clone, Debug)]
pub struct Fail {
    state: State,
}

state_handle!(Fail);

impl Fail {
    /// Fails without saying why.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a state with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> FailBuilder {
        FailBuilder { scope: scope.node().clone(), id: id.into(), props: Props::default(), cause: Cause::default() }
    }

    /// Starts a state in JSONata.
    pub fn jsonata(scope: &impl IConstruct, id: impl Into<String>) -> FailBuilder {
        Self::builder(scope, id).query_language(QueryLanguage::Jsonata)
    }
}

/// Builds a [`Fail`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct FailBuilder {
    scope: Node,
    id: String,
    props: Props,
    cause: Cause,
}

impl FailBuilder {
    setters!(comment, state_name, query_language);

    /// The name of the error. Default: none.
    pub fn error(mut self, value: impl Into<Value<String>>) -> Self {
        self.cause.error = Some(value.into());
        self
    }

    /// Where the name of the error is: a path, or a function such as `States.Format('{}', $.code)`. Default: none.
    pub fn error_path(mut self, value: impl Into<Value<String>>) -> Self {
        self.cause.error_path = Some(value.into());
        self
    }

    /// The cause, for people. Default: none.
    pub fn cause(mut self, value: impl Into<Value<String>>) -> Self {
        self.cause.cause = Some(value.into());
        self
    }

    /// Where the cause is: a path, or a function such as `States.Format('{}', $.reason)`. Default: none.
    pub fn cause_path(mut self, value: impl Into<Value<String>>) -> Self {
        self.cause.cause_path = Some(value.into());
        self
    }

    /// Adds the state. Errors: `stepfunctions::fail-state`, and those of ids.
    #[track_caller]
    pub fn build(self) -> Fail {
        let cause = self.cause.clone();
        let type_name = "aws-cdk-stepfunctions.Fail";
        let state = State::new(&self.scope, &self.id, type_name, self.props, Kind::Fail(self.cause));
        cause.check(state.node());
        Fail { state }
    }
}

impl Cause {
    #[track_caller]
    fn check(&self, node: &Node) {
        for (what, given, path) in [("error", &self.error, &self.error_path), ("cause", &self.cause, &self.cause_path)]
        {
            if given.is_some() && path.is_some() {
                node.report(
                    Diagnostic::error("stepfunctions::fail-state", format!("the {what} is given twice"))
                        .help(format!("leave `{what}` or `{what}_path` out")),
                );
            }
            let literal = path.as_ref().and_then(|path| path.as_literal());
            let fits = |path: &str| {
                path.starts_with('$') || ALLOWED_FUNCTIONS.iter().any(|function| path.starts_with(function))
            };
            if let Some(found) = literal.filter(|path| !fits(path)) {
                let message = format!("`{found}` is neither a path nor a function that can stand there");
                node.report(
                    Diagnostic::error("stepfunctions::fail-state", message)
                        .help(format!("start it with `$`, or use one of {}", ALLOWED_FUNCTIONS.join(", "))),
                );
            }
        }
    }
}

pub(super) fn render(state: &State, cause: &Cause, language: Option<QueryLanguage>, json: &mut Object) {
    head(state, "Fail", language, json);
    put(json, "Error", cause.error.clone());
    put(json, "ErrorPath", cause.error_path.clone());
    put(json, "Cause", cause.cause.clone());
    put(json, "CausePath", cause.cause_path.clone());
}
