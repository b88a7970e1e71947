//! A function of another account is to permit a call, and its policy is not changed here.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::ServicePrincipal;
use aws_cdk_lambda::{Function, FunctionAttributes, IFunction, Permission};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let arn = "arn:aws:lambda:eu-west-1:999999999999:function:list-books";
    let list_books = Function::from_function_attributes(&stack, "ListBooks", FunctionAttributes::new(arn));
    let events = Permission::new(&ServicePrincipal::new("events.amazonaws.com"));
    list_books.add_permission("Events", events.source_account("111111111111"));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let arn = "arn:aws:lambda:eu-west-1:999999999999:function:list-books";
    let list_books =
        Function::from_function_attributes(&stack, "ListBooks", FunctionAttributes::new(arn).skip_permissions(true));
    let events = Permission::new(&ServicePrincipal::new("events.amazonaws.com"));
    list_books.add_permission("Events", events.source_account("111111111111"));
}
