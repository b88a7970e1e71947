//! Environment variables of functions.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use aws_cdk_cfn_lambda::cfn_function::EnvironmentProperty;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Json, Lazy, Map, Object, Value, sorting};

/// Names that Lambda sets itself: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>.
const RESERVED_VARIABLES: [&str; 18] = [
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_DEFAULT_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "LAMBDA_RUNTIME_DIR",
    "LAMBDA_TASK_ROOT",
];

#[track_caller]
pub(crate) fn check_variable(construct: &Construct, name: &str) {
    if RESERVED_VARIABLES.contains(&name) {
        construct.node().report(
            Diagnostic::error(
                "lambda::reserved-environment-variable",
                format!("the environment variable `{name}` is set by Lambda itself"),
            )
            .help("choose another name"),
        );
    }
}

/// The variables, by name if there is a version that is made again when they change.
pub(crate) fn rendered_environment(
    environment: &Rc<RefCell<Map<String>>>,
    is_versioned: &Rc<Cell<bool>>,
) -> Value<EnvironmentProperty> {
    let (environment, is_versioned) = (environment.clone(), is_versioned.clone());
    Lazy::value(move |_| {
        let variables = environment.borrow();
        let sorted = || if is_versioned.get() { sorted(&variables) } else { variables.clone().into() };
        (!variables.is_empty()).then(|| EnvironmentProperty::new().variables(sorted()).into())
    })
}

/// The variables by name, as JavaScript sorts text.
fn sorted(variables: &Map<String>) -> Value<Map<String>> {
    let json = Value::<Map<String>>::from(variables.clone()).into_json();
    let mut entries: Vec<(&str, &Json)> = json.as_object().into_iter().flat_map(Object::iter).collect();
    sorting::sort_by(&mut entries, |(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    Value::from_json(Json::Object(entries.into_iter().map(|(name, value)| (name, value.clone())).collect()))
}
