//! The first domain name of a certificate is too long.

use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let name = format!("{}.example.com", "b".repeat(53));
    Certificate::builder(&stack, "Certificate", name).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let name = format!("{}.example.com", "b".repeat(52));
    Certificate::builder(&stack, "Certificate", name).build();
}
