//! A state that is given as JSON catches errors, and gets more.

use aws_cdk_core::{App, Stack, cfn_json};
use aws_cdk_stepfunctions::{CatchProps, CustomState, DefinitionBody, Fail, StateMachine, Succeed};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let (done, failed) = (Succeed::new(&stack, "Done"), Fail::new(&stack, "Failed"));
    let catch = cfn_json!([{ "ErrorEquals": ["A"], "Next": "Done" }]);
    let json = cfn_json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Catch": catch });
    let send = CustomState::new(&stack, "Send", json);
    send.add_catch(&failed, CatchProps::new().errors(["B"]));
    send.next(&done);
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&send)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let (done, failed) = (Succeed::new(&stack, "Done"), Fail::new(&stack, "Failed"));
    let json = cfn_json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage" });
    let send = CustomState::new(&stack, "Send", json);
    send.add_catch(&failed, CatchProps::new().errors(["B"]));
    send.next(&done);
    StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&send)).build();
}
