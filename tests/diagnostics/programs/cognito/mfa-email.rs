//! Cognito is to send second factors by email.

use aws_cdk_cognito::{Mfa, MfaSecondFactor, UserPool};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let factors = MfaSecondFactor::new(false, true).email(true);
    UserPool::builder(&stack, "Readers").mfa(Mfa::Required).mfa_second_factor(factors).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let factors = MfaSecondFactor::new(false, true);
    UserPool::builder(&stack, "Readers").mfa(Mfa::Required).mfa_second_factor(factors).build();
}
