//! A resource that was imported without its role gets a right.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, Grant, GrantOptions, Role, UnknownPrincipal};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let unknown = UnknownPrincipal::new(&stack);
    Grant::add_to_principal(GrantOptions::new(&unknown).actions(["s3:GetObject"]).resource_arns(["*"]));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let unknown = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    Grant::add_to_principal(GrantOptions::new(&unknown).actions(["s3:GetObject"]).resource_arns(["*"]));
}
