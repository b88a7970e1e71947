//! Users cannot sign in with passwords.

use aws_cdk_cognito::{AllowedFirstAuthFactors, UserPool};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let factors = AllowedFirstAuthFactors::new(false).passkey(true);
    UserPool::builder(&stack, "Readers").sign_in_policy(factors).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let factors = AllowedFirstAuthFactors::new(true).passkey(true);
    UserPool::builder(&stack, "Readers").sign_in_policy(factors).build();
}
