//! An app with two mistakes, of which the CLI must show both.

use aws_cdk_apigatewayv2::{CorsPreflightOptions, HttpApi};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack, SynthError};

fn main() -> Result<(), SynthError> {
    let app = App::new();
    let stack = Stack::new(&app, "Failing");
    let cors = CorsPreflightOptions::new().allow_credentials(true).allow_origins(["*"]);
    let api = HttpApi::builder(&stack, "Api").cors_preflight(cors).build();
    api.add_routes("books", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
    app.synth()?;
    Ok(())
}
