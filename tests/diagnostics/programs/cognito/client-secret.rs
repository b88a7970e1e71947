//! A client without a secret says where its users are.

use aws_cdk_cognito::UserPool;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let client = UserPool::new(&stack, "Readers").add_client("Web");
    client.enable_propagate_additional_user_context_data(true).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let client = UserPool::new(&stack, "Readers").add_client("Web").generate_secret(true);
    client.enable_propagate_additional_user_context_data(true).build();
}
