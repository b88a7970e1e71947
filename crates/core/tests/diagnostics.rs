//! Bad input: each mistake is reported with its code, on its construct, at the place in the user's code, and nothing is
//! written.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_core::{
    App, Aspect, AspectPriority, Aspects, Asset, CfnCondition, CfnMapping, CfnOutput, CfnParameter, CfnResource,
    Construct, DefaultStackSynthesizer, Diagnostic, Environment, Fn, ICfnElement, IConstruct, Lazy, Node, Object,
    RemovalPolicy, Severity, Stack, StackSynthesizer, Stage, SynthError, Token, Value, cfn_format, cfn_json,
};
use expect_test::{Expect, expect};

/// The reports of what `build` does wrong. Each must point into this file; line and column are left out.
fn check(build: impl FnOnce(&App), expected: Expect) {
    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    let app = App::builder().outdir(&outdir).build();
    build(&app);
    let error = app.synth().expect_err("there should be an error");
    assert!(!outdir.exists(), "something was written");
    expected.assert_eq(&report(error.diagnostics(), directory.path().to_str().unwrap()));
}

fn report(diagnostics: &[Diagnostic], directory: &str) -> String {
    let mut report = String::new();
    for diagnostic in diagnostics {
        let (location, text) = (diagnostic.location(), diagnostic.to_string());
        assert_eq!(location.file(), file!(), "{text}");
        let text = text.replace(&format!("  --> {location}\n"), "").replace(directory, "DIR");
        for line in text.lines() {
            report += line.split_once(file!()).map_or(line.to_owned(), |(before, _)| format!("{before}FILE")).as_str();
            report.push('\n');
        }
    }
    report
}

fn raw(scope: &impl IConstruct, id: &str) -> CfnResource {
    CfnResource::builder(scope, id, "Test::Core::Raw").build()
}

#[test]
fn all_errors_are_told_at_once_with_their_places() {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path()).build();
    let stack = Stack::new(&app, "Stack");
    let first = line!() + 1;
    CfnOutput::new(&stack, "", "value");
    Construct::new(&stack, "Twice");
    Construct::new(&stack, "Twice");
    let error = app.synth().unwrap_err();
    let places: Vec<(&str, u32)> =
        error.diagnostics().iter().map(|diagnostic| (diagnostic.code(), diagnostic.location().line())).collect();
    assert_eq!(
        places,
        [("core::empty-id", first), ("core::duplicate-id", first + 2), ("core::invalid-logical-id", first)]
    );
}

#[test]
fn duplicate_id() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            raw(&stack, "Queue");
            raw(&stack, "Queue");
        },
        expect![[r#"
            error[core::duplicate-id]: `Stack` already has a construct with the id `Queue`
               = construct: Stack/Queue
               = note: the first one is made at FILE
               = help: give one of them another id
        "#]],
    );
    check(
        |app| {
            Stack::new(app, "Stack");
            Stack::new(app, "Stack");
        },
        expect![[r#"
            error[core::duplicate-id]: the app already has a construct with the id `Stack`
               = construct: Stack
               = note: the first one is made at FILE
               = help: give one of them another id
        "#]],
    );
}

#[test]
fn empty_id() {
    check(
        |app| {
            Construct::new(&Stack::new(app, "Stack"), "");
        },
        expect![[r#"
            error[core::empty-id]: a construct below the app has an empty id
               = construct: Stack
               = help: give it an id that is unique among the constructs of its scope
        "#]],
    );
}

#[test]
fn id_with_a_nul_character() {
    check(
        |app| {
            Construct::new(&Stack::new(app, "Stack"), "a\0b");
        },
        expect![[r#"
            error[core::invalid-id]: the id "a\0b" contains a NUL character
               = construct: Stack/a
               = help: leave it out
        "#]],
    );
}

#[test]
fn slash_in_id_is_a_warning() {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path()).build();
    let stack = Stack::new(&app, "Stack");
    let queue = raw(&stack, "orders/new");
    assert_eq!(queue.node().path(), "Stack/orders--new");
    assert_eq!(stack.node().find_child("orders/new"), *queue.node());
    let assembly = app.synth().unwrap();
    expect![[r#"
        warning[core::slash-in-id]: the id `orders/new` contains a slash and becomes `orders--new`
           = construct: Stack/orders--new
           = help: write `orders--new`: a slash separates the ids of a path
    "#]]
    .assert_eq(&report(assembly.warnings(), "DIR"));
}

#[test]
fn id_without_letters_and_digits() {
    check(
        |app| {
            raw(&Stack::new(app, "Stack"), "---");
        },
        expect![[r#"
            error[core::invalid-logical-id]: the id `---` has no letter or digit to make a logical id of
               = construct: Stack/---
               = help: use letters or digits of ASCII, or call `override_logical_id`
        "#]],
    );
}

#[test]
fn cycle_of_dependencies() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let (a, b, c) = (raw(&stack, "A"), raw(&stack, "B"), raw(&stack, "C"));
            a.add_dependency(&b);
            b.add_dependency(&c);
            c.add_dependency(&a);
        },
        expect![[r#"
            error[core::dependency-cycle]: resources depend on each other in a cycle
               = construct: Stack/A
               = note: `Stack/A` depends on `Stack/B`
               = note: `Stack/B` depends on `Stack/C`
               = note: `Stack/C` depends on `Stack/A`
               = help: take one of these dependencies away
        "#]],
    );
}

#[test]
fn cycle_of_references() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let (a, b) = (raw(&stack, "A"), raw(&stack, "B"));
            a.add_property_override("Other", b.ref_());
            b.add_property_override("Other", cfn_format!("arn:{}", a.get_att("Arn")));
        },
        expect![[r#"
            error[core::dependency-cycle]: resources depend on each other in a cycle
               = construct: Stack/A
               = note: `Stack/A` depends on `Stack/B`
               = note: `Stack/B` depends on `Stack/A`
               = help: take one of these dependencies away
        "#]],
    );
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let (a, b) = (raw(&stack, "A"), raw(&stack, "B"));
            a.add_property_override("Other", b.ref_());
            b.node().add_dependency(&a);
        },
        expect![[r#"
            error[core::dependency-cycle]: resources depend on each other in a cycle
               = construct: Stack/A
               = note: `Stack/A` depends on `Stack/B`
               = note: `Stack/B` depends on `Stack/A`
               = help: take one of these dependencies away
        "#]],
    );
}

#[test]
fn resource_that_refers_to_itself() {
    check(
        |app| {
            let a = raw(&Stack::new(app, "Stack"), "A");
            a.add_property_override("Self", a.ref_());
        },
        expect![[r#"
            error[core::dependency-cycle]: resources depend on each other in a cycle
               = construct: Stack/A
               = note: `Stack/A` depends on `Stack/A`
               = help: take one of these dependencies away
        "#]],
    );
}

#[test]
fn cycle_of_stacks() {
    check(
        |app| {
            let (a, b) = (Stack::new(app, "A"), Stack::new(app, "B"));
            a.add_stack_dependency(&b);
            raw(&b, "InB").node().add_dependency(&raw(&a, "InA"));
        },
        expect![[r#"
            error[core::dependency-cycle]: stacks depend on each other in a cycle
               = construct: A
               = note: `A` depends on `B`
               = note: `B` depends on `A`
               = help: take one of these dependencies away
        "#]],
    );
}

#[test]
fn dependency_that_cannot_be() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let stage = Stage::new(app, "Beta");
            raw(&stack, "A").add_dependency(&raw(&Stack::new(&stage, "Stack"), "B"));
            raw(&stack, "C").node().add_dependency(&stack);
        },
        expect![[r#"
            error[core::dependency-across-stages]: `Stack/A` depends on `Beta/Stack/B`, which is in another stage
               = construct: Stack/A
               = help: put both into one stage, or deploy the stages in order
            error[core::dependency-on-scope]: `Stack/C` cannot depend on its own scope `Stack`
               = construct: Stack/C
               = help: name the construct below it that is meant
        "#]],
    );
}

#[test]
fn dependency_that_is_not_there() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            raw(&stack, "A").replace_dependency(&raw(&stack, "B"), &raw(&stack, "C"));
        },
        expect![[r#"
            error[core::no-such-dependency]: `Stack/A` does not depend on `Stack/B`
               = construct: Stack/A
               = help: use `add_dependency` for a new one
        "#]],
    );
}

#[test]
fn missing_asset() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            Asset::new(&stack, "Absolute", "/no/such/folder");
        },
        expect![[r#"
            error[core::asset]: the asset `/no/such/folder` cannot be used: cannot find asset at /no/such/folder
               = construct: Stack/Absolute
               = help: make the file or directory, or correct the path
        "#]],
    );
}

#[test]
fn missing_asset_of_a_relative_path_names_the_working_directory() {
    let app = App::new();
    Asset::new(&Stack::new(&app, "Stack"), "Relative", "no/such/folder");
    let error = app.synth().unwrap_err();
    let here = std::env::current_dir().unwrap();
    expect![[r#"
        error[core::asset]: the asset `no/such/folder` cannot be used: cannot find asset at no/such/folder
           = construct: Stack/Relative
           = help: relative paths start at the working directory, DIR; `concat!(env!("CARGO_MANIFEST_DIR"), "/…")` starts at your crate
    "#]].assert_eq(&report(error.diagnostics(), here.to_str().unwrap()));
}

#[test]
fn output_directory_that_cannot_be_written() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("file");
    std::fs::write(&file, "of the user").unwrap();
    let mut reports = String::new();
    for outdir in [file.clone(), file.join("below")] {
        let app = App::builder().outdir(outdir).build();
        Stack::new(&app, "Stack");
        let error = app.synth().unwrap_err();
        reports += &report(error.diagnostics(), directory.path().to_str().unwrap());
    }
    expect![[r#"
        error[core::output]: `DIR/file` cannot be written: it exists and is not a directory
           = construct: App
           = help: the output directory is that of `App::builder().outdir(..)`, else `CDK_OUTDIR`, else `cdk.out`
        error[core::output]: `DIR/file` cannot be written: File exists (os error 17)
           = construct: App
           = help: the output directory is that of `App::builder().outdir(..)`, else `CDK_OUTDIR`, else `cdk.out`
    "#]]
    .assert_eq(&reports);
    assert_eq!(std::fs::read_to_string(file).unwrap(), "of the user");
}

#[test]
fn other_app() {
    let other = App::new();
    let theirs = raw(&Stack::new(&other, "Theirs"), "Queue");
    let condition = CfnCondition::new(&theirs.stack(), "Condition", Fn::condition_equals("a", "b"));
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            CfnOutput::new(&stack, "Reference", theirs.ref_());
            CfnOutput::new(&stack, "LogicalId", cfn_format!("{}!", theirs.logical_id()));
            let queue = raw(&stack, "Queue");
            queue.set_condition(&condition);
            queue.add_dependency(&theirs);
            queue.node().add_dependency(&theirs);
            stack.node().set_default_child(&theirs);
            assert!(stack.node().default_child().is_none());
        },
        expect![[r#"
            error[core::other-app]: a dependency on `Theirs/Queue`, which belongs to another app
               = construct: Stack/Queue
               = help: make both in the same app
            error[core::other-app]: a dependency on `Theirs/Queue`, which belongs to another app
               = construct: Stack/Queue
               = help: make both in the same app
            error[core::other-app]: the default child is `Theirs/Queue`, which belongs to another app
               = construct: Stack
               = help: make both in the same app
            error[core::other-app]: a reference to `Theirs/Queue`, which belongs to another app
               = construct: Stack/Reference
               = help: make both in the same app
            error[core::other-app]: a reference to `Theirs/Queue`, which belongs to another app
               = construct: Stack/LogicalId
               = help: make both in the same app
            error[core::other-app]: a reference to `Theirs/Condition`, which belongs to another app
               = construct: Stack/Queue
               = help: make both in the same app
        "#]],
    );
}

#[test]
fn app_that_is_gone() {
    let token: Token<String> = raw(&Stack::new(&App::new(), "Theirs"), "Queue").ref_();
    check(
        |app| {
            CfnOutput::new(&Stack::new(app, "Stack"), "Reference", token);
        },
        expect![[r#"
            error[core::other-app]: a reference to a construct of an app that no longer exists
               = construct: Stack/Reference
               = help: make both in the same app
        "#]],
    );
}

#[test]
fn lazy_that_changes_constructs() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let queue = raw(&stack, "Queue");
            let changed = queue.clone();
            CfnOutput::new(
                &stack,
                "Changes",
                Lazy::string(move || {
                    changed.add_property_override("Name", "late");
                    "value"
                }),
            );
        },
        expect![[r#"
            error[core::changed-while-rendering]: a construct was changed while templates were rendered
               = construct: Stack/Queue
               = help: change constructs before `synth`, or in an aspect; a lazy value may only read
        "#]],
    );
}

#[test]
fn lazy_that_creates_constructs() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let scope = stack.clone();
            CfnOutput::new(
                &stack,
                "Creates",
                Lazy::string(move || CfnResource::builder(&scope, "Late", "Test::Core::Raw").build().ref_()),
            );
        },
        expect![[r#"
            error[core::created-while-rendering]: the construct `Late` was created while templates were rendered
               = construct: Stack
               = help: create constructs before `synth`, or in an aspect; a lazy value may only read
        "#]],
    );
}

#[test]
fn lazy_that_contains_itself() {
    check(
        |app| {
            let slot: Rc<RefCell<Option<Value<String>>>> = Rc::default();
            let inner = slot.clone();
            let lazy: Value<String> =
                Lazy::string(move || inner.borrow().clone().unwrap_or_else(|| "nothing".into())).into();
            *slot.borrow_mut() = Some(cfn_format!("again {}", lazy));
            let stack = Stack::new(app, "Stack");
            CfnOutput::new(&stack, "Loop", &lazy);
            CfnOutput::new(&stack, "Json", stack.to_json_string(cfn_json!({ "text": lazy })));
        },
        expect![[r#"
            error[core::circular-value]: a value is nested more than 200 levels deep
               = construct: Stack/Loop
               = help: a lazy value may not produce itself
            error[core::circular-value]: a value is nested more than 200 levels deep
               = construct: Stack/Json
               = help: a lazy value may not produce itself
        "#]],
    );
}

#[test]
fn synth_inside_synth() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let (node, whole) = (stack.node().clone(), app.clone());
            stack.node().add_validation(move || match whole.synth() {
                Ok(_) => Vec::new(),
                Err(error) => error.diagnostics().to_vec(),
            });
            assert_eq!(node, *stack.node());
        },
        expect![[r#"
            error[core::nested-synth]: `synth` is called while the app is synthesized
               = construct: Stack
               = help: call it once, where the app is complete; not in aspects, validations and lazy values
        "#]],
    );
}

#[test]
fn logical_ids() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            raw(&stack, "A").override_logical_id("not-one");
            raw(&stack, "B").override_logical_id("Same");
            raw(&stack, "C").override_logical_id("Same");
            CfnParameter::new(&stack, "Same");
            // Outputs have names of their own.
            CfnOutput::builder(&stack, "Output", "value").key("Same").build();
            stack.rename_logical_id("Nothing", "Something");
            stack.rename_logical_id("D", "D1");
            stack.rename_logical_id("D", "D2");
            raw(&stack, "D");
        },
        expect![[r#"
            error[core::invalid-logical-id]: `not-one` is not a logical id
               = construct: Stack/A
               = help: use 1 to 255 letters and digits of ASCII
            error[core::duplicate-rename]: the logical id `D` is renamed twice
               = construct: Stack
               = help: rename it once
            error[core::duplicate-logical-id]: the logical id `Same` is already that of `Stack/B`
               = construct: Stack/C
               = note: the first one is made at FILE
               = help: choose another construct id, or call `override_logical_id` on one of them
            error[core::duplicate-logical-id]: the logical id `Same` is already that of `Stack/C`
               = construct: Stack/Same
               = note: the first one is made at FILE
               = help: choose another construct id, or call `override_logical_id` on one of them
            error[core::unused-rename]: no element has the logical id `Nothing` that is renamed
               = construct: Stack
               = help: rename the logical id that the template shows
        "#]],
    );
}

#[test]
fn outside_a_stack() {
    check(
        |app| {
            raw(app, "Queue");
            Stack::of(app).add_transform("Macro");
        },
        expect![[r#"
            error[core::outside-stack]: `Queue` is not inside a stack
               = construct: Queue
               = help: make it below a `Stack`: only stacks have templates
            error[core::outside-stack]: the app is not inside a stack
               = construct: App
               = help: make it below a `Stack`
        "#]],
    );
}

#[test]
fn stacks() {
    check(
        |app| {
            Stack::new(app, "1Stack");
            Stack::builder(app, "Fine").stack_name("not fine").description("d".repeat(1025)).build();
            Stack::builder(app, "a b").stack_name("first").build();
            Stack::builder(app, "a_b").stack_name("second").build();
        },
        expect![[r#"
            error[core::invalid-stack-name]: `1Stack` is not a name for a stack
               = construct: 1Stack
               = help: use up to 128 letters, digits and `-`, a letter first; set it with `stack_name`
            error[core::invalid-stack-name]: `not fine` is not a name for a stack
               = construct: Fine
               = help: use up to 128 letters, digits and `-`, a letter first; set it with `stack_name`
            error[core::stack-description-too-long]: the description has 1025 bytes
               = construct: Fine
               = help: use up to 1,024 bytes
            error[core::duplicate-artifact]: `a_b` would be written twice: the ids of two stacks or stages give the same name
               = construct: a_b
               = help: give one of them another id
        "#]],
    );
}

#[test]
fn stages() {
    check(
        |app| {
            Stage::new(app, "Beta Test");
            Stage::new(app, "A-B");
            Stage::new(&Stage::new(app, "A"), "B");
        },
        expect![[r#"
            error[core::invalid-stage-id]: `Beta Test` is not an id for a stage
               = construct: Beta Test
               = help: start with a letter and go on with letters, digits, `-`, `_` and `.`
        "#]],
    );
}

#[test]
fn assets_need_a_bootstrap_stack() {
    check(
        |app| {
            let stack = Stack::builder(app, "Stack").synthesizer(StackSynthesizer::Legacy).build();
            Asset::new(&stack, "Asset", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        },
        expect![[r#"
            error[core::legacy-asset]: a stack with the legacy synthesizer cannot publish assets
               = construct: Stack
               = help: use a `DefaultStackSynthesizer`
        "#]],
    );
}

#[test]
fn nodes() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            stack.node().find_child("Queue");
            raw(&stack, "Topic");
            let nowhere = stack.node().find_child("Queue");
            Construct::new(&nowhere, "Below");
            stack.node().set_context("late", true);
        },
        expect![[r#"
            error[core::no-such-child]: there is no construct `Queue` here
               = construct: Stack
               = help: it has none
            error[core::no-such-child]: there is no construct `Queue` here
               = construct: Stack
               = help: it has: Topic
            error[core::late-context]: context `late` is set after children were added
               = construct: Stack
               = help: set context before making the first child
        "#]],
    );
}

#[test]
fn parameters_and_outputs() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let text = CfnParameter::new(&stack, "Text");
            let list = CfnParameter::builder(&stack, "List").parameter_type("CommaDelimitedList").build();
            text.value_as_number();
            text.value_as_list();
            list.value_as_string();
            let output = CfnOutput::new(&stack, "Output", "value");
            output.import_value();
            output.set_export_name("not a name");
            CfnOutput::builder(&stack, "Other", "value").export_name("").build();
        },
        expect![[r#"
            error[core::parameter-type]: a parameter of type `String` is not a number
               = construct: Stack/Text
               = help: take the value with the method of the parameter's type
            error[core::parameter-type]: a parameter of type `String` is not a list
               = construct: Stack/Text
               = help: take the value with the method of the parameter's type
            error[core::parameter-type]: a parameter of type `CommaDelimitedList` is not a text or number
               = construct: Stack/List
               = help: take the value with the method of the parameter's type
            error[core::no-export-name]: the output has no export name to import it by
               = construct: Stack/Output
               = help: set one with `export_name` before asking for `import_value`
            error[core::invalid-export-name]: `not a name` is not a name for an export
               = construct: Stack/Output
               = help: use 1 to 255 letters, digits, `:` and `-`
            error[core::invalid-export-name]: `` is not a name for an export
               = construct: Stack/Other
               = help: use 1 to 255 letters, digits, `:` and `-`
        "#]],
    );
}

#[test]
fn resources() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            CfnResource::builder(&stack, "Empty", "").build();
            raw(&stack, "Queue").apply_removal_policy(RemovalPolicy::Snapshot);
            CfnResource::builder(&stack, "List", "Test::Core::Raw").properties(cfn_json!(["a"])).build();
        },
        expect![[r#"
            error[core::empty-resource-type]: the resource has no type
               = construct: Stack/Empty
               = help: name a CloudFormation type such as `AWS::SQS::Queue`
            error[core::no-snapshot]: Test::Core::Raw does not support the removal policy Snapshot
               = construct: Stack/Queue
               = help: use RemovalPolicy::Retain or RemovalPolicy::Destroy
            error[core::properties-not-object]: the properties of a resource are an object
               = construct: Stack/List
               = help: give names and values: `cfn_json!({ "Name": "books" })`
        "#]],
    );
}

#[test]
fn intrinsic_functions() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let list = CfnParameter::builder(&stack, "List").parameter_type("CommaDelimitedList").build();
            let mut object = Object::new();
            object.insert_token(raw(&stack, "Queue").ref_(), "value");
            CfnCondition::new(&stack, "Nothing", Fn::condition_and([] as [&CfnCondition; 0]));
            CfnResource::builder(&stack, "Thing", "Test::Core::Raw")
                .property("Cidr", Fn::cidr("10.0.0.0/8", 257, "8"))
                .property("Select", Fn::select(2, ["a", "b"]))
                .property("Negative", Fn::select(-1, ["a", "b"]))
                .property("Json", stack.to_json_string(cfn_json!({ "list": list.value_as_list() })))
                .property("Key", object)
                .build();
        },
        expect![[r#"
            error[core::empty-condition]: `Fn::And` has no conditions
               = construct: Stack/Nothing
               = help: give it at least one
            error[core::cidr-count]: `Fn::Cidr` makes 1 to 256 blocks, not 257
               = construct: Stack/Thing
               = help: see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-cidr.html
            error[core::select-out-of-range]: `Fn::Select` takes element 2 of a list of 2
               = construct: Stack/Thing
               = help: elements are counted from 0
            error[core::select-out-of-range]: `Fn::Select` takes element -1 of a list of 2
               = construct: Stack/Thing
               = help: elements are counted from 0
            error[core::list-token-in-json]: a list that is known only at deployment stands in JSON text
               = construct: Stack/Thing
               = help: `Fn::join` the list into text, or give it alone to `Fn::to_json_string`
            error[core::key-not-string]: the key of an object resolves to {"Ref":"Queue"}
               = construct: Stack/Thing
               = help: a key must be text when synthesizing, such as a logical id
        "#]],
    );
}

#[test]
fn mappings() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            CfnMapping::new(&stack, "Flat", cfn_json!({ "key": "value" }));
            let mapping = CfnMapping::new(&stack, "Mapping", cfn_json!({ "key": { "bad-name": 1, "good": 2 } }));
            mapping.set_value("key", "also bad", 3);
            mapping.find_in_map("other", "good");
            mapping.find_in_map("key", "better");
            CfnOutput::new(&Stack::new(app, "Other"), "Output", mapping.find_in_map("key", "good"));
        },
        expect![[r#"
            error[core::invalid-mapping]: a mapping is an object of objects
               = construct: Stack/Flat
               = help: write `{ "key": { "name": value } }`
            error[core::invalid-mapping]: `bad-name` is not a second-level key of a mapping
               = construct: Stack/Mapping
               = help: use letters and digits
            error[core::invalid-mapping]: `also bad` is not a second-level key of a mapping
               = construct: Stack/Mapping
               = help: use letters and digits
            error[core::no-such-key]: the mapping has no key `other`
               = construct: Stack/Mapping
               = help: add it with `set_value` first, or give a default with `find_in_map_or`
            error[core::no-such-key]: the mapping has no key `better`
               = construct: Stack/Mapping
               = help: add it with `set_value` first, or give a default with `find_in_map_or`
            error[core::other-stack]: `Stack/Mapping` is in another stack
               = construct: Other/Output
               = help: conditions and mappings serve their own stack: make one here as well
        "#]],
    );
}

#[test]
fn condition_of_another_stack() {
    check(
        |app| {
            let condition = CfnCondition::new(&Stack::new(app, "A"), "Condition", Fn::condition_equals("a", "b"));
            raw(&Stack::new(app, "B"), "Queue").set_condition(&condition);
        },
        expect![[r#"
            error[core::other-stack]: `A/Condition` is in another stack
               = construct: B/Queue
               = help: conditions and mappings serve their own stack: make one here as well
        "#]],
    );
}

struct Grow;

impl Aspect for Grow {
    fn visit(&self, node: &Node) {
        Construct::new(node, "Child");
    }
}

struct AddsEarlier;

impl Aspect for AddsEarlier {
    fn visit(&self, node: &Node) {
        if Stack::is_stack(node) {
            Aspects::of(node).add_with_priority(Nothing, AspectPriority::MUTATING);
        }
    }
}

struct Nothing;

impl Aspect for Nothing {
    fn visit(&self, _: &Node) {}
}

#[test]
fn aspects_that_never_settle() {
    check(
        |app| Aspects::of(&Stack::new(app, "Stack")).add(Grow),
        expect![[r#"
        error[core::aspects-never-settle]: aspects still add constructs or aspects after 100 rounds
           = construct: App
           = help: let an aspect add only what is not there yet
    "#]],
    );
}

#[test]
fn aspect_that_comes_too_late() {
    check(
        |app| Aspects::of(&Stack::new(app, "Stack")).add(AddsEarlier),
        expect![[r#"
        error[core::aspect-priority]: an aspect of priority 200 was added after one of priority 500 had visited the construct
           = construct: Stack
           = help: add it before `synth`, or give it a priority that is not lower
    "#]],
    );
}

#[test]
fn validations() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            stack
                .node()
                .add_validation(|| vec![Diagnostic::error("books::none", "there are no books").help("add one")]);
        },
        expect![[r#"
            error[books::none]: there are no books
               = construct: Stack
               = help: add one
        "#]],
    );
}

#[test]
fn a_report_is_the_same_through_debug() {
    let app = App::new();
    raw(&app, "Queue");
    let error: SynthError = app.synth().unwrap_err();
    assert_eq!(error.diagnostics()[0].severity(), Severity::Error);
    assert_eq!(format!("{error:?}"), format!("synthesis failed\n\n{error}"));
    assert!(error.to_string().ends_with("1 error; nothing was written"));
}

#[test]
fn environments_and_synthesizers_do_not_mind_odd_text() {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path().join("a\u{301}/b")).build();
    let env = Environment::new().account("").region("nowhere-1");
    let synthesizer = DefaultStackSynthesizer::new().qualifier("").file_assets_bucket_name("");
    Stack::builder(&app, "Stack").env(env).synthesizer(synthesizer).tag("", "").build();
    app.synth().unwrap();
}
