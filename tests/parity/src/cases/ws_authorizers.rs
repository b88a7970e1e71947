//! Who may connect: asked of a function, by IAM, anybody, an authorizer of its own and an imported one.

use aws_cdk_apigatewayv2::{
    WebSocketApi, WebSocketAuthorizer, WebSocketAuthorizerAttributes, WebSocketAuthorizerType,
    WebSocketNoneAuthorizer, WebSocketRouteAuthorizationType, WebSocketRouteAuthorizer, WebSocketRouteIntegration,
    WebSocketRouteOptions,
};
use aws_cdk_apigatewayv2_authorizers::{WebSocketIamAuthorizer, WebSocketLambdaAuthorizer};
use aws_cdk_apigatewayv2_integrations::{WebSocketLambdaIntegration, WebSocketMockIntegration};
use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};

fn api(
    stack: &Stack,
    id: &str,
    integration: impl WebSocketRouteIntegration + 'static,
    authorizer: impl WebSocketRouteAuthorizer + 'static,
) -> WebSocketApi {
    let connect = WebSocketRouteOptions::new(integration).authorizer(authorizer);
    WebSocketApi::builder(stack, id).connect_route_options(connect).build()
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "WsAuthorizers");
    let function = Function::builder(&stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => ({});"))
        .build();
    let mock = || WebSocketMockIntegration::new("Connect");
    let lambda = WebSocketLambdaIntegration::new("Connect", &function);

    api(&stack, "LambdaAuth", lambda, WebSocketLambdaAuthorizer::new("Authorizer", &function));
    let full = WebSocketLambdaAuthorizer::new("Authorizer", &function)
        .authorizer_name("named")
        .identity_source(["route.request.querystring.token", "route.request.header.X-Auth"]);
    api(&stack, "LambdaAuthFull", mock(), full);
    let iam = api(&stack, "Iam", mock(), WebSocketIamAuthorizer::new());
    api(&stack, "None", mock(), WebSocketNoneAuthorizer::new());
    let kind = WebSocketAuthorizerType::Lambda;
    let own = WebSocketAuthorizer::builder(&stack, "Own", &iam, kind, ["route.request.header.A"])
        .authorizer_uri("arn:aws:x")
        .build();
    let attributes = WebSocketAuthorizerAttributes::new("auth1", WebSocketRouteAuthorizationType::Custom);
    let old = WebSocketAuthorizer::from_web_socket_authorizer_attributes(&stack, "Old", attributes);
    api(&stack, "Imported", mock(), old);
    CfnOutput::new(&stack, "OwnId", own.authorizer_id());
}
