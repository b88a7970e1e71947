//! One HTTP API with 100 routes to ten functions: what L2 constructs cost.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, Stack, SynthError};
use aws_cdk_lambda::{Code, Function, Runtime};

const FUNCTIONS: usize = 10;
const ROUTES_OF_FUNCTION: usize = 10;

fn main() -> Result<(), SynthError> {
    let app = App::new();
    let stack = Stack::new(&app, "Routes");
    let api = HttpApi::new(&stack, "Api");
    for number in 0..FUNCTIONS {
        let function = Function::builder(&stack, format!("Function{number}"))
            .runtime(Runtime::NODEJS_22_X)
            .handler("index.handler")
            .code(Code::from_inline("exports.handler = async () => ({ statusCode: 200 });"))
            .build();
        let integration = HttpLambdaIntegration::new(format!("Integration{number}"), &function);
        for index in 0..ROUTES_OF_FUNCTION {
            api.add_routes(format!("/items-{number}-{index}/{{id}}"), integration.clone())
                .methods([HttpMethod::Get])
                .build();
        }
    }
    app.synth()?;
    Ok(())
}
