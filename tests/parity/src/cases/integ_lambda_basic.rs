//! Lambda functions behind routes: one integration for several routes, several for one function, and every option.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, MappingValue, ParameterMapping, PayloadFormatVersion};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IntegLambdaBasic");
    let api = HttpApi::new(&stack, "Api");
    let handler = Function::builder(&stack, "Handler")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_asset(crate::fixture("hello")))
        .build();
    let inline = Function::builder(&stack, "Inline")
        .runtime(Runtime::PYTHON_3_13)
        .handler("index.handler")
        .code(Code::from_inline("def handler(e, c):\n  return \"ok\"\n"))
        .build();

    let shared = HttpLambdaIntegration::new("Shared", &handler);
    api.add_routes("/orders", &shared).methods([HttpMethod::Get, HttpMethod::Post]).build();
    api.add_routes("/orders/{orderId}", &shared).methods([HttpMethod::Get]).build();
    api.add_routes("/", &shared).build();

    let mapping = ParameterMapping::new().overwrite_header("x-source", MappingValue::context_variable("apiId"));
    api.add_routes(
        "/own",
        HttpLambdaIntegration::new("Own", &handler)
            .payload_format_version(PayloadFormatVersion::VERSION_1_0)
            .timeout(Duration::millis(1500))
            .parameter_mapping(mapping),
    )
    .methods([HttpMethod::Get])
    .build();
    api.add_routes(
        "/inline",
        HttpLambdaIntegration::new("Inline", &inline).payload_format_version(PayloadFormatVersion::VERSION_2_0),
    )
    .build();
}
