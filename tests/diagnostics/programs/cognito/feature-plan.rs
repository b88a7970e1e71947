//! Users sign in with passkeys, which is not in the feature plan.

use aws_cdk_cognito::{AllowedFirstAuthFactors, FeaturePlan, UserPool};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let factors = AllowedFirstAuthFactors::new(true).passkey(true);
    UserPool::builder(&stack, "Readers").feature_plan(FeaturePlan::Lite).sign_in_policy(factors).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let factors = AllowedFirstAuthFactors::new(true).passkey(true);
    UserPool::builder(&stack, "Readers").feature_plan(FeaturePlan::Essentials).sign_in_policy(factors).build();
}
