//! A route other than `$connect` has an authorizer.

use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketRouteOptions};
use aws_cdk_apigatewayv2_authorizers::WebSocketIamAuthorizer;
use aws_cdk_apigatewayv2_integrations::WebSocketMockIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = WebSocketApi::new(&stack, "Api");
    api.add_route("send", WebSocketMockIntegration::new("Send")).authorizer(WebSocketIamAuthorizer::new()).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let connect = WebSocketRouteOptions::new(WebSocketMockIntegration::new("Connect"));
    let connect = connect.authorizer(WebSocketIamAuthorizer::new());
    let api = WebSocketApi::builder(&stack, "Api").connect_route_options(connect).build();
    api.add_route("send", WebSocketMockIntegration::new("Send")).build();
}
