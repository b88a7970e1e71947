//! A condition is of a name, not of a path.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{Choice, Condition, DefinitionBody, StateMachine, Succeed};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let done = Succeed::new(&stack, "Done");
    let choice = Choice::new(&stack, "Paid");
    choice.when(Condition::is_null("order"), &done).otherwise(&done);
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&choice)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let done = Succeed::new(&stack, "Done");
    let choice = Choice::new(&stack, "Paid");
    choice.when(Condition::is_null("$.order"), &done).otherwise(&done);
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&choice)).build();
}
