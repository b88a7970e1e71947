//! The right to send to clients, the ARNs of requests, and imported APIs.

use aws_cdk_apigatewayv2::{IApi, WebSocketApi, WebSocketApiAttributes, WebSocketStage};
use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_iam::{PolicyStatement, Role, ServicePrincipal, User};
use aws_cdk_lambda::{Code, Function, Runtime};

#[allow(deprecated, reason = "the recorded app uses `arnForExecuteApi` too")]
pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "WsGrantsArns");
    let api = WebSocketApi::new(&stack, "Api");
    let user = User::new(&stack, "User");
    let function = Function::builder(&stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => ({});"))
        .build();
    let stage = WebSocketStage::builder(&stack, "Stage", &api, "prod").auto_deploy(true).build();

    api.grant_manage_connections(&user);
    api.grant_manage_connections(&function);
    stage.grant_management_api_access(&function);
    function.add_environment("CALLBACK", stage.callback_url());

    let role = Role::builder(&stack, "Role", ServicePrincipal::new("lambda.amazonaws.com")).build();
    role.add_to_policy(PolicyStatement::new().actions(["execute-api:Invoke"]).resources([
        api.arn_for_execute_api_v2(None, None),
        api.arn_for_execute_api_v2(Some("$connect"), Some("prod")),
        api.arn_for_execute_api_v2(Some("route"), None),
    ]));

    let attributes = WebSocketApiAttributes::new("ws123").api_endpoint("wss://ws123.example.com");
    let imported = WebSocketApi::from_web_socket_api_attributes(&stack, "Imported", attributes);
    let imported_stage = WebSocketStage::builder(&stack, "ImportedStage", &imported, "x").build();

    CfnOutput::new(&stack, "All", api.arn_for_execute_api(None, None, None));
    CfnOutput::new(&stack, "Some", api.arn_for_execute_api(Some("any"), Some("/path"), Some("prod")));
    CfnOutput::new(&stack, "ImportedEndpoint", imported.api_endpoint());
    CfnOutput::new(&stack, "ImportedUrl", imported_stage.url());
}
