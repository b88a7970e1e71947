//! Routes of every method and of many paths, and an integration that routes share.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, CfnOutput, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpRoutesMethods");
    let api = HttpApi::new(&stack, "Api");

    let shared = HttpUrlIntegration::new("Shared", "https://backend.example.com/{proxy}");
    let routes = api
        .add_routes("/items", &shared)
        .methods([
            HttpMethod::Get,
            HttpMethod::Post,
            HttpMethod::Put,
            HttpMethod::Patch,
            HttpMethod::Delete,
            HttpMethod::Head,
            HttpMethod::Options,
        ])
        .build();
    api.add_routes("/items/{itemId}", &shared).methods([HttpMethod::Get, HttpMethod::Delete]).build();
    api.add_routes("/{proxy+}", &shared).build();
    api.add_routes("/", HttpUrlIntegration::new("Root", "https://example.com")).methods([HttpMethod::Any]).build();
    api.add_routes("/a/{b}/c-d_e.f/{g+}", HttpUrlIntegration::new("Deep", "https://example.com/deep"))
        .methods([HttpMethod::Post])
        .build();

    CfnOutput::new(&stack, "FirstRouteId", routes[0].route_id());
    CfnOutput::new(&stack, "FirstRouteArn", routes[0].route_arn());
}
