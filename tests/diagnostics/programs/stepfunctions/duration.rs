//! A state waits for a part of a second.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, StateMachine, Wait, WaitTime};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let wait = Wait::new(&stack, "Wait", WaitTime::duration(Duration::millis(1500)));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&wait)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let wait = Wait::new(&stack, "Wait", WaitTime::duration(Duration::seconds(2)));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&wait)).build();
}
