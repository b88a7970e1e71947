//! A state machine is imported by its name.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::StateMachine;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    StateMachine::from_state_machine_arn(&stack, "Machine", "orders");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    StateMachine::from_state_machine_arn(
        &stack,
        "Machine",
        "arn:aws:states:eu-west-1:111111111111:stateMachine:orders",
    );
}
