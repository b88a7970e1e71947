//! Permissions boundaries: as options of roles and users, applied to and cleared from parts of the tree.

use aws_cdk_core::{App, Construct, IConstruct, Stack, cfn_json};
use aws_cdk_iam::{
    AnyPrincipal, CfnRole, Group, ManagedPolicy, PermissionsBoundary, PolicyStatement, Role, User,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IamBoundaries");
    let own = ManagedPolicy::builder(&stack, "Own")
        .statement(PolicyStatement::new().actions(["a:A"]).resources(["*"]))
        .build();
    make(&stack, &own);
    let inner = Construct::new(&stack, "Inner");
    make(&inner, &own);
    PermissionsBoundary::of(&inner).apply(&own);
    let cleared = Construct::new(&inner, "Cleared");
    make(&cleared, &own);
    PermissionsBoundary::of(&cleared).clear();
}

fn make(scope: &impl IConstruct, own: &ManagedPolicy) {
    let aws = ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess");
    Role::builder(scope, "Role", AnyPrincipal::new()).build();
    Role::builder(scope, "Bounded", AnyPrincipal::new()).permissions_boundary(own).build();
    User::builder(scope, "User").permissions_boundary(&aws).build();
    Group::new(scope, "Group");
    CfnRole::builder(scope, "L1").assume_role_policy_document(cfn_json!({})).build();
}
