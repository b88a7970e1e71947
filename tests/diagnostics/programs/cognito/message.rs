//! The message with a code does not have it.

use aws_cdk_cognito::{UserPool, UserVerificationConfig};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let verification = UserVerificationConfig::new().email_body("Welcome to the library!");
    UserPool::builder(&stack, "Readers").user_verification(verification).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let verification = UserVerificationConfig::new().email_body("Welcome to the library: {####}");
    UserPool::builder(&stack, "Readers").user_verification(verification).build();
}
