//! What is said of literals that the registry schema of a resource type does not allow, and what is not.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use aws_cdk_core::{Annotations, App, Aws, CfnParameter, Lazy, Stack, cfn_format};
use aws_cdk_lambda::cfn::CfnFunction;
use aws_cdk_lambda::cfn::cfn_function::{Architectures, CodeProperty, EphemeralStorageProperty, PackageType, Runtime};

fn app(directory: &tempfile::TempDir) -> App {
    App::builder().outdir(directory.path()).builtin_cloudformation_validation(true).build()
}

/// The codes and messages of the warnings of an app.
fn warnings(build: impl FnOnce(&App, &Stack)) -> Vec<String> {
    let directory = tempfile::tempdir().unwrap();
    let app = app(&directory);
    build(&app, &Stack::new(&app, "Stack"));
    let assembly = app.synth().unwrap();
    for warning in assembly.warnings() {
        assert!(warning.location().file().ends_with("values.rs"), "{warning}");
    }
    assembly.warnings().iter().map(|warning| format!("{}: {}", warning.code(), warning.message())).collect()
}

fn code() -> CodeProperty {
    CodeProperty::new().zip_file("//")
}

#[test]
fn each_kind_of_limit_is_checked() {
    let found = warnings(|_, stack| {
        CfnFunction::builder(stack, "Function")
            .code(code().s3_bucket("b"))
            .role("not a role")
            .runtime("nodejs99.x")
            .architectures(["arm64", "sparc"])
            .handler("a handler")
            .memory_size(64)
            .timeout(0)
            .layers(["arn:aws:lambda:eu-west-1:111111111111:layer:one:1"; 6])
            .ephemeral_storage(EphemeralStorageProperty::new().size(100))
            .build();
    });
    let expected = [
        "core::value-enum: `Architectures.1` is `sparc`, which is not among its values",
        "core::value-items: `Architectures` has 2 items",
        "core::value-length: `Code.S3Bucket` has 1 characters",
        "core::value-range: `EphemeralStorage.Size` is 100",
        "core::value-pattern: `Handler` is `a handler`, which does not have its form",
        "core::value-items: `Layers` has 6 items",
        "core::value-range: `MemorySize` is 64",
        "core::value-pattern: `Role` is `not a role`, which does not have its form",
        "core::value-enum: `Runtime` is `nodejs99.x`, which is not among its values",
        "core::value-range: `Timeout` is 0",
    ];
    let mut found_sorted = found.clone();
    let mut expected_sorted = expected.map(str::to_owned);
    found_sorted.sort();
    expected_sorted.sort();
    assert_eq!(found_sorted, expected_sorted, "{found:#?}");
}

#[test]
fn values_within_their_limits_and_tokens_are_fine() {
    let found = warnings(|_, stack| {
        let size = CfnParameter::builder(stack, "Size").parameter_type("Number").build();
        CfnFunction::builder(stack, "Function")
            .code(code())
            .role("arn:aws:iam::111111111111:role/role")
            .runtime(Runtime::Nodejs22X)
            .package_type(PackageType::Zip)
            .architectures([Architectures::Arm64])
            .handler("index.handler")
            .memory_size(128)
            .timeout(900)
            .build();
        CfnFunction::builder(stack, "Tokens")
            .code(code())
            .role(cfn_format!("not a role {}", Aws::REGION))
            .runtime(Lazy::string(|| "nodejs99.x"))
            .memory_size(size.value_as_number())
            .build();
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn what_is_known_only_at_deployment_is_fine() {
    let found = warnings(|_, stack| {
        CfnFunction::builder(stack, "Function")
            .code(code().s3_bucket("{{resolve:ssm:/b}}"))
            .role("{{resolve:ssm:/role:1}}")
            .runtime("{{resolve:ssm:/runtime}}")
            .layers((0..7).map(|_| Lazy::string(|| "a layer of another stack")).collect::<Vec<_>>())
            .build();
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_known_warning_is_not_told() {
    let function =
        |stack: &Stack| CfnFunction::builder(stack, "Function").code(code()).role("role").runtime("nodejs99.x").build();
    let found = warnings(|_, stack| {
        Annotations::of(&function(stack)).acknowledge("core::value-enum");
        Annotations::of(&function(&Stack::new(stack, "Other"))).acknowledge("core::value-range");
    });
    let codes: Vec<&str> = found.iter().filter_map(|warning| warning.split(": ").next()).collect();
    assert_eq!(codes, ["core::value-pattern", "core::value-pattern", "core::value-enum"], "{found:?}");
}

#[test]
fn the_checks_can_be_switched_off() {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path()).builtin_cloudformation_validation(false).build();
    let stack = Stack::new(&app, "Stack");
    CfnFunction::builder(&stack, "Function").code(code()).role("role").build();
    assert!(app.synth().unwrap().warnings().is_empty());
}
