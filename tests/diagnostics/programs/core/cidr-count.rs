//! A block of addresses is divided into more parts than `Fn::Cidr` makes.

use aws_cdk_core::{App, CfnOutput, Fn, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnOutput::new(&stack, "First", Fn::select(0, Fn::cidr("10.0.0.0/8", 257, "8")));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnOutput::new(&stack, "First", Fn::select(0, Fn::cidr("10.0.0.0/8", 256, "8")));
}
