//! A service is granted the right to take a role.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, IRole, PolicyStatement, Role, ServicePrincipal};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    reader.grant_assume_role(&ServicePrincipal::new("lambda.amazonaws.com"));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let lambda = ServicePrincipal::new("lambda.amazonaws.com");
    let statement = PolicyStatement::new().actions(["sts:AssumeRole"]).principal(&lambda);
    reader.assume_role_policy().add_statements([statement]);
}
