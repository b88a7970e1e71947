//! A property has a text that is too long.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::CfnAlias;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnAlias::builder(&stack, "Alias").function_name("books").function_version("1").name("l".repeat(129)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnAlias::builder(&stack, "Alias").function_name("books").function_version("1").name("l".repeat(128)).build();
}
