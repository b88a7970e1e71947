//! The input of a state is a name, not a path.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Pass, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::builder(&stack, "Order").input_path("order").build();
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::builder(&stack, "Order").input_path("$.order").build();
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order)).build();
}
