//! Integrations of WebSocket APIs: Lambda, mock and AWS with every option, and the construct itself.

use aws_cdk_apigatewayv2::{
    ContentHandling, PassthroughBehavior, WebSocketApi, WebSocketIntegration, WebSocketIntegrationType,
};
use aws_cdk_apigatewayv2_integrations::{
    WebSocketAwsIntegration, WebSocketLambdaIntegration, WebSocketMockIntegration,
};
use aws_cdk_core::{App, Aws, CfnOutput, Duration, Stack, cfn_format};
use aws_cdk_iam::{Role, ServicePrincipal};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "WsIntegrations");
    let api = WebSocketApi::new(&stack, "Api");
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("apigateway.amazonaws.com")).build();
    let function = Function::builder(&stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => ({ statusCode: 200 });"))
        .build();

    let shared = WebSocketLambdaIntegration::new("Shared", &function)
        .timeout(Duration::seconds(7))
        .content_handling(ContentHandling::ConvertToBinary);
    api.add_route("one", &shared).build();
    api.add_route("two", &shared).return_response(true).build();

    let mock = WebSocketMockIntegration::new("Mock")
        .request_templates([("application/json", r#"{"statusCode":200}"#)])
        .template_selection_expression(r"\$default");
    api.add_route("mock", mock).build();
    let uri = cfn_format!("arn:{}:apigateway:{}:dynamodb:action/PutItem", Aws::PARTITION, Aws::REGION);
    let table = WebSocketAwsIntegration::new("Table", uri, "POST")
        .credentials_role(&role)
        .content_handling(ContentHandling::ConvertToText)
        .passthrough_behavior(PassthroughBehavior::Never)
        .request_parameters([("integration.request.header.Content-Type", "'application/x-amz-json-1.0'")])
        .request_templates([(
            "application/json",
            r#"{"TableName":"t","Item":{"id":{"S":"$context.requestId"}}}"#,
        )])
        .template_selection_expression(r"\$default")
        .timeout(Duration::seconds(29));
    api.add_route("table", table).build();
    let minimal = WebSocketAwsIntegration::new("Minimal", "arn:aws:apigateway:us-east-1:sqs:path/q", "POST")
        .passthrough_behavior(PassthroughBehavior::WhenNoMatch);
    api.add_route("minimal", minimal).build();

    let kind = WebSocketIntegrationType::AwsProxy;
    let own = WebSocketIntegration::builder(&stack, "Own", &api, kind, "arn:aws:lambda:x")
        .passthrough_behavior(PassthroughBehavior::WhenNoTemplates)
        .build();
    CfnOutput::new(&stack, "OwnId", own.integration_id());
}
