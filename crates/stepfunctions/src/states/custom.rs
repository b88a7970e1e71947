//! States given as they stand in the definition.

use aws_cdk_core::{Diagnostic, IConstruct, Json, Object, Value};

use super::{Kind, error_methods, next_method, state_handle};
use crate::query_language::QueryLanguage;
use crate::state::{Props, State};

/// A state given as it stands in the definition, for kinds of states and tasks that have no construct.
///
/// ```
/// use aws_cdk_core::{App, Stack, cfn_json};
/// use aws_cdk_stepfunctions::CustomState;
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let task = CustomState::new(&stack, "Store", cfn_json!({
///     "Type": "Task",
///     "Resource": "arn:aws:states:::dynamodb:putItem",
///     "Parameters": { "TableName": "books", "Item.$": "$.book" },
/// }));
/// ```
#[derive(Clone, Debug)]
pub struct CustomState {
    state: State,
}

state_handle!(CustomState);
next_method!(CustomState);
error_methods!(CustomState);

impl CustomState {
    /// A state of an object; what follows is added. Anything else than an object is the error `stepfunctions::custom-state`.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>, state_json: impl Into<Value<Json>>) -> Self {
        let json = state_json.into().into_json();
        let own = json.as_object().cloned();
        let is_object = own.is_some();
        let kind = Kind::Custom(own.unwrap_or_default());
        let type_name = "aws-cdk-stepfunctions.CustomState";
        let state = State::new(scope.node(), &id.into(), type_name, Props::default(), kind);
        if !is_object {
            state.node().report(
                Diagnostic::error("stepfunctions::custom-state", "the state is not an object")
                    .help("give it as it stands in the definition: `cfn_json!({ \"Type\": \"Task\", … })`"),
            );
        }
        Self { state }
    }
}

pub(super) fn render(state: &State, own: &Object, language: Option<QueryLanguage>, json: &mut Object) {
    state.put_query_language(language, json);
    state.put_next(json);
    json.extend(own.clone());
    let mut added = Object::new();
    state.put_retries_and_catches(&mut added);
    for (key, what) in [("Retry", "retries"), ("Catch", "catches")] {
        let Some(Json::List(added)) = added.get(key) else { continue };
        let given = own.get(key).and_then(Json::as_list).unwrap_or_default();
        if !given.is_empty() {
            state.node().report(
                Diagnostic::warning(
                    format!("stepfunctions::multiple-{what}"),
                    format!("the {what} of the state's JSON come after those that were added"),
                )
                .help("give them all in one way")
                .at(state.node().location()),
            );
        }
        json.insert(key, Json::List(added.iter().chain(given).cloned().collect()));
    }
}
