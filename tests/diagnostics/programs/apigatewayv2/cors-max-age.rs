//! Browsers are to remember the answer to a preflight for a part of a second.

use aws_cdk_apigatewayv2::{CorsPreflightOptions, HttpApi};
use aws_cdk_core::{App, Duration, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let cors = CorsPreflightOptions::new().allow_origins(["https://example.com"]).max_age(Duration::millis(1500));
    HttpApi::builder(&stack, "Api").cors_preflight(cors).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let cors = CorsPreflightOptions::new().allow_origins(["https://example.com"]).max_age(Duration::seconds(2));
    HttpApi::builder(&stack, "Api").cors_preflight(cors).build();
}
