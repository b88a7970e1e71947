//! An attribute is longer than Cognito keeps it.

use aws_cdk_cognito::{StringAttribute, UserPool};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers").custom_attribute("shelf", StringAttribute::new().max_len(2049)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers").custom_attribute("shelf", StringAttribute::new().max_len(2048)).build();
}
