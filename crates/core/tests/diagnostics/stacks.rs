//! Mistakes between stacks, and templates beyond the limits of CloudFormation.

use aws_cdk_core::{
    App, CfnOutput, CfnParameter, Construct, CrossStackReferences, Duration, Environment, NestedStack,
    ReferenceStrength, ResourceName, SecretValue, Stack, Tags,
};
use expect_test::expect;

use crate::{check, raw};

fn stack(app: &App, id: &str, account: &str, region: &str) -> Stack {
    Stack::builder(app, id).env(Environment::new().account(account).region(region)).build()
}

#[test]
fn references_that_cannot_be_made() {
    check(
        |app| {
            let home = stack(app, "Home", "111111111111", "eu-west-1");
            let far = stack(app, "Far", "111111111111", "us-east-1");
            let anywhere = Stack::new(app, "Anywhere");
            let thing = raw(&home, "Thing");
            thing.apply_cross_stack_reference_strength(ReferenceStrength::Strong);
            CfnOutput::new(&far, "Strong", thing.ref_());
            CfnOutput::new(&anywhere, "Account", raw(&home, "Other").ref_());
            let nameless = ResourceName::new(&thing, None);
            CfnOutput::new(&far, "Nameless", nameless.name_attribute(thing.ref_()));
        },
        expect![[r#"
            error[core::cross-stack-reference]: the stack `Far` cannot use `Ref` of `Home/Thing`, which is in the stack `Home`: a strong reference cannot cross regions
               = construct: Far/Strong
               = help: name account and region of both stacks, use a weak reference, or pass a physical name as text
            error[core::cross-stack-reference]: the stack `Anywhere` cannot use `Ref` of `Home/Other`, which is in the stack `Home`: the stacks are in different accounts and not both name a region
               = construct: Anywhere/Account
               = help: name account and region of both stacks, use a weak reference, or pass a physical name as text
            error[core::no-physical-name]: `Home/Thing` of the stack `Home` is used in another account or region, and has no name that is known now
               = construct: Far/Nameless
               = help: name it, with text or `PhysicalName::GENERATE_IF_NEEDED`, in a stack that names account and region
        "#]],
    );
}

#[test]
fn a_cycle_of_stacks_by_references() {
    check(
        |app| {
            let (a, b) = (Stack::new(app, "A"), Stack::new(app, "B"));
            let (in_a, in_b) = (raw(&a, "InA"), raw(&b, "InB"));
            CfnOutput::new(&a, "OfB", in_b.ref_());
            CfnOutput::new(&b, "OfA", in_a.ref_());
        },
        expect![[r#"
            error[core::dependency-cycle]: stacks depend on each other in a cycle
               = construct: A
               = note: `A` depends on `B`: `A/OfB` needs `B/InB`
               = note: `B` depends on `A`: `B/OfA` needs `A/InA`
               = help: take one of these dependencies away
        "#]],
    );
}

#[test]
fn values_that_are_not_for_export() {
    check(
        |app| {
            let (a, b) = (Stack::new(app, "A"), Stack::new(app, "B"));
            a.export_value(raw(&b, "InB").ref_());
            NestedStack::new(app, "Nested");
            SecretValue::cfn_parameter(&CfnParameter::new(&a, "Password"));
        },
        expect![[r#"
            error[core::not-exportable]: the value is not an attribute of a resource of this stack
               = construct: A
               = help: name the export with `export_value_as`
            error[core::nested-stack-outside-stack]: a nested stack has no stack to be deployed with
               = construct: Nested
               = help: make it below a `Stack`
            error[core::parameter-shows-secret]: the parameter is used as a secret and not masked
               = construct: A/Password
               = help: build it with `.no_echo(true)`
        "#]],
    );
}

#[test]
fn tags_that_aws_refuses() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            Tags::of(&stack).add("k".repeat(129), "value");
            Tags::of(&stack).add("AWS:mine", "value");
            Tags::of(&stack).add("key", "v".repeat(257));
            Tags::of(&stack).add("", "value");
            Tags::of(&stack).add("k".repeat(128), "v".repeat(256));
        },
        expect![[r#"
            error[core::tag]: the key of a tag has 129 characters
               = construct: Stack
               = help: use 1 to 128 characters
            error[core::tag]: the key of the tag `AWS:mine` starts with `aws:`
               = construct: Stack
               = help: choose another one: AWS keeps that for itself
            error[core::tag]: the value of the tag `key` has 257 characters
               = construct: Stack
               = help: use up to 256 characters
            error[core::tag]: the key of a tag has 0 characters
               = construct: Stack
               = help: use 1 to 128 characters
        "#]],
    );
}

#[test]
fn more_than_a_template_takes() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            for index in 0..501 {
                raw(&stack, &format!("Resource{index}"));
            }
            for index in 0..201 {
                CfnOutput::new(&stack, format!("Output{index}"), "value");
            }
            // One more stands in the template for the check of the bootstrap stack.
            for index in 0..200 {
                CfnParameter::new(&stack, format!("Parameter{index}"));
            }
            let large = Stack::new(app, "Large");
            CfnOutput::new(&large, "Text", "x".repeat(1_000_000));
        },
        expect![[r#"
            error[core::too-many-resources]: the stack has 501 resources, and AWS takes 500
               = construct: Stack
               = help: split the stack, or move a part of it into a `NestedStack`
            error[core::too-many-parameters]: the stack has 201 parameters, and AWS takes 200
               = construct: Stack
               = help: split the stack, or move a part of it into a `NestedStack`
            error[core::too-many-outputs]: the stack has 201 outputs, and AWS takes 200
               = construct: Stack
               = help: split the stack, or move a part of it into a `NestedStack`
            error[core::template-too-large]: the template has 1,000,819 bytes, and AWS takes 1,000,000
               = construct: Large
               = help: split the stack, or print the template in one line with `suppress_template_indentation`
        "#]],
    );
}

#[test]
fn as_much_as_a_template_takes() {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path()).build();
    let stack = Stack::new(&app, "Stack");
    for index in 0..500 {
        raw(&stack, &format!("Resource{index}"));
    }
    for index in 0..200 {
        CfnOutput::new(&stack, format!("Output{index}"), "value");
    }
    for index in 0..199 {
        CfnParameter::new(&stack, format!("Parameter{index}"));
    }
    app.synth().unwrap();
}

#[test]
fn options_that_do_not_fit() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let nested = NestedStack::builder(&stack, "Nested").timeout(Duration::seconds(90)).build();
            raw(&nested, "Resource");
            CrossStackReferences::of(&Construct::new(&stack, "Empty")).produce(ReferenceStrength::Strong);
        },
        expect![[r#"
            error[core::nested-stack-timeout]: the timeout cannot be used: 90 seconds is not a whole number of minutes
               = construct: Stack/Nested
               = help: use whole minutes
            error[core::no-default-resource]: the construct is no resource and has none as its default child
               = construct: Stack/Empty
               = help: name the resource itself
        "#]],
    );
}
