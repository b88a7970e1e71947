//! One HTTP API with 100 routes to one function: what L2 constructs cost.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, Stack, SynthError};
use aws_cdk_lambda::{Code, Function, Runtime};

const ROUTES: usize = 100;

fn main() -> Result<(), SynthError> {
    let app = App::new();
    let stack = Stack::new(&app, "Routes");
    let function = Function::builder(&stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => ({ statusCode: 200 });"))
        .build();
    let api = HttpApi::new(&stack, "Api");
    let integration = HttpLambdaIntegration::new("Integration", &function);
    for index in 0..ROUTES {
        api.add_routes(format!("/items-{index}/{{id}}"), integration.clone()).methods([HttpMethod::Get]).build();
    }
    app.synth()?;
    Ok(())
}
