//! The URL of a provider is not one of HTTPS.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::OidcProviderNative;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    OidcProviderNative::builder(&stack, "Login", "http://login.example.com").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    OidcProviderNative::builder(&stack, "Login", "https://login.example.com").build();
}
