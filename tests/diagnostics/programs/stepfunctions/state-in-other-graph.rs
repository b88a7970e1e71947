//! A state is in two branches.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Parallel, Pass, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::new(&stack, "Order");
    let parallel = Parallel::new(&stack, "Both");
    parallel.branch(&order).branch(&order);
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&parallel)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let order = Pass::new(&stack, "Order");
    let parallel = Parallel::new(&stack, "Both");
    parallel.branch(&order).branch(&Pass::new(&stack, "Bill"));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&parallel)).build();
}
