//! A function is called by more routes than its policy has room for.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let books = Function::builder(&stack, "Books")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => ({});"))
        .build();
    let api = HttpApi::new(&stack, "Api");
    let integration = HttpLambdaIntegration::new("Books", &books);
    for number in 0..100 {
        api.add_routes(format!("/shelves/{number}"), &integration).methods([HttpMethod::Get]).build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let books = Function::builder(&stack, "Books")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => ({});"))
        .build();
    let api = HttpApi::new(&stack, "Api");
    let integration = HttpLambdaIntegration::new("Books", &books).scope_permission_to_route(false);
    for number in 0..100 {
        api.add_routes(format!("/shelves/{number}"), &integration).methods([HttpMethod::Get]).build();
    }
}
