//! A user pool is imported by its id.

use aws_cdk_cognito::UserPool;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::from_user_pool_arn(&stack, "Readers", "eu-west-1_a1B2c3D4e");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::from_user_pool_id(&stack, "Readers", "eu-west-1_a1B2c3D4e");
}
