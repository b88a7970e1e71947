//! Dependencies that cannot be, and cycles.

use aws_cdk_core::{IConstruct, Stack, Stage, cfn_format};
use expect_test::expect;

use crate::{check, raw};

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
               = note: `B` depends on `A`: `B/InB` needs `A/InA`
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
