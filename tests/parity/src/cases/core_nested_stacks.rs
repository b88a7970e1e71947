//! Nested stacks: values up, down and between siblings; parameters, options; one nested in another.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, HttpRoute, HttpRouteKey};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{
    App, CfnOutput, CfnParameter, CfnResource, Duration, NestedStack, RemovalPolicy, Stack, cfn_format,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CoreNestedStacks");
    let raw = CfnResource::builder(&stack, "Raw", "Test::Core::Raw").build();
    let first = NestedStack::builder(&stack, "First")
        .parameter("Given", "value")
        .parameter("FromParent", raw.ref_())
        .timeout(Duration::minutes(10))
        .description("first")
        .notification_arns(["arn:aws:sns:us-east-1:111111111111:t"])
        .removal_policy(RemovalPolicy::Retain)
        .build();
    CfnParameter::new(&first, "Given");
    CfnParameter::new(&first, "FromParent");
    let api = HttpApi::new(&first, "Api");
    let second = NestedStack::new(&stack, "Second");
    let integration = HttpUrlIntegration::new("Url", cfn_format!("https://{}", raw.get_att("Host")));
    HttpRoute::builder(&second, "Route", &api, HttpRouteKey::with("/x", HttpMethod::Get), integration).build();
    let deep = NestedStack::new(&second, "Deep");
    CfnResource::builder(&deep, "Uses", "Test::Core::Uses")
        .property("Api", api.api_id())
        .property("Raw", raw.ref_())
        .property("Own", deep.stack_name())
        .property("Parent", stack.stack_name())
        .build();
    deep.set_parameter("Later", "x");
    CfnOutput::new(&stack, "ApiId", api.api_id());
    CfnOutput::new(&stack, "FirstId", first.stack_id());
}
