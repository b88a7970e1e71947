//! Cross-origin settings: all of them, wildcards, a single one, and none.

use aws_cdk_apigatewayv2::{CorsHttpMethod, CorsPreflightOptions, HttpApi};
use aws_cdk_core::{App, Duration, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpCors");
    let api = |id: &str, options: CorsPreflightOptions| HttpApi::builder(&stack, id).cors_preflight(options).build();

    api(
        "Full",
        CorsPreflightOptions::new()
            .allow_credentials(true)
            .allow_headers(["Authorization", "Content-Type", "X-Trace"])
            .allow_methods([
                CorsHttpMethod::Get,
                CorsHttpMethod::Head,
                CorsHttpMethod::Options,
                CorsHttpMethod::Post,
                CorsHttpMethod::Put,
                CorsHttpMethod::Patch,
                CorsHttpMethod::Delete,
            ])
            .allow_origins(["https://app.example.com", "http://localhost:3000"])
            .expose_headers(["Date", "X-Request-Id"])
            .max_age(Duration::days(10)),
    );
    api(
        "Wild",
        CorsPreflightOptions::new()
            .allow_headers(["*"])
            .allow_methods([CorsHttpMethod::Any])
            .allow_origins(["*"])
            .allow_credentials(false),
    );
    api("MaxAgeOnly", CorsPreflightOptions::new().max_age(Duration::minutes(5)));
    api("ZeroAge", CorsPreflightOptions::new().allow_origins(["https://x.test"]).max_age(Duration::seconds(0)));
    api("Empty", CorsPreflightOptions::new());
}
