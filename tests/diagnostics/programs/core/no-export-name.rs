//! An output without an export is imported.

use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let output = CfnOutput::new(&stack, "Name", "books");
    CfnOutput::new(&Stack::new(app, "Reader"), "Imported", output.import_value());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let output = CfnOutput::builder(&stack, "Name", "books").export_name("books-name").build();
    CfnOutput::new(&Stack::new(app, "Reader"), "Imported", output.import_value());
}
