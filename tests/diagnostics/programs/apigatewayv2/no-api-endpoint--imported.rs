//! The endpoint of an imported API is asked for, which is not known.

use aws_cdk_apigatewayv2::{HttpApi, HttpApiAttributes, IApi};
use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::from_http_api_attributes(&stack, "Api", HttpApiAttributes::new("abc123"));
    CfnOutput::new(&stack, "Url", api.api_endpoint());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::from_http_api_attributes(
        &stack,
        "Api",
        HttpApiAttributes::new("abc123").api_endpoint("https://api.example.com"),
    );
    CfnOutput::new(&stack, "Url", api.api_endpoint());
}
