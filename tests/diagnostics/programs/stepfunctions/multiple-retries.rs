//! A state that is given as JSON has retries, and gets more.

use aws_cdk_core::{App, Stack, cfn_json};
use aws_cdk_stepfunctions::{CustomState, DefinitionBody, RetryProps, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let json = cfn_json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{ "ErrorEquals": ["A"] }] });
    let send = CustomState::new(&stack, "Send", json);
    send.add_retry(RetryProps::new().errors(["B"]));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&send)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let json = cfn_json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage" });
    let send = CustomState::new(&stack, "Send", json);
    send.add_retry(RetryProps::new().errors(["B"]));
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&send)).build();
}
