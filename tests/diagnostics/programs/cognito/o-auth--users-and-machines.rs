//! A client is for users and for machines.

use aws_cdk_cognito::{OAuthFlows, OAuthSettings, UserPool};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let flows = OAuthFlows::new().client_credentials(true).authorization_code_grant(true);
    let client = UserPool::new(&stack, "Readers").add_client("Web").generate_secret(true);
    client.o_auth(OAuthSettings::new().flows(flows)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let flows = OAuthFlows::new().authorization_code_grant(true);
    let client = UserPool::new(&stack, "Readers").add_client("Web").generate_secret(true);
    client.o_auth(OAuthSettings::new().flows(flows)).build();
}
