//! A state is followed by two others.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Fail, Pass, StateMachine, Succeed};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::new(&stack, "Order");
    order.next(&Succeed::new(&stack, "Done"));
    order.next(&Fail::new(&stack, "Failed"));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::new(&stack, "Order");
    order.next(&Succeed::new(&stack, "Done"));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order)).build();
}
