//! A condition that is of no others.

use aws_cdk_core::{App, Aws, CfnCondition, Fn, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnCondition::new(&stack, "Everywhere", Fn::condition_and([] as [&CfnCondition; 0]));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let here = CfnCondition::new(&stack, "Here", Fn::condition_equals(Aws::REGION, "eu-west-1"));
    let ours = CfnCondition::new(&stack, "Ours", Fn::condition_equals(Aws::ACCOUNT_ID, "111111111111"));
    CfnCondition::new(&stack, "Everywhere", Fn::condition_and([&here, &ours]));
}
