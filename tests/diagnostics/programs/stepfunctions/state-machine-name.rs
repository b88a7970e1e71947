//! The name of a state machine has a space.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Pass, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::new(&stack, "Order");
    let machine = StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order));
    machine.state_machine_name("the orders").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::new(&stack, "Order");
    let machine = StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order));
    machine.state_machine_name("the-orders").build();
}
