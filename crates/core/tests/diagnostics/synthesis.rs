//! Mistakes that show when synthesizing: assets, lazy values, aspects, validations, the output directory.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_core::{
    App, Aspect, AspectPriority, Aspects, Asset, CfnOutput, CfnResource, Construct, Diagnostic, Fn, IConstruct, Json,
    Lazy, Node, Stack, StackSynthesizer, Value, cfn_format, cfn_json,
};
use expect_test::expect;

use crate::{check, raw, report};

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
fn lazy_json_that_contains_itself() {
    check(
        |app| {
            let slot: Rc<RefCell<Option<Json>>> = Rc::default();
            let (inner, deeper) = (slot.clone(), slot.clone());
            let itself: Value<Json> = Lazy::any(move || inner.borrow().clone()).into();
            *slot.borrow_mut() = Some(itself.clone().into_json());
            let doubled = Rc::<RefCell<Option<Value<String>>>>::default();
            let twice = doubled.clone();
            let doubling: Value<String> =
                Lazy::string(move || twice.borrow().clone().unwrap_or_else(|| "nothing".into())).into();
            *doubled.borrow_mut() = Some(cfn_format!("{}{}", doubling, doubling));
            let growing: Value<Json> = Lazy::any(move || Some(cfn_json!({ "again": deeper.borrow().clone()? }))).into();
            let stack = Stack::new(app, "Stack");
            CfnOutput::new(&stack, "Itself", stack.to_json_string(&itself));
            CfnOutput::new(&stack, "Growing", Fn::to_json_string(cfn_json!([growing])));
            CfnResource::builder(&stack, "Raw", "Test::Core::Raw").property("Itself", &itself).build();
            CfnOutput::new(&stack, "Doubling", &doubling);
        },
        expect![[r#"
            error[core::circular-value]: a value is nested more than 200 levels deep
               = construct: Stack/Itself
               = help: a lazy value may not produce itself
            error[core::circular-value]: a value is nested more than 200 levels deep
               = construct: Stack/Growing
               = help: a lazy value may not produce itself
            error[core::circular-value]: a value is nested more than 200 levels deep
               = construct: Stack/Raw
               = help: a lazy value may not produce itself
            error[core::circular-value]: a value is nested more than 200 levels deep
               = construct: Stack/Doubling
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
