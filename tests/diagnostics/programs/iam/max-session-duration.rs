//! A session of a role ends within the hour.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_iam::{AccountRootPrincipal, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::builder(&stack, "Reader", AccountRootPrincipal::new()).max_session_duration(Duration::minutes(59)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::builder(&stack, "Reader", AccountRootPrincipal::new()).max_session_duration(Duration::minutes(60)).build();
}
