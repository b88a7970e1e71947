//! A function is imported by its name.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::Function;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Function::from_function_arn(&stack, "ListBooks", "list-books");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Function::from_function_arn(&stack, "ListBooks", "arn:aws:lambda:eu-west-1:111111111111:function:list-books");
}
