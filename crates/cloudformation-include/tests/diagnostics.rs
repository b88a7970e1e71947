//! What is wrong with a template is said, all at once, with codes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "all of this is a test")]

use aws_cdk_cfn_sqs::{CfnQueue, CfnQueuePolicy};
use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::{Value, json};

/// Codes and messages of what an app with a template reports.
fn problems(template: Value, then: impl Fn(&CfnInclude)) -> Vec<String> {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path()).build();
    let stack = Stack::new(&app, "Stack");
    then(&CfnInclude::builder(&stack, "Include").template(template).build());
    match app.synth() {
        Ok(_) => Vec::new(),
        Err(error) => {
            assert!(error.diagnostics().iter().all(|one| one.location().file().ends_with("diagnostics.rs")), "{error}");
            error.diagnostics().iter().map(|one| format!("{}: {}", one.code(), one.message())).collect()
        }
    }
}

fn check(template: Value, expected: &[&str]) {
    assert_eq!(problems(template, |_| {}), expected);
}

#[test]
fn the_outline_is_checked() {
    check(json!([]), &["include::invalid-template: the template is a list"]);
    check(
        json!({
            "Resource": {}, "Description": 1, "Outputs": null, "Conditions": [],
            "Mappings": { "Fn::Transform": {} },
            "Resources": { "A": {}, "B": 5, "C": { "Type": "T", "DeletionPolicy": "Keep", "Properties": [] } },
            "Parameters": { "P": { "Type": "String", "Defualt": "x" } },
            "Outputs": { "O": { "Description": "none" } },
        }),
        &[
            "include::unknown-section: `Resource` is not a section of a template",
            "include::invalid-section: the section `Description` is a number, and not text",
            "include::invalid-section: the section `Conditions` is a list, and not an object",
            "include::unknown-function: `Fn::Transform` stands for entries of `Mappings`, which are not known before \
             deployment",
            "include::invalid-section: `B` in the section `Resources` is a number, and not an object",
            "include::unknown-key: parameter `P`: `Defualt` has no meaning here",
            "include::no-type: resource `A` has no `Type`",
            "include::invalid-value: resource `C`: `Properties` is a list, and not an object",
            "include::invalid-value: resource `C`: \"Keep\" is not a `DeletionPolicy`",
            "include::no-value: output `O` has no `Value`",
        ],
    );
}

#[test]
fn references_lead_somewhere() {
    check(
        json!({
            "Conditions": { "C": { "Fn::Not": [{ "Condition": "NoCondition" }] }, "D": { "Fn::Equals": [{ "Ref": "R" }, 1] } },
            "Resources": {
                "R": {
                    "Type": "My::Own::Thing", "Condition": "Never", "DependsOn": ["Nothing"],
                    "Properties": {
                        "a": { "Ref": "NoRef" }, "b": { "Fn::GetAtt": ["NoResource", "Arn"] },
                        "c": { "Fn::GetAtt": "NoResource.Arn" }, "d": { "Fn::Sub": "${NoSub} ${NoSub.Arn} ${x}" },
                        "e": { "Fn::If": ["NoIf", 1, 2] }, "f": { "Fn::FindInMap": ["NoMap", "a", "b"] },
                    },
                },
            },
            "Outputs": { "O": { "Value": "x", "Condition": "Missing" } },
        }),
        &[
            "include::no-such-element: condition `C`: the template has no condition `NoCondition`",
            "include::no-such-element: condition `D`: the template has no parameter `R`",
            "include::no-such-element: resource `R`: the template has no parameter or resource `NoRef`",
            "include::no-such-element: resource `R`: the template has no resource `NoResource`",
            "include::no-such-element: resource `R`: the template has no parameter or resource `NoSub`",
            "include::no-such-element: resource `R`: the template has no resource `NoSub`",
            "include::no-such-element: resource `R`: the template has no parameter or resource `x`",
            "include::no-such-element: resource `R`: the template has no condition `NoIf`",
            "include::no-such-element: resource `R`: the template has no mapping `NoMap`",
            "include::no-such-element: resource `R`: the template has no condition `Never`",
            "include::no-such-element: resource `R`: the template has no resource `Nothing`, on which it depends",
            "include::no-such-element: output `O`: the template has no condition `Missing`",
        ],
    );
}

#[test]
fn functions_are_checked() {
    check(
        json!({ "Resources": { "R": { "Type": "My::Own::Thing", "Properties": {
            "a": { "Ref": 1 }, "b": { "Fn::Join": ["-"] }, "c": { "Fn::Nope": 1 }, "d": { "Fn::Sub": [1] },
            "e": { "Fn::Select": [2, ["a"]] }, "f": { "Fn::If": [{}, 1, 2] },
        } } } }),
        &[
            "include::invalid-function: resource `R`: `Ref` takes the name of a parameter or resource",
            "include::invalid-function: resource `R`: `Fn::Join` takes a delimiter and a list",
            "include::unknown-function: resource `R`: `Fn::Nope` is not supported",
            "include::invalid-function: resource `R`: `Fn::Sub` takes a text, and an object of variables at most",
            "include::invalid-function: resource `R`: `Fn::Select` takes one of 1 elements, and not element 2",
            "include::invalid-function: resource `R`: `Fn::If` takes the name of a condition first",
        ],
    );
}

#[test]
fn cycles_are_found_once() {
    check(
        json!({
            "Conditions": { "A": { "Condition": "B" }, "B": { "Fn::Not": [{ "Condition": "A" }] } },
            "Resources": {
                "R": { "Type": "My::Own::Thing", "Properties": { "x": { "Ref": "S" } } },
                "S": { "Type": "My::Own::Thing", "DependsOn": "R" },
            },
        }),
        &[
            "include::cyclic-conditions: conditions depend on each other: A -> B -> A",
            "include::cyclic-references: resources refer to each other: R -> S -> R",
        ],
    );
}

#[test]
fn access_is_checked() {
    let template = json!({ "Resources": { "Queue": { "Type": "AWS::SQS::Queue" } } });
    let found = problems(template, |include| {
        include.get_typed::<CfnQueuePolicy>("Queue").add_metadata("x", 1);
        include.get_typed::<CfnQueue>("Nope").set_delay_seconds(1);
        let resource = include.get_resource("Nope");
        resource.add_dependency(&include.get_resource("Queue"));
        include.get_parameter("P");
        include.get_condition("C");
        include.get_mapping("M");
        include.get_rule("R");
        include.get_hook("H");
        include.get_output("O");
    });
    assert_eq!(
        found,
        [
            "include::wrong-type: the resource `Queue` is of the type `AWS::SQS::Queue`, not `AWS::SQS::QueuePolicy`",
            "include::no-such-element: the template has no resource `Nope`",
            "include::no-such-element: the template has no resource `Nope`",
            "include::no-such-element: the template has no parameter `P`",
            "include::no-such-element: the template has no condition `C`",
            "include::no-such-element: the template has no mapping `M`",
            "include::no-such-element: the template has no rule `R`",
            "include::no-such-element: the template has no hook `H`",
            "include::no-such-element: the template has no output `O`",
        ]
    );
}

#[test]
fn values_for_parameters_are_checked() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    CfnInclude::builder(&stack, "Include")
        .parameter("Stge", "beta")
        .parameter("List", ["a"])
        .template("Parameters: {Stage: {Type: String}, List: {Type: CommaDelimitedList}}\nOutputs: {O: {Value: !Sub '${List}'}}")
        .build();
    let error = app.synth().unwrap_err();
    let codes: Vec<&str> = error.diagnostics().iter().map(|one| one.code()).collect();
    assert_eq!(codes, ["include::unknown-parameter", "include::invalid-function"]);
    assert_eq!(error.diagnostics()[0].help_text(), Some("it has: Stage, List"));
}

#[test]
fn text_that_is_no_template_says_where() {
    for text in ["{\"Resources\": {}", "Resources: [", "Resources:\n\t- a"] {
        let app = App::new();
        let stack = Stack::new(&app, "Stack");
        CfnInclude::builder(&stack, "Include").template(text).build();
        let diagnostics = app.diagnostics();
        let codes: Vec<&str> = diagnostics.iter().map(|one| one.code()).collect();
        assert_eq!(codes, ["include::invalid-syntax"], "{text}");
        assert!(diagnostics[0].message().contains("line "), "{}", diagnostics[0]);
    }
}

#[test]
fn rules_need_the_parameters_they_name() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    CfnInclude::builder(&stack, "Include")
        .parameter("Vpc", "vpc-1")
        .template(json!({
            "Parameters": { "Vpc": { "Type": "AWS::EC2::VPC::Id" } },
            "Rules": { "Tagged": { "Assertions": [
                { "Assert": { "Fn::Equals": [{ "Fn::ValueOf": ["Vpc", "Tags.Name"] }, "main"] } },
            ] } },
        }))
        .build();
    let error = app.synth().unwrap_err();
    let codes: Vec<&str> = error.diagnostics().iter().map(|one| one.code()).collect();
    assert_eq!(codes, ["include::replaced-parameter"]);
}
