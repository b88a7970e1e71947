//! Two states of a state machine have the same name.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Parallel, Pass, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let parallel = Parallel::new(&stack, "Both");
    parallel.branch(&Pass::builder(&stack, "First").state_name("Order").build());
    parallel.branch(&Pass::builder(&stack, "Second").state_name("Order").build());
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&parallel)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let parallel = Parallel::new(&stack, "Both");
    parallel.branch(&Pass::builder(&stack, "First").state_name("Order").build());
    parallel.branch(&Pass::builder(&stack, "Second").state_name("Bill").build());
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&parallel)).build();
}
