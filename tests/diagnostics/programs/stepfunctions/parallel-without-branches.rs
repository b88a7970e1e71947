//! A parallel state has no branches.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Parallel, Pass, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let parallel = Parallel::new(&stack, "Both");
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&parallel)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let parallel = Parallel::new(&stack, "Both");
    parallel.branch(&Pass::new(&stack, "Order"));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&parallel)).build();
}
