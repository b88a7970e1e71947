//! A statement names principals that are meant and others that are exempt.

use aws_cdk_core::{App, CfnResource, Stack};
use aws_cdk_iam::{AccountRootPrincipal, AnyPrincipal, Effect, PolicyDocument, PolicyStatement};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let (all, root) = (AnyPrincipal::new(), AccountRootPrincipal::new());
    let statement = PolicyStatement::new().effect(Effect::Deny).actions(["s3:GetObject"]).all_resources();
    let document = PolicyDocument::new().statement(statement.principal(&all).not_principal(&root));
    CfnResource::builder(&stack, "Policy", "Custom::Policy").property("Document", document).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let root = AccountRootPrincipal::new();
    let statement = PolicyStatement::new().effect(Effect::Deny).actions(["s3:GetObject"]).all_resources();
    let document = PolicyDocument::new().statement(statement.not_principal(&root));
    CfnResource::builder(&stack, "Policy", "Custom::Policy").property("Document", document).build();
}
