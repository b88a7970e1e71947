//! Each method has a route of its own, so that nothing is left for `ANY`.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    use HttpMethod::{Any, Delete, Get, Head, Options, Patch, Post, Put};
    let api = HttpApi::new(&stack, "Api");
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    api.add_routes("/books", &books).methods([Delete, Get, Head, Options, Patch, Post, Put]).build();
    api.add_routes("/books", &books).methods([Any]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    use HttpMethod::{Any, Delete, Get, Head, Options, Patch, Post};
    let api = HttpApi::new(&stack, "Api");
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    api.add_routes("/books", &books).methods([Delete, Get, Head, Options, Patch, Post]).build();
    api.add_routes("/books", &books).methods([Any]).build();
}
