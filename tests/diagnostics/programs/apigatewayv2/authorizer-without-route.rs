//! An authorizer that no route uses is asked for its id.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_authorizers::HttpJwtAuthorizer;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let members = HttpJwtAuthorizer::new("Members", "https://login.example.com", ["books"]);
    CfnOutput::new(&stack, "AuthorizerId", members.authorizer_id());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let members = HttpJwtAuthorizer::new("Members", "https://login.example.com", ["books"]);
    CfnOutput::new(&stack, "AuthorizerId", members.authorizer_id());
    let list = HttpUrlIntegration::new("List", "https://books.example.com");
    HttpApi::new(&stack, "Api").add_routes("/books", list).authorizer(&members).build();
}
