//! A state is tried again after all errors, and after one of them.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Errors, Parallel, Pass, RetryProps, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let parallel = Parallel::new(&stack, "Both");
    parallel.branch(&Pass::new(&stack, "Order"));
    parallel.add_retry(RetryProps::new().errors([Errors::ALL, Errors::TIMEOUT]));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&parallel)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let parallel = Parallel::new(&stack, "Both");
    parallel.branch(&Pass::new(&stack, "Order"));
    parallel.add_retry(RetryProps::new().errors([Errors::ALL]));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&parallel)).build();
}
