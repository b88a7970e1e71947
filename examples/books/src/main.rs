//! An HTTP API for books: a list from a Lambda function, and an archive on another server.

use aws_cdk_apigatewayv2::{CorsHttpMethod, CorsPreflightOptions, HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::{HttpLambdaIntegration, HttpUrlIntegration};
use aws_cdk_core::{App, CfnOutput, Duration, Stack, SynthError};
use aws_cdk_lambda::{Code, Function, Runtime};

fn main() -> Result<(), SynthError> {
    let app = App::new();
    let stack = Stack::new(&app, "Books");

    let list_books = Function::builder(&stack, "ListBooks")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_asset(concat!(env!("CARGO_MANIFEST_DIR"), "/lambda/list-books")))
        .build();

    let api = HttpApi::builder(&stack, "HttpApi")
        .cors_preflight(
            CorsPreflightOptions::new()
                .allow_methods([CorsHttpMethod::Get])
                .allow_origins(["*"])
                .max_age(Duration::days(1)),
        )
        .build();

    api.add_routes("/books", HttpLambdaIntegration::new("ListBooks", &list_books)).methods([HttpMethod::Get]).build();
    api.add_routes("/archive/{proxy+}", HttpUrlIntegration::new("Archive", "https://archive.example.com/{proxy}"))
        .build();

    CfnOutput::new(&stack, "Url", api.api_endpoint());

    let assembly = app.synth()?;
    print(&assembly);
    Ok(())
}

#[allow(clippy::print_stdout, reason = "a program may print")]
fn print(assembly: &aws_cdk_core::CloudAssembly) {
    println!("{assembly}");
}
