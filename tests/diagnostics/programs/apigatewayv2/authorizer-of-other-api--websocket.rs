//! Two WebSocket APIs share an authorizer.

use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketRouteOptions};
use aws_cdk_apigatewayv2_authorizers::WebSocketLambdaAuthorizer;
use aws_cdk_apigatewayv2_integrations::WebSocketMockIntegration;
use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let members = WebSocketLambdaAuthorizer::new("Members", &function(&stack).build());
    for id in ["Readers", "Writers"] {
        let connect = WebSocketRouteOptions::new(WebSocketMockIntegration::new("Connect")).authorizer(members.clone());
        WebSocketApi::builder(&stack, id).connect_route_options(connect).build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let doorkeeper = function(&stack).build();
    for id in ["Readers", "Writers"] {
        let members = WebSocketLambdaAuthorizer::new("Members", &doorkeeper);
        let connect = WebSocketRouteOptions::new(WebSocketMockIntegration::new("Connect")).authorizer(members);
        WebSocketApi::builder(&stack, id).connect_route_options(connect).build();
    }
}
