//! The thumbprint of a provider's certificate is too short.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::OidcProviderNative;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let login = OidcProviderNative::builder(&stack, "Login", "https://login.example.com");
    login.thumbprints(["0123456789abcdef"]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let login = OidcProviderNative::builder(&stack, "Login", "https://login.example.com");
    login.thumbprints(["0123456789abcdef0123456789abcdef01234567"]).build();
}
