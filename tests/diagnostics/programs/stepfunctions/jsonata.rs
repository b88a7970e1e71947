//! An expression in JSONata is not marked as such.

use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{Choice, Condition, DefinitionBody, QueryLanguage, StateMachine, Succeed};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let done = Succeed::new(&stack, "Done");
    let choice = Choice::builder(&stack, "Paid").query_language(QueryLanguage::Jsonata).build();
    choice.when(Condition::jsonata("$states.input.paid"), &done).otherwise(&done);
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&choice)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let done = Succeed::new(&stack, "Done");
    let choice = Choice::builder(&stack, "Paid").query_language(QueryLanguage::Jsonata).build();
    choice.when(Condition::jsonata("{% $states.input.paid %}"), &done).otherwise(&done);
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&choice)).build();
}
