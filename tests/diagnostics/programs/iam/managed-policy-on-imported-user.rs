//! An imported user gets a managed policy.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{IUser, ManagedPolicy, PolicyStatement, User};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = User::from_user_name(&stack, "Reader", "reader");
    reader.add_managed_policy(&ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = User::from_user_name(&stack, "Reader", "reader");
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
    let policy = ManagedPolicy::builder(&stack, "Read").statement(statement).build();
    policy.attach_to_user(&reader);
}
