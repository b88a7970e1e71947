//! Policies about resources of another stack of the same environment; one that is left out exports nothing.

use aws_cdk_core::{App, Stack, Value, cfn_format};
use aws_cdk_iam::{IRole, ManagedPolicy, Policy, PolicyStatement, Role, ServicePrincipal, User};

pub(super) fn build(app: &App) {
    let producer = Stack::new(app, "IamRoles");
    let role = Role::builder(&producer, "Role", ServicePrincipal::new("x")).build();
    let hidden = Role::builder(&producer, "Hidden", ServicePrincipal::new("x")).build();
    let consumer = Stack::new(app, "IamUsers");
    let user = User::new(&consumer, "User");
    role.grant_assume_role(&user);
    role.grant_pass_role(&user);
    let on = |action: &str| PolicyStatement::new().actions([action]);
    let resources: [Value<String>; 3] = [role.role_arn(), cfn_format!("{}/*", role.role_arn()), "b".into()];
    let statement = PolicyStatement::new().actions(["a:B", "a:A"]).resources(resources);
    Policy::builder(&consumer, "Policy").statement(statement).build().attach_to_role(&role);
    Policy::builder(&consumer, "LeftOut").statement(on("a:C").resources([hidden.role_arn()])).build();
    ManagedPolicy::builder(&consumer, "Managed")
        .statement(on("a:D").resources([role.role_arn()]))
        .role(&role)
        .build();
}
