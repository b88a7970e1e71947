//! An authorizer does not say which function decides.

use aws_cdk_apigatewayv2::{HttpApi, HttpAuthorizer, HttpAuthorizerType};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    HttpAuthorizer::builder(&stack, "Doorkeeper", &api, HttpAuthorizerType::Lambda, ["$request.header.Authorization"])
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let uri = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/doorkeeper/invocations";
    HttpAuthorizer::builder(&stack, "Doorkeeper", &api, HttpAuthorizerType::Lambda, ["$request.header.Authorization"])
        .authorizer_uri(uri)
        .build();
}
