//! The right to call routes, for roles, users and groups, and the ARNs of requests.

use aws_cdk_apigatewayv2::{GrantInvokeOptions, HttpApi, HttpMethod, HttpRoute, HttpRouteKey};
use aws_cdk_apigatewayv2_authorizers::HttpIamAuthorizer;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_iam::{AccountPrincipal, Group, PolicyStatement, Role, User};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpGrantsArns");
    let api = HttpApi::builder(&stack, "Api").default_authorizer(HttpIamAuthorizer::new()).build();
    let integration = HttpUrlIntegration::new("Url", "https://example.com");

    let role = Role::builder(&stack, "Role", AccountPrincipal::new("222222222222")).build();
    let user = User::new(&stack, "User");
    let group = Group::new(&stack, "Group");

    let methods = [HttpMethod::Get, HttpMethod::Post];
    let books = api.add_routes("/books/{id}", &integration).methods(methods).build();
    let any = api.add_routes("/any/{proxy+}", &integration).build();
    let fallback = HttpRoute::builder(&stack, "Default", &api, HttpRouteKey::DEFAULT, &integration).build();

    let only = |methods: [HttpMethod; 2]| GrantInvokeOptions::new().http_methods(methods);
    books[0].grant_invoke(&role);
    books[1].grant_invoke_with(&role, only([HttpMethod::Post, HttpMethod::Post]));
    any[0].grant_invoke_with(&user, only([HttpMethod::Get, HttpMethod::Put]));
    any[0].grant_invoke(&group);
    fallback.grant_invoke(&group);

    let beta = api.arn_for_execute_api(Some("GET"), Some("/x"), Some("beta"));
    role.add_to_policy(PolicyStatement::new().actions(["execute-api:Invoke"]).resources([beta]));

    CfnOutput::new(&stack, "All", api.arn_for_execute_api(None, None, None));
    CfnOutput::new(&stack, "Any", api.arn_for_execute_api(Some("ANY"), Some("/path"), None));
    CfnOutput::new(&stack, "Method", api.arn_for_execute_api(Some("DELETE"), None, None));
    CfnOutput::new(&stack, "Stage", api.arn_for_execute_api(None, None, Some("live")));
}
