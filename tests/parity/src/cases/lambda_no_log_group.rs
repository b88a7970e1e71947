//! Functions without a log group of the stack: the feature flag is off.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};
use aws_cdk_logs::LogGroup;
use serde_json::Value;

pub(super) fn context() -> Vec<(&'static str, Value)> {
    vec![(flags::USE_CDK_MANAGED_LOG_GROUP, false.into())]
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "LambdaNoLogGroup");
    let code = || Code::from_inline("exports.handler=()=>{}");
    let function =
        Function::builder(&stack, "Fn").runtime(Runtime::NODEJS_24_X).handler("index.handler").code(code()).build();
    let logs = LogGroup::new(&stack, "Logs");
    Function::builder(&stack, "Given")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(code())
        .log_group(&logs)
        .build();
    HttpApi::builder(&stack, "Api").default_integration(HttpLambdaIntegration::new("Fn", &function)).build();
}
