//! What functions say of options that do not fit.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::Path;

use aws_cdk_core::{App, Duration, Size, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    build(&Stack::new(&app, "Stack"));
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("function_options.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

#[test]
fn each_option_has_its_range() {
    let found = codes(|stack| {
        Function::builder(stack, "Function")
            .runtime(Runtime::NODEJS_22_X)
            .handler("index.handler")
            .code(Code::from_inline("exports.handler = async () => ({});"))
            .function_name("no spaces")
            .description("d".repeat(257))
            .timeout(Duration::millis(1500))
            .ephemeral_storage_size(Size::mebibytes(511))
            .environment("AWS_REGION", "eu-west-1")
            .build();
    });
    let mut sorted = found.clone();
    sorted.sort();
    assert_eq!(
        sorted,
        [
            "lambda::description",
            "lambda::ephemeral-storage",
            "lambda::function-name",
            "lambda::reserved-environment-variable",
            "lambda::timeout",
        ]
    );
}

#[test]
fn inline_code_is_short_and_of_a_runtime_that_takes_it() {
    for (runtime, code) in [(Runtime::NODEJS_22_X, ""), (Runtime::JAVA_21, "class A {}")] {
        let found = codes(|stack| {
            Function::builder(stack, "Function")
                .runtime(runtime)
                .handler("index.handler")
                .code(Code::from_inline(code))
                .build();
        });
        assert_eq!(found, ["lambda::inline-code"], "{code}");
    }
}

#[test]
fn code_is_a_directory_or_an_archive_of_one_stack() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("function");
    fs::create_dir_all(&directory).unwrap();
    let file = directory.join("index.js");
    fs::write(&file, "exports.handler = async () => ({});").unwrap();
    let function = |stack: &Stack, code: Code| {
        Function::builder(stack, "Function").runtime(Runtime::NODEJS_22_X).handler("index.handler").code(code).build();
    };
    assert_eq!(codes(|stack| function(stack, Code::from_asset(&file))), ["lambda::code-not-archive"]);

    let app = App::new();
    let code = Code::from_asset(&directory);
    for id in ["One", "Two"] {
        function(&Stack::new(&app, id), code.clone());
    }
    let diagnostics = app.diagnostics();
    let found: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code()).collect();
    assert_eq!(found, ["lambda::code-of-other-stack"]);
}
