//! A state is in JSONPath, and its state machine in JSONata.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Pass, QueryLanguage, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::builder(&stack, "Order").query_language(QueryLanguage::JsonPath).build();
    let machine = StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order));
    machine.query_language(QueryLanguage::Jsonata).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::builder(&stack, "Order").query_language(QueryLanguage::JsonPath).build();
    let machine = StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order));
    machine.build();
}
