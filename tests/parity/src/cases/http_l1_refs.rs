//! L1 constructs where L2 are expected, and what can be done with an imported API.

use aws_cdk_apigatewayv2::{
    AccessLogSettings, CfnApi, CfnDomainName, DomainMappingOptions, HttpApi, HttpApiAttributes, HttpApiHelper,
    HttpAuthorizer, HttpAuthorizerType, HttpIntegration, HttpIntegrationType, HttpRoute, HttpRouteKey,
    HttpStage, LogGroupLogDestination, ThrottleSettings,
};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};
use aws_cdk_logs::LogGroup;

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpL1Refs");
    let function = Function::builder(&stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler=()=>{}"))
        .build();
    let l1 = CfnApi::builder(&stack, "L1").name("l1").protocol_type("HTTP").build();
    let domain = CfnDomainName::builder(&stack, "Domain").domain_name("l1.test").build();
    HttpStage::builder(&stack, "Stage", &l1).stage_name("live").auto_deploy(true).build();
    HttpAuthorizer::builder(&stack, "Authorizer", &l1, HttpAuthorizerType::Jwt, ["$request.header.A"])
        .jwt_audience(["a"])
        .jwt_issuer("https://i.test")
        .build();
    HttpIntegration::builder(&stack, "Integration", &l1, HttpIntegrationType::HttpProxy)
        .integration_uri("https://u.test")
        .build();
    CfnOutput::new(&stack, "HelperArn", HttpApiHelper::from_http_api(&l1).arn_for_execute_api(None, None, None));

    let imported = HttpApi::from_http_api_attributes(&stack, "Imported", HttpApiAttributes::new("abc"));
    let logs = LogGroup::new(&stack, "Logs");
    let logged = HttpStage::builder(&stack, "Logged", &imported)
        .access_log_settings(AccessLogSettings::new(LogGroupLogDestination::new(&logs)))
        .domain_mapping(DomainMappingOptions::new(&domain))
        .throttle(ThrottleSettings::new().rate_limit(1).burst_limit(2))
        .detailed_metrics_enabled(true)
        .stage_variable("a", "b")
        .description("d")
        .build();
    let other = HttpLambdaIntegration::new("Other", &function).scope_permission_to_route(false);
    HttpRoute::builder(&stack, "Default", &imported, HttpRouteKey::DEFAULT, other).build();
    CfnOutput::new(&stack, "LoggedUrl", logged.url());
    CfnOutput::new(&stack, "LoggedDomainUrl", logged.domain_url());
}
