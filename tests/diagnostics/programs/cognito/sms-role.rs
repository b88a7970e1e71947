//! A role for text messages is given and switched off.

use aws_cdk_cognito::UserPool;
use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{Role, ServicePrincipal};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("cognito-idp.amazonaws.com")).build();
    UserPool::builder(&stack, "Readers").sms_role(&role).enable_sms_role(false).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("cognito-idp.amazonaws.com")).build();
    UserPool::builder(&stack, "Readers").sms_role(&role).build();
}
