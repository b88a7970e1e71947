//! A resource that was imported without its role is the principal of a statement.

use aws_cdk_core::{App, CfnResource, Stack};
use aws_cdk_iam::{AccountRootPrincipal, PolicyDocument, PolicyStatement, UnknownPrincipal};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let unknown = UnknownPrincipal::new(&stack);
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources().principal(&unknown);
    CfnResource::builder(&stack, "Policy", "Custom::Policy")
        .property("Document", PolicyDocument::new().statement(statement))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let unknown = AccountRootPrincipal::new();
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources().principal(&unknown);
    CfnResource::builder(&stack, "Policy", "Custom::Policy")
        .property("Document", PolicyDocument::new().statement(statement))
        .build();
}
