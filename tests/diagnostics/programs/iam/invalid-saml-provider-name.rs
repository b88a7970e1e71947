//! The name of a SAML provider has a space.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::SamlProvider;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let metadata = format!("<EntityDescriptor>{}</EntityDescriptor>", "m".repeat(1000));
    SamlProvider::builder(&stack, "Login", metadata).name("our login").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let metadata = format!("<EntityDescriptor>{}</EntityDescriptor>", "m".repeat(1000));
    SamlProvider::builder(&stack, "Login", metadata).name("our-login").build();
}
