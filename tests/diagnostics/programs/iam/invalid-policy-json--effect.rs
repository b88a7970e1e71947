//! A statement neither allows nor denies.

use aws_cdk_core::{App, Stack, cfn_json};
use aws_cdk_iam::{ManagedPolicy, PolicyDocument};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let json = cfn_json!({ "Statement": [{ "Effect": "allow", "Action": "s3:GetObject", "Resource": "*" }] });
    let policy = ManagedPolicy::builder(&stack, "Read").document(PolicyDocument::from_json(json));
    policy.build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let json = cfn_json!({ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] });
    let policy = ManagedPolicy::builder(&stack, "Read").document(PolicyDocument::from_json(json));
    policy.build();
}
