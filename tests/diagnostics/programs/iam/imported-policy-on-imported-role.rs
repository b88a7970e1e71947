//! An imported role gets a managed policy that was imported as well.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, IRole, ManagedPolicy, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::from_role_arn(&stack, "Reader", "arn:aws:iam::111111111111:role/reader");
    reader.add_managed_policy(&ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    reader.add_managed_policy(&ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"));
}
