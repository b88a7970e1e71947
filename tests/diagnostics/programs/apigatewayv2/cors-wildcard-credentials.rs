//! Any site may send the credentials of its visitors.

use aws_cdk_apigatewayv2::{CorsPreflightOptions, HttpApi};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let cors = CorsPreflightOptions::new().allow_credentials(true).allow_origins(["*"]);
    HttpApi::builder(&stack, "Api").cors_preflight(cors).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let cors = CorsPreflightOptions::new().allow_credentials(true).allow_origins(["https://example.com"]);
    HttpApi::builder(&stack, "Api").cors_preflight(cors).build();
}
