//! An imported function of another account is to permit a call.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::ServicePrincipal;
use aws_cdk_lambda::{Function, FunctionAttributes, IFunction, ImportedFunction};

fn books(stack: &Stack, attributes: FunctionAttributes) -> ImportedFunction {
    Function::from_function_attributes(stack, "ListBooks", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let attributes = FunctionAttributes::new("arn:aws:lambda:eu-west-1:999999999999:function:list-books");
    let role = ServicePrincipal::new("events.amazonaws.com");
    books(&stack, attributes).grant_invoke(&role);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let attributes =
        FunctionAttributes::new("arn:aws:lambda:eu-west-1:999999999999:function:list-books").same_environment(true);
    let role = ServicePrincipal::new("events.amazonaws.com");
    books(&stack, attributes).grant_invoke(&role);
}
