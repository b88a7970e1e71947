//! An API whose parts are in several stacks, and in a nested one.

use aws_cdk_apigatewayv2::{
    AccessLogSettings, ApiMapping, DomainMappingOptions, DomainName, HttpApi, HttpMethod, HttpStage,
    LogGroupLogDestination, MtlsConfig,
};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_certificatemanager::{Certificate, CertificateValidation};
use aws_cdk_cloudwatch::{AlarmRule, CompositeAlarm, MathExpression, Metric};
use aws_cdk_core::{App, CfnOutput, Environment, IConstruct, NestedStack, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};
use aws_cdk_logs::LogGroup;
use aws_cdk_route53::targets::ApiGatewayv2DomainProperties;
use aws_cdk_route53::{ARecord, HostedZone, RecordTarget};
use aws_cdk_s3::{Bucket, BucketEncryption, IBucket};

fn alarm(scope: &impl IConstruct, id: &str, metric: &Metric) -> aws_cdk_cloudwatch::Alarm {
    metric.create_alarm(scope, id).threshold(1).evaluation_periods(1).build()
}

pub(super) fn build(app: &App) {
    let env = || Environment::new().account("111111111111").region("eu-west-1");
    let names = Stack::builder(app, "Names").env(env()).build();
    let apis = Stack::builder(app, "Apis").env(env()).build();
    let watch = Stack::builder(app, "Watch").env(env()).build();
    let zone = HostedZone::builder(&names, "Zone", "example.com").build();
    let certificate = Certificate::builder(&names, "Certificate", "*.example.com")
        .validation(CertificateValidation::from_dns(&zone))
        .build();
    let trust = Bucket::builder(&names, "Trust").encryption(BucketEncryption::Kms).versioned(true).build();
    let domain = DomainName::builder(&apis, "Domain", "api.example.com", &certificate)
        .mtls(MtlsConfig::new(&trust, "a/b.pem"))
        .build();
    let logs = LogGroup::new(&watch, "Logs");
    let function = Function::builder(&names, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler=()=>{}"))
        .build();

    let mapped = |key: &str| DomainMappingOptions::new(&domain).mapping_key(key);
    let api = HttpApi::builder(&apis, "Api").default_domain_mapping(mapped("v1")).build();
    let lambda = HttpLambdaIntegration::new("Fn", &function);
    api.add_routes("/x", lambda).methods([HttpMethod::Get]).build();
    trust.grant_read(&function, Some("a/*"));
    let stage = HttpStage::builder(&watch, "Stage", &api)
        .stage_name("watched")
        .access_log_settings(AccessLogSettings::new(LogGroupLogDestination::new(&logs)))
        .domain_mapping(mapped("watched"))
        .build();
    let target = ApiGatewayv2DomainProperties::new("d-1.execute-api.eu-west-1.amazonaws.com", "Z1");
    ARecord::builder(&names, "Record", &zone, RecordTarget::from_alias(&target)).record_name("other").build();
    let second = HttpApi::new(&watch, "Second");
    if let Some(stage) = second.default_stage() {
        ApiMapping::builder(&watch, "Mapping", &second, &domain, stage).api_mapping_key("second/deep").build();
    }

    let errors = alarm(&watch, "Errors", &api.metric_server_error());
    let slow = alarm(&apis, "Slow", &stage.metric_latency().statistic("p90"));
    let share = MathExpression::new("errors / count")
        .using_metric("errors", api.metric_client_error())
        .using_metric("count", second.metric_count());
    share.create_alarm(&watch, "Share").threshold(0.1).evaluation_periods(2).build();
    CompositeAlarm::builder(&watch, "Both", &AlarmRule::any_of(&[&errors, &slow])).build();

    let nested = NestedStack::new(&apis, "Nested");
    let inner_logs = LogGroup::new(&nested, "InnerLogs");
    let inner = HttpStage::builder(&nested, "Inner", &api)
        .stage_name("inner")
        .access_log_settings(AccessLogSettings::new(LogGroupLogDestination::new(&inner_logs)))
        .build();
    alarm(&nested, "InnerErrors", &inner.metric_server_error());
    CfnOutput::new(&watch, "Url", stage.url());
    CfnOutput::new(&watch, "DomainUrl", stage.domain_url());
}
