//! A provider has too many client ids.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::OidcProviderNative;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let ids = (0..101).map(|number| format!("client-{number}"));
    OidcProviderNative::builder(&stack, "Login", "https://login.example.com").client_ids(ids).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let ids = (0..100).map(|number| format!("client-{number}"));
    OidcProviderNative::builder(&stack, "Login", "https://login.example.com").client_ids(ids).build();
}
