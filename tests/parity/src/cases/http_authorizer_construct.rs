//! Authorizers as constructs: by tokens, by a function with each option, and with the defaults.

use aws_cdk_apigatewayv2::{AuthorizerPayloadVersion, HttpApi, HttpAuthorizer, HttpAuthorizerType};
use aws_cdk_core::{App, CfnOutput, Duration, Stack};
use aws_cdk_iam::{Role, ServicePrincipal};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpAuthorizerConstruct");
    let api = HttpApi::new(&stack, "Api");
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("apigateway.amazonaws.com")).build();
    let uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\
               arn:aws:lambda:us-east-1:111111111111:function:f/invocations";
    let lambda = HttpAuthorizerType::Lambda;

    let source = ["$request.header.Authorization"];
    let jwt = HttpAuthorizer::builder(&stack, "Jwt", &api, HttpAuthorizerType::Jwt, source)
        .jwt_audience(["a", "b"])
        .jwt_issuer("https://issuer.example.com")
        .build();
    HttpAuthorizer::builder(&stack, "Lambda", &api, lambda, ["$request.header.A", "$request.querystring.b"])
        .authorizer_uri(uri)
        .build();
    HttpAuthorizer::builder(&stack, "LambdaFull", &api, lambda, Vec::<&str>::new())
        .authorizer_name("full")
        .authorizer_uri(uri)
        .payload_format_version(AuthorizerPayloadVersion::Version1_0)
        .enable_simple_responses(false)
        .results_cache_ttl(Duration::hours(1))
        .role(&role)
        .build();
    HttpAuthorizer::builder(&stack, "LambdaNoCache", &api, lambda, ["$context.routeKey"])
        .authorizer_uri(uri)
        .payload_format_version(AuthorizerPayloadVersion::Version2_0)
        .enable_simple_responses(true)
        .results_cache_ttl(Duration::seconds(0))
        .build();

    CfnOutput::new(&stack, "JwtId", jwt.authorizer_id());
}
