//! A choice goes on to two states if nothing fits.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{Choice, Condition, DefinitionBody, Fail, StateMachine, Succeed};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let (done, failed) = (Succeed::new(&stack, "Done"), Fail::new(&stack, "Failed"));
    let choice = Choice::new(&stack, "Paid");
    choice.when(Condition::is_present("$.paid"), &done).otherwise(&failed).otherwise(&done);
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&choice)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let (done, failed) = (Succeed::new(&stack, "Done"), Fail::new(&stack, "Failed"));
    let choice = Choice::new(&stack, "Paid");
    choice.when(Condition::is_present("$.paid"), &done).otherwise(&failed);
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&choice)).build();
}
