//! The third of two is selected.

use aws_cdk_core::{App, CfnOutput, Fn, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnOutput::new(&stack, "Last", Fn::select(2, ["books", "music"]));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnOutput::new(&stack, "Last", Fn::select(1, ["books", "music"]));
}
