//! An integration leads nowhere.

use aws_cdk_apigatewayv2::{HttpApi, HttpIntegration, HttpIntegrationType, HttpMethod};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    HttpIntegration::builder(&stack, "List", &api, HttpIntegrationType::HttpProxy).method(HttpMethod::Get).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    HttpIntegration::builder(&stack, "List", &api, HttpIntegrationType::HttpProxy)
        .method(HttpMethod::Get)
        .integration_uri("https://books.example.com")
        .build();
}
