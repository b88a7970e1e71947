//! The name of a zone has a space.

use aws_cdk_core::{App, Stack};
use aws_cdk_route53::HostedZone;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    HostedZone::builder(&stack, "Zone", "books example.com").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    HostedZone::builder(&stack, "Zone", "books.example.com").build();
}
