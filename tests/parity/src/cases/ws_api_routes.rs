//! Routes of WebSocket APIs: those of the API, added ones and constructs of their own, with responses and API keys.

use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketRoute, WebSocketRouteOptions, WebSocketStage};
use aws_cdk_apigatewayv2_integrations::{WebSocketLambdaIntegration, WebSocketMockIntegration};
use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "WsApiRoutes");
    let function = |id: &str| {
        Function::builder(&stack, id)
            .runtime(Runtime::NODEJS_22_X)
            .handler("index.handler")
            .code(Code::from_inline("exports.handler = async () => ({ statusCode: 200 });"))
            .build()
    };
    let lambda = |id: &str, handler: &str| WebSocketLambdaIntegration::new(id, &function(handler));

    let api = WebSocketApi::builder(&stack, "Api")
        .connect_route_options(WebSocketRouteOptions::new(lambda("Connect", "ConnectFn")))
        .disconnect_route_options(WebSocketRouteOptions::new(lambda("Disconnect", "DisconnectFn")))
        .default_route_options(WebSocketRouteOptions::new(lambda("Fallback", "DefaultFn")).return_response(true))
        .build();
    let send = function("SendFn");
    let route = api.add_route("sendMessage", WebSocketLambdaIntegration::new("Send", &send)).build();
    api.add_route("ping", WebSocketMockIntegration::new("Ping")).return_response(true).build();
    api.add_route("quiet", WebSocketMockIntegration::new("Quiet")).return_response(false).build();
    let keyed = WebSocketLambdaIntegration::new("Keyed", &send);
    WebSocketRoute::builder(&stack, "Keyed", &api, "keyed", keyed).api_key_required(true).build();
    WebSocketRoute::builder(&stack, "NotKeyed", &api, "a/b c", WebSocketMockIntegration::new("NotKeyed"))
        .api_key_required(false)
        .return_response(true)
        .build();
    let stage = WebSocketStage::builder(&stack, "Stage", &api, "dev").auto_deploy(true).build();

    CfnOutput::new(&stack, "RouteId", route.route_id());
    CfnOutput::new(&stack, "Endpoint", api.api_endpoint());
    CfnOutput::new(&stack, "Url", stage.url());
    CfnOutput::new(&stack, "CallbackUrl", stage.callback_url());
}
