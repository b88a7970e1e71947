//! The id of an organization is none.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{OrganizationPrincipal, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::builder(&stack, "Reader", OrganizationPrincipal::new("our-organization")).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::builder(&stack, "Reader", OrganizationPrincipal::new("o-1234567890")).build();
}
