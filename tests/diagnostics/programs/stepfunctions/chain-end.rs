//! Something follows the end of a chain.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, Pass, StateMachine, Succeed};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let done = Pass::new(&stack, "Order").next(&Succeed::new(&stack, "Done"));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&done.next(&Pass::new(&stack, "After"))))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let done = Pass::new(&stack, "Order").next(&Pass::new(&stack, "After")).next(&Succeed::new(&stack, "Done"));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&done)).build();
}
