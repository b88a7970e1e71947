//! A state that is given as JSON is text.

use aws_cdk_core::{App, Stack, cfn_json};
use aws_cdk_stepfunctions::{CustomState, DefinitionBody, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = CustomState::new(&stack, "Order", "Succeed");
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = CustomState::new(&stack, "Order", cfn_json!({ "Type": "Succeed" }));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&order)).build();
}
