//! An allowed origin ends with a slash.

use aws_cdk_apigatewayv2::{CorsPreflightOptions, HttpApi};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    HttpApi::builder(&stack, "Api")
        .cors_preflight(CorsPreflightOptions::new().allow_origins(["https://books.example.com/"]))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    HttpApi::builder(&stack, "Api")
        .cors_preflight(CorsPreflightOptions::new().allow_origins(["https://books.example.com"]))
        .build();
}
