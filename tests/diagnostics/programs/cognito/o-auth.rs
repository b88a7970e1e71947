//! OAuth is set up and disabled.

use aws_cdk_cognito::{OAuthSettings, UserPool};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let client = UserPool::new(&stack, "Readers").add_client("Web");
    client.disable_o_auth(true).o_auth(OAuthSettings::new()).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let client = UserPool::new(&stack, "Readers").add_client("Web");
    client.o_auth(OAuthSettings::new()).build();
}
