//! What the CLI's context adds: paths and assets in the metadata of resources, also in stages and nested stacks.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, IConstruct, NestedStack, Node, Stack, Stage};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn context() -> Vec<(&'static str, serde_json::Value)> {
    vec![("aws:cdk:enable-path-metadata", true.into()), ("aws:cdk:enable-asset-metadata", true.into())]
}

pub(super) fn build(app: &App) {
    service(app.node());
    service(Stage::new(app, "Stage").node());
}

fn service(scope: &Node) {
    let stack = Stack::new(scope, "CliContext");
    let function = Function::builder(&stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_asset(crate::fixture("hello")))
        .build();
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/{proxy+}", HttpLambdaIntegration::new("Proxy", &function)).methods([HttpMethod::Get]).build();
    let nested = NestedStack::builder(&stack, "Nested").description("nested").build();
    HttpApi::new(&nested, "Inner");
}
