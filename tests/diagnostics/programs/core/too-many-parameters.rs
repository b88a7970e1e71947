//! A stack has 201 parameters: 200, and one for the version of the bootstrap stack.

use aws_cdk_core::{App, CfnParameter, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    for index in 0..200 {
        CfnParameter::new(&stack, format!("Parameter{index}"));
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    for index in 0..158 {
        CfnParameter::new(&stack, format!("Parameter{index}"));
    }
}
