//! What functions, versions, aliases and imports say of mistakes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use aws_cdk_core::{App, Diagnostic, Environment, IConstruct, Stack};
use aws_cdk_iam::ServicePrincipal;
use aws_cdk_lambda::{
    Alias, ApplicationLogLevel, Code, Function, FunctionAttributes, IFunction, LoggingFormat, Permission, Runtime,
    Tracing, Version,
};

fn found(build: impl FnOnce(&Stack)) -> Vec<Diagnostic> {
    let app = App::new();
    let env = Environment::new().account("111111111111").region("us-east-1");
    build(&Stack::builder(&app, "Stack").env(env).build());
    app.diagnostics()
}

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    found(build).iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

fn function(stack: &Stack) -> Function {
    Function::builder(stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
        .build()
}

#[test]
fn an_import_of_another_account_says_which_statement_it_needs() {
    let arn = "arn:aws:lambda:us-east-1:999999999999:function:other";
    let permission = || Permission::new(&ServicePrincipal::new("events")).source_account("111111111111");
    let found = found(|stack| {
        Function::from_function_arn(stack, "Other", arn).add_permission("Events", permission());
        let skipped = FunctionAttributes::new(arn).skip_permissions(true);
        Function::from_function_attributes(stack, "Skipped", skipped).add_permission("Events", permission());
    });
    let [warning] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(warning.code(), "lambda::no-permission");
    assert_eq!(warning.path(), "Stack/Other");
    let statement = format!(
        r#"{{"Effect":"Allow","Principal":{{"Service":"events.amazonaws.com"}},"Action":"lambda:InvokeFunction","Resource":"{arn}","Condition":{{"StringEquals":{{"AWS:SourceAccount":"111111111111"}}}}}}"#
    );
    assert!(warning.help_text().unwrap().contains(&statement), "{warning}");
}

#[test]
fn an_import_needs_an_arn() {
    assert_eq!(codes(|stack| drop(Function::from_function_arn(stack, "Bad", "books"))), ["lambda::invalid-arn"]);
}

#[test]
fn versions_and_aliases_have_their_limits() {
    let found = codes(|stack| {
        let version = function(stack).current_version();
        Alias::builder(stack, "Heavy", "heavy", &version)
            .additional_version(&version, 0.7)
            .additional_version(&version, 0.4)
            .provisioned_concurrent_executions(0)
            .build();
        Version::builder(stack, "Empty", &version).min_execution_environments(3).max_execution_environments(2).build();
    });
    assert_eq!(found, ["lambda::version-weight", "lambda::provisioned-concurrency", "lambda::execution-environments"]);
}

#[test]
fn the_current_version_is_made_once() {
    let found = codes(|stack| {
        let function = function(stack);
        let arns = [function.current_version(), function.clone().current_version()];
        assert_eq!(arns[0].node(), arns[1].node());
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn only_json_logs_have_levels() {
    let found = codes(|stack| {
        for (id, format) in [("Text", LoggingFormat::Text), ("Json", LoggingFormat::Json)] {
            Function::builder(stack, id)
                .runtime(Runtime::NODEJS_22_X)
                .handler("index.handler")
                .code(Code::from_inline("exports.handler = async () => {};"))
                .logging_format(format)
                .application_log_level(ApplicationLogLevel::Warn)
                .tracing(Tracing::Active)
                .build();
        }
    });
    assert_eq!(found, ["lambda::log-level-format"]);
}
