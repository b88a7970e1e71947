//! The logs of a state machine go nowhere.

use aws_cdk_core::{App, Stack};
use aws_cdk_logs::LogGroup;
use aws_cdk_stepfunctions::{DefinitionBody, LogOptions, Pass, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::new(&stack, "Order");
    let machine = StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order));
    machine.logs(LogOptions::new()).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::new(&stack, "Order");
    let machine = StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order));
    machine.logs(LogOptions::new().destination(&LogGroup::new(&stack, "Logs"))).build();
}
