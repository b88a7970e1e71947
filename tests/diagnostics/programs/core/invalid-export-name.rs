//! The name of an export has spaces.

use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnOutput::builder(&stack, "Name", "books").export_name("the books").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnOutput::builder(&stack, "Name", "books").export_name("the-books").build();
}
