//! A statement has everybody as its principal, and others beside.

use aws_cdk_core::{App, CfnResource, Stack};
use aws_cdk_iam::{AccountRootPrincipal, AnyPrincipal, PolicyDocument, PolicyStatement, StarPrincipal};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
    let everybody = statement.principal(&AccountRootPrincipal::new()).principal(&StarPrincipal);
    let document = PolicyDocument::new().statement(everybody);
    CfnResource::builder(&stack, "Policy", "Custom::Policy").property("Document", document).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
    let everybody = statement.principal(&AccountRootPrincipal::new()).principal(&AnyPrincipal::new());
    let document = PolicyDocument::new().statement(everybody);
    CfnResource::builder(&stack, "Policy", "Custom::Policy").property("Document", document).build();
}
