//! A principal with conditions is one of several that share a statement.

use aws_cdk_core::{App, CfnResource, Stack, cfn_json};
use aws_cdk_iam::{AccountPrincipal, CompositePrincipal, IPrincipal, PolicyDocument, PolicyStatement};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let secure =
        AccountPrincipal::new("222222222222").with_conditions(cfn_json!({ "Bool": { "aws:SecureTransport": "true" } }));
    let both = CompositePrincipal::new(AccountPrincipal::new("333333333333")).principal(secure);
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources().principal(&both);
    CfnResource::builder(&stack, "Policy", "Custom::Policy")
        .property("Document", PolicyDocument::new().statement(statement))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let both =
        CompositePrincipal::new(AccountPrincipal::new("333333333333")).principal(AccountPrincipal::new("222222222222"));
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources().principal(&both);
    CfnResource::builder(&stack, "Policy", "Custom::Policy")
        .property("Document", PolicyDocument::new().statement(statement))
        .build();
}
