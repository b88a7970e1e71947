//! Default policies too large for a role, which managed policies take over in part.

use aws_cdk_core::{App, CfnResource, Construct, Fn, IConstruct, Stack, cfn_json};
use aws_cdk_iam::{Grant, GrantOptions, IRole, ManagedPolicy, PolicyStatement, Role, ServicePrincipal};

fn role(stack: &Stack, id: &str, count: usize, make: impl std::ops::Fn(usize) -> PolicyStatement) -> Role {
    let role = Role::builder(stack, id, ServicePrincipal::new("x"))
        .managed_policy(ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"))
        .build();
    (0..count).for_each(|index| role.add_to_policy(make(index)));
    role
}

fn text(name: impl std::fmt::Display, length: usize) -> String {
    format!("arn:aws:own:::{}/{name}", "x".repeat(length))
}

fn on(index: usize, resources: impl IntoIterator<Item = String>) -> PolicyStatement {
    PolicyStatement::new().actions([format!("own:Action{index}")]).resources(resources)
}

fn import(index: usize) -> PolicyStatement {
    PolicyStatement::new().actions([format!("own:Action{index}")]).resources([Fn::import_value(format!("i{index}"))])
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IamLargePolicy");
    let large = role(&stack, "Large", 90, |index| on(index, [text(index, 250)]));
    for number in [1, 50, 100] {
        let options = GrantOptions::new(&large)
            .actions([format!("own:Grant{number}")])
            .resource_arns([text(format!("grant{number}"), number * 10)]);
        let waits = CfnResource::builder(&stack, format!("Before{number}"), "Test::Own::Thing").build();
        Grant::add_to_principal(options).apply_before(&waits);
    }
    role(&stack, "Mergeable", 120, |index| {
        PolicyStatement::new().actions(["own:Same"]).resources([text(index, 180)])
    });
    role(&stack, "Tokens", 70, |index| {
        let mut keys = aws_cdk_core::Object::new();
        keys.insert(format!("key{index}"), "value");
        import(index).conditions(cfn_json!({ "StringEquals": keys }))
    });
    role(&stack, "Fits", 40, |index| on(index, [text(index, 180)]));
    role(&stack, "Huge", 3, |index| on(index, (0..40).map(|number| text(format!("{index}-{number}"), 180))));
    let scope = Construct::new(&stack, "Context");
    scope.node().set_context("@aws-cdk/aws-iam.arnSizeEstimate", 900);
    let big = Role::builder(&scope, "Role", ServicePrincipal::new("x")).build();
    (0..15).for_each(|index| big.add_to_policy(import(index)));
    let equal =
        role(&stack, "Equal", 3, |_| PolicyStatement::new().actions(["own:Action"]).resources(["*"]));
    equal.add_managed_policy(&ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"));
}
