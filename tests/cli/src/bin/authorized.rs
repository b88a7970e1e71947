//! An HTTP API with a route for anybody, one for the holders of tokens, and one that a function guards.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_authorizers::{HttpJwtAuthorizer, HttpLambdaAuthorizer, HttpLambdaResponseType};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, CfnOutput, IConstruct, Stack, SynthError};
use aws_cdk_lambda::{Code, Function, Runtime};

fn function(stack: &Stack, id: &str, code: &str) -> Function {
    Function::builder(stack, id)
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline(code))
        .build()
}

fn main() -> Result<(), SynthError> {
    let app = App::new();
    let stack = Stack::new(&app, "Authorized");
    let context = |key: &str, otherwise: &str| {
        let value = stack.node().try_get_context(key);
        value.and_then(|value| Some(value.as_str()?.to_owned())).unwrap_or_else(|| otherwise.to_owned())
    };
    let answer = context("answer", "hello");
    let hello =
        function(&stack, "Hello", &format!("exports.handler = async () => ({{ statusCode: 200, body: {answer:?} }});"));
    let guard = function(
        &stack,
        "Guard",
        "exports.handler = async (event) => ({ isAuthorized: event.headers.authorization === 'please' });",
    );
    let api = HttpApi::new(&stack, "Api");
    let integration = HttpLambdaIntegration::new("Hello", &hello);
    let methods = [HttpMethod::Get];
    api.add_routes("/public", &integration).methods(methods).build();
    let issuer = context("issuer", "https://login.example.com");
    api.add_routes("/token", &integration)
        .methods(methods)
        .authorizer(HttpJwtAuthorizer::new("Tokens", issuer, ["books"]))
        .build();
    api.add_routes("/guarded", &integration)
        .methods(methods)
        .authorizer(HttpLambdaAuthorizer::new("Guard", &guard).response_types([HttpLambdaResponseType::Simple]))
        .build();
    CfnOutput::new(&stack, "ApiId", api.api_id());
    app.synth()?;
    Ok(())
}
