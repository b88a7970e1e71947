//! Tokens of identity providers and of user pools: all options, shared by routes, a client made by default, several clients,
//! another region, imported pools; the id of an authorizer as an output.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_authorizers::{HttpJwtAuthorizer, HttpUserPoolAuthorizer};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_cognito::{UserPool, UserPoolClient};
use aws_cdk_core::{App, CfnOutput, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "AuthJwtUserPool");
    let api = HttpApi::new(&stack, "Api");
    let integration = HttpUrlIntegration::new("Url", "https://example.com");
    let get = [HttpMethod::Get];
    let pool = UserPool::new(&stack, "Pool");

    let jwt = HttpJwtAuthorizer::new("Jwt", "https://issuer.example.com", ["one", "two"]);
    api.add_routes("/jwt", &integration).methods(get).authorizer(&jwt).build();
    api.add_routes("/jwt2", &integration).methods(get).authorizer(&jwt).authorization_scopes(["read"]).build();
    let full = HttpJwtAuthorizer::new("JwtFull", "https://other.example.com/", ["x"])
        .authorizer_name("named-jwt")
        .identity_source(["$request.header.Token", "$request.querystring.token"]);
    api.add_routes("/jwt-full", &integration).methods(get).authorizer(full).build();
    let plain = HttpUserPoolAuthorizer::new("PoolAuth", &pool);
    api.add_routes("/pool", &integration).methods(get).authorizer(plain).build();
    let web = pool.add_client("Web").build();
    let mobile = UserPoolClient::builder(&stack, "Mobile", &pool).generate_secret(true).build();
    let full = HttpUserPoolAuthorizer::new("PoolFull", &pool)
        .user_pool_clients(&[&web, &mobile])
        .user_pool_region("eu-west-1")
        .authorizer_name("named-pool")
        .identity_source(["$request.header.Cookie"]);
    api.add_routes("/pool-full", &integration).methods(get).authorizer(full).build();
    let old = UserPool::from_user_pool_id(&stack, "Old", "us-east-1_abc");
    let old_client = UserPoolClient::from_user_pool_client_id(&stack, "OldClient", "client-abc");
    let imported = HttpUserPoolAuthorizer::new("PoolImported", &old).user_pool_client(&old_client);
    api.add_routes("/pool-imported", &integration).methods(get).authorizer(imported).build();
    CfnOutput::new(&stack, "JwtId", jwt.authorizer_id());
}
