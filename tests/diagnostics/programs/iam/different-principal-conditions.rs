//! The principals of a statement have different conditions.

use aws_cdk_core::{App, CfnResource, Stack, cfn_json};
use aws_cdk_iam::{AccountPrincipal, IPrincipal, PolicyDocument, PolicyStatement};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let secure =
        AccountPrincipal::new("222222222222").with_conditions(cfn_json!({ "Bool": { "aws:SecureTransport": "true" } }));
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
    let both = statement.principal(&AccountPrincipal::new("333333333333")).principal(&secure);
    CfnResource::builder(&stack, "Policy", "Custom::Policy")
        .property("Document", PolicyDocument::new().statement(both))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let secure =
        AccountPrincipal::new("222222222222").with_conditions(cfn_json!({ "Bool": { "aws:SecureTransport": "true" } }));
    let statement = || PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
    let document = PolicyDocument::new()
        .statement(statement().principal(&AccountPrincipal::new("333333333333")))
        .statement(statement().principal(&secure));
    CfnResource::builder(&stack, "Policy", "Custom::Policy").property("Document", document).build();
}
