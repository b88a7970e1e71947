//! The id of a stage has a space.

use aws_cdk_core::{App, Stage};

pub fn wrong(app: &App) {
    Stage::new(app, "Before Release");
}

pub fn right(app: &App) {
    Stage::new(app, "Before-Release");
}
