//! An API has more integrations than API Gateway takes.

use aws_cdk_apigatewayv2::{HttpApi, HttpIntegration, HttpIntegrationType, HttpMethod};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    for number in 0..301 {
        let shelf = HttpIntegration::builder(&stack, format!("Shelf{number}"), &api, HttpIntegrationType::HttpProxy);
        shelf.integration_uri("https://books.example.com").method(HttpMethod::Any).build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    for number in 0..239 {
        let shelf = HttpIntegration::builder(&stack, format!("Shelf{number}"), &api, HttpIntegrationType::HttpProxy);
        shelf.integration_uri("https://books.example.com").method(HttpMethod::Any).build();
    }
}
