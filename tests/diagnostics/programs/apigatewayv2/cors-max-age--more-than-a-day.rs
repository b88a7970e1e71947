//! Browsers are to keep an answer for ten days.

use aws_cdk_apigatewayv2::{CorsPreflightOptions, HttpApi};
use aws_cdk_core::{App, Duration, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    HttpApi::builder(&stack, "Api")
        .cors_preflight(CorsPreflightOptions::new().allow_origins(["*"]).max_age(Duration::days(10)))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    HttpApi::builder(&stack, "Api")
        .cors_preflight(CorsPreflightOptions::new().allow_origins(["*"]).max_age(Duration::days(1)))
        .build();
}
