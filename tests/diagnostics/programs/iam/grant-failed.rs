//! A right is needed that nobody can give.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, Grant, GrantOptions, Role, ServicePrincipal};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let lambda = ServicePrincipal::new("lambda.amazonaws.com");
    let options = GrantOptions::new(&lambda).actions(["s3:GetObject"]).resource_arns(["arn:aws:s3:::books/*"]);
    Grant::add_to_principal(options).assert_success(&stack);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let lambda = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let options = GrantOptions::new(&lambda).actions(["s3:GetObject"]).resource_arns(["arn:aws:s3:::books/*"]);
    Grant::add_to_principal(options).assert_success(&stack);
}
