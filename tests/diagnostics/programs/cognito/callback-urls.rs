//! Users have nowhere to come back to after they signed in.

use aws_cdk_cognito::{OAuthSettings, UserPool};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let settings = OAuthSettings::new().callback_urls(Vec::<String>::new());
    UserPool::new(&stack, "Readers").add_client("Web").o_auth(settings).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let settings = OAuthSettings::new().callback_urls(["https://books.example.com"]);
    UserPool::new(&stack, "Readers").add_client("Web").o_auth(settings).build();
}
