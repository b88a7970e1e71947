//! A template is larger than CloudFormation takes.

use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnOutput::new(&stack, "Text", "b".repeat(1_000_000));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnOutput::new(&stack, "Text", "b".repeat(750_000));
}
