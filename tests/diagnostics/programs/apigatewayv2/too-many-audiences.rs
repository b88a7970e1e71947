//! An authorizer has more audiences than API Gateway takes.

use aws_cdk_apigatewayv2::cfn_authorizer::JWTConfigurationProperty;
use aws_cdk_apigatewayv2::{CfnApi, CfnAuthorizer, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let audience: Vec<String> = (0..51).map(|number| format!("client-{number}")).collect();
    let tokens = JWTConfigurationProperty::new().issuer("https://id.example.com").audience(audience);
    let authorizer = CfnAuthorizer::builder(&stack, "Authorizer").api_id(api.ref_()).name("readers");
    authorizer
        .authorizer_type("JWT")
        .identity_source(["$request.header.Authorization"])
        .jwt_configuration(tokens)
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let audience: Vec<String> = (0..50).map(|number| format!("client-{number}")).collect();
    let tokens = JWTConfigurationProperty::new().issuer("https://id.example.com").audience(audience);
    let authorizer = CfnAuthorizer::builder(&stack, "Authorizer").api_id(api.ref_()).name("readers");
    authorizer
        .authorizer_type("JWT")
        .identity_source(["$request.header.Authorization"])
        .jwt_configuration(tokens)
        .build();
}
