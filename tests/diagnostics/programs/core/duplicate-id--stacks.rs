//! Two stacks of an app have the same id.

use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    Stack::new(app, "Books");
    Stack::builder(app, "Books").stack_name("music").build();
}

pub fn right(app: &App) {
    Stack::new(app, "Books");
    Stack::builder(app, "Music").stack_name("music").build();
}
