//! Two stages have stacks whose files would have the same name.

use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    Stack::builder(app, "Books And Music").stack_name("first").build();
    Stack::builder(app, "Books_And_Music").stack_name("second").build();
}

pub fn right(app: &App) {
    Stack::builder(app, "Books And Music").stack_name("first").build();
    Stack::builder(app, "BooksAndFilms").stack_name("second").build();
}
