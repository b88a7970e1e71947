//! The error of a failure is given twice.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Fail, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let failed = Fail::builder(&stack, "Failed").error("OutOfStock").error_path("$.error").build();
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&failed)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let failed = Fail::builder(&stack, "Failed").error("OutOfStock").build();
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&failed)).build();
}
