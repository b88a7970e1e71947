//! A map does nothing with its elements.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Map, Pass, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let map = Map::new(&stack, "Each");
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&map)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let map = Map::new(&stack, "Each");
    map.item_processor(&Pass::new(&stack, "Order"));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&map)).build();
}
