//! What an authorizer decided is to be kept for more than an hour.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_authorizers::HttpLambdaAuthorizer;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Duration, Set, Stack};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let doorkeeper = function(&stack).build();
    let authorizer = HttpLambdaAuthorizer::new("Doorkeeper", &doorkeeper).results_cache_ttl(Duration::seconds(3601));
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books", HttpUrlIntegration::new("List", "https://books.example.com"))
        .authorizer(&authorizer)
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let doorkeeper = function(&stack).build();
    let authorizer = HttpLambdaAuthorizer::new("Doorkeeper", &doorkeeper).results_cache_ttl(Duration::seconds(3600));
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books", HttpUrlIntegration::new("List", "https://books.example.com"))
        .authorizer(&authorizer)
        .build();
}
