//! Mistakes in the tree: ids, scopes, stacks, stages, and other apps.

use aws_cdk_core::{
    App, CfnCondition, CfnOutput, Construct, DefaultStackSynthesizer, Environment, Fn, IConstruct, Severity, Stack,
    Stage, SynthError, Token, cfn_format,
};
use expect_test::expect;

use crate::{check, raw, report};

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
            queue.cfn_options().set_condition(&condition);
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
fn a_report_is_the_same_through_debug() {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path().join("cdk.out")).build();
    raw(&app, "Queue");
    let error: SynthError = app.synth().unwrap_err();
    assert_eq!(error.diagnostics()[0].severity(), Severity::Error);
    // `Debug` is in colour where the standard error output is.
    let coloured = format!("{error:?}");
    let mut plain = coloured.split('\u{1b}').next().unwrap_or_default().to_owned();
    plain.extend(coloured.split('\u{1b}').skip(1).filter_map(|part| Some(part.split_once('m')?.1)));
    assert_eq!(plain, format!("synthesis failed\n\n{error}"));
    assert!(error.to_string().ends_with("1 error; no assembly was written"));
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
