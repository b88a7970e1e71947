//! The programs of the CDK's own integration tests of HTTP authorizers, each a stack.

use aws_cdk_apigatewayv2::{
    HttpApi, HttpApiBuilder, HttpIntegrationBinding, HttpIntegrationType, HttpMethod, HttpRoute, HttpRouteAuthorizer,
    HttpRouteIntegration, HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig, HttpRouteKey,
    PayloadFormatVersion,
};
use aws_cdk_apigatewayv2_authorizers::{
    HttpIamAuthorizer, HttpLambdaAuthorizer, HttpLambdaResponseType, HttpUserPoolAuthorizer,
};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_cognito::UserPool;
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{App, AssetOptions, CfnOutput, Stack};
use aws_cdk_iam::{AccessKey, User};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn context() -> Vec<(&'static str, serde_json::Value)> {
    vec![(flags::USE_CDK_MANAGED_LOG_GROUP, false.into())]
}

pub(super) fn build(app: &App) {
    iam(app);
    lambda(app);
    user_pool(app);
}

struct Example(HttpIntegrationBinding);

impl HttpRouteIntegration for Example {
    fn binding(&self) -> &HttpIntegrationBinding {
        &self.0
    }

    fn bind(&self, _: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        HttpRouteIntegrationConfig::new(HttpIntegrationType::HttpProxy)
            .payload_format_version(PayloadFormatVersion::VERSION_1_0)
            .method(HttpMethod::Get)
            .integration_uri("https://www.example.com/")
    }
}

fn iam(app: &App) {
    let stack = Stack::new(app, "IntegApiGatewayV2Iam");
    let user = User::new(&stack, "User");
    let key = AccessKey::builder(&stack, "UserAccess", &user).build();
    let api = HttpApi::builder(&stack, "HttpApi").default_authorizer(HttpIamAuthorizer::new()).build();
    for path in ["/foo", "/books/{book}"] {
        let routes = api.add_routes(path, Example(HttpIntegrationBinding::new("examplecom"))).build();
        routes[0].grant_invoke(&user);
    }
    CfnOutput::new(&stack, "API", api.url());
    CfnOutput::new(&stack, "TESTACCESSKEYID", key.access_key_id());
    CfnOutput::new(&stack, "TESTSECRETACCESSKEY", key.secret_access_key().unsafe_unwrap());
    CfnOutput::new(&stack, "TESTREGION", stack.region());
}

fn handler(stack: &Stack, id: &str, directory: &str) -> Function {
    let code = Code::from_asset_with(crate::fixture(directory), AssetOptions::new().exclude(["*.ts"]));
    Function::builder(stack, id).runtime(Runtime::NODEJS_20_X).handler("index.handler").code(code).build()
}

/// An API with an authorizer on a route, and another one with an authorizer by default.
fn apis(
    stack: &Stack,
    authorizer: impl HttpRouteAuthorizer,
    options: impl FnOnce(HttpApiBuilder) -> HttpApiBuilder,
    integration: &str,
) -> (HttpApi, HttpApi) {
    let api = HttpApi::new(stack, "MyHttpApi");
    let other = options(HttpApi::builder(stack, "MyHttpApiWithDefaultAuthorizer")).build();
    let answers = handler(stack, "lambda", "hello");
    api.add_routes("/", HttpLambdaIntegration::new(integration, &answers))
        .methods([HttpMethod::Get])
        .authorizer(authorizer)
        .build();
    let key = HttpRouteKey::with("/v1/mything/{proxy+}", HttpMethod::Any);
    HttpRoute::builder(stack, "Route", &other, key, HttpLambdaIntegration::new("RootIntegration", &answers)).build();
    (api, other)
}

fn lambda(app: &App) {
    let stack = Stack::new(app, "AuthorizerInteg");
    let function = handler(&stack, "auth-function", "nested");
    let asks = |id: &str| {
        HttpLambdaAuthorizer::new(id, &function)
            .authorizer_name("my-simple-authorizer")
            .identity_source(["$request.header.X-API-Key"])
            .response_types([HttpLambdaResponseType::Simple])
    };
    let (authorizer, fallback) = (asks("LambdaAuthorizer"), asks("LambdaDefaultAuthorizer"));
    let (api, other) = apis(&stack, &authorizer, |api| api.default_authorizer(fallback), "RootIntegration");
    CfnOutput::new(&stack, "URL", api.url());
    CfnOutput::new(&stack, "URLWithDefaultAuthorizer", other.url());
    CfnOutput::new(&stack, "AuthorizerId", authorizer.authorizer_id());
    CfnOutput::new(&stack, "AuthorizationType", authorizer.authorization_type().as_str());
}

fn user_pool(app: &App) {
    let stack = Stack::new(app, "AuthorizerIntegUserPool");
    let authorizer = HttpUserPoolAuthorizer::new("UserPoolAuthorizer", &UserPool::new(&stack, "userpool"));
    let pool = UserPool::new(&stack, "userpoolForDefaultAuthorizer");
    let fallback = HttpUserPoolAuthorizer::new("UserPoolDefaultAuthorizer", &pool);
    let options =
        |api: HttpApiBuilder| api.default_authorizer(fallback).default_authorization_scopes(["scope1", "scope2"]);
    apis(&stack, authorizer, options, "RootIntegratin");
}
