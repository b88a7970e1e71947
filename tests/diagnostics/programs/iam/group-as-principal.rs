//! A group is the principal of a statement.

use aws_cdk_core::{App, CfnResource, Stack};
use aws_cdk_iam::{AccountRootPrincipal, Group, PolicyDocument, PolicyStatement, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let readers = Group::new(&stack, "Readers");
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources().principal(&readers);
    CfnResource::builder(&stack, "Policy", "Custom::Policy")
        .property("Document", PolicyDocument::new().statement(statement))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let readers = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources().principal(&readers);
    CfnResource::builder(&stack, "Policy", "Custom::Policy")
        .property("Document", PolicyDocument::new().statement(statement))
        .build();
}
