//! A stack has 201 outputs.

use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    for index in 0..201 {
        CfnOutput::new(&stack, format!("Output{index}"), "books");
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    for index in 0..159 {
        CfnOutput::new(&stack, format!("Output{index}"), "books");
    }
}
