//! The example `books` a version later: one route is gone, and one is new.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, CfnOutput, Stack, SynthError};
use aws_cdk_lambda::{Code, Function, Runtime};

fn main() -> Result<(), SynthError> {
    let app = App::new();
    let stack = Stack::new(&app, "Books");
    let list_books = Function::builder(&stack, "ListBooks")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => ({ statusCode: 200, body: 'all of them' });"))
        .build();
    let api = HttpApi::new(&stack, "HttpApi");
    let integration = HttpLambdaIntegration::new("ListBooks", &list_books);
    api.add_routes("/books", &integration).methods([HttpMethod::Get]).build();
    api.add_routes("/books/{id}", &integration).methods([HttpMethod::Get]).build();
    CfnOutput::new(&stack, "Url", api.api_endpoint());
    app.synth()?;
    Ok(())
}
