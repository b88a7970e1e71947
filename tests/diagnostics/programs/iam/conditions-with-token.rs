//! Conditions that are known only at deployment meet others of the same kind.

use aws_cdk_core::{App, Fn, Stack, cfn_json};
use aws_cdk_iam::{PrincipalWithConditions, Role, ServicePrincipal};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let known = ServicePrincipal::new("lambda.amazonaws.com")
        .conditions(cfn_json!({ "StringEquals": { "aws:SourceAccount": "111111111111" } }));
    let more = cfn_json!({ "StringEquals": Fn::import_value("conditions") });
    Role::builder(&stack, "Reader", PrincipalWithConditions::new(known, more)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let known = ServicePrincipal::new("lambda.amazonaws.com")
        .conditions(cfn_json!({ "StringEquals": { "aws:SourceAccount": "111111111111" } }));
    let more = cfn_json!({ "StringEquals": { "aws:SourceArn": Fn::import_value("arn") } });
    Role::builder(&stack, "Reader", PrincipalWithConditions::new(known, more)).build();
}
