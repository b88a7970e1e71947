//! A condition does not say of which key it is.

use aws_cdk_core::{App, Stack, cfn_json};
use aws_cdk_iam::{AccountRootPrincipal, PolicyStatement, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
    reader.add_to_policy(statement.condition("Bool", "true"));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
    reader.add_to_policy(statement.condition("Bool", cfn_json!({ "aws:SecureTransport": "true" })));
}
