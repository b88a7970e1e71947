//! A statement in the trust policy of a role names no principals.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountPrincipal, AccountRootPrincipal, PolicyStatement, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    reader.assume_role_policy().add_statements([PolicyStatement::new().actions(["sts:AssumeRole"])]);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    reader.assume_role_policy().add_statements([PolicyStatement::new()
        .actions(["sts:AssumeRole"])
        .principal(&AccountPrincipal::new("222222222222"))]);
}
