//! The context that estimates the length of ARNs is not a number.

use aws_cdk_core::{App, IConstruct, Stack};
use aws_cdk_iam::{AccountRootPrincipal, PolicyStatement, Role};

pub fn wrong(app: &App) {
    app.node().set_context("@aws-cdk/aws-iam.arnSizeEstimate", "long");
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    reader.add_to_policy(PolicyStatement::new().actions(["s3:GetObject"]).all_resources());
}

pub fn right(app: &App) {
    app.node().set_context("@aws-cdk/aws-iam.arnSizeEstimate", 200);
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    reader.add_to_policy(PolicyStatement::new().actions(["s3:GetObject"]).all_resources());
}
