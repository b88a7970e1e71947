//! Context is set when there are constructs that may have read it.

use aws_cdk_core::{App, IConstruct, Stack};

pub fn wrong(app: &App) {
    Stack::new(app, "Books");
    app.node().set_context("books:region", "eu-west-1");
}

pub fn right(app: &App) {
    app.node().set_context("books:region", "eu-west-1");
    Stack::new(app, "Books");
}
