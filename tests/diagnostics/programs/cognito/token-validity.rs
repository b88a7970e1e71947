//! A token is valid for longer than Cognito lets it.

use aws_cdk_cognito::UserPool;
use aws_cdk_core::{App, Duration, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let client = UserPool::new(&stack, "Readers").add_client("Web");
    client.access_token_validity(Duration::hours(25)).refresh_token_validity(Duration::days(30)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let client = UserPool::new(&stack, "Readers").add_client("Web");
    client.access_token_validity(Duration::hours(24)).refresh_token_validity(Duration::days(30)).build();
}
