//! A validation synthesizes the app.

use aws_cdk_core::{App, IConstruct, Stack};

pub fn wrong(app: &App) {
    let whole = app.clone();
    let stack = Stack::new(app, "Books");
    stack.node().add_validation(move || whole.synth().err().map_or(Vec::new(), |error| error.diagnostics().to_vec()));
}

pub fn right(app: &App) {
    let whole = app.clone();
    let stack = Stack::new(app, "Books");
    stack.node().add_validation(move || whole.diagnostics());
}
