//! The maximum concurrency of a map is negative.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Map, Pass, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let map = Map::builder(&stack, "Each").max_concurrency(-1).build();
    map.item_processor(&Pass::new(&stack, "Order"));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&map)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let map = Map::builder(&stack, "Each").max_concurrency(0).build();
    map.item_processor(&Pass::new(&stack, "Order"));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&map)).build();
}
