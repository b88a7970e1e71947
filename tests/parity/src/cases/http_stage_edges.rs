//! Stages and domain names at their edges: tokens, odd ids and keys, every combination of endpoint options.

use aws_cdk_apigatewayv2::{
    AccessLogField, AccessLogFormat, AccessLogSettings, ApiMapping, DomainMappingOptions, DomainName,
    DomainNameAttributes, EndpointOptions, EndpointType, HttpApi, HttpStage, HttpStageOptions, IDomainName,
    IpAddressType, LogGroupLogDestination, MtlsConfig, SecurityPolicy, ThrottleSettings, WebSocketApi,
    WebSocketStage,
};
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, Aws, CfnOutput, CfnParameter, Construct, Fn, Stack, Value, cfn_format};
use aws_cdk_logs::LogGroup;
use aws_cdk_s3::Bucket;

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpStageEdges");
    let name: Value<String> = CfnParameter::new(&stack, "StageName").value_as_string().into();
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    let certificate = Certificate::from_certificate_arn(&stack, "Certificate", Fn::import_value("certificate"));
    let attributes = DomainNameAttributes::new(&name, Fn::import_value("r"), "z");
    let imported = DomainName::from_domain_name_attributes(&stack, "Im/ported", attributes);
    let deep = Construct::new(&stack, "Deep");
    let nested = DomainName::builder(&deep, "Default", cfn_format!("{}.example.com", name), &certificate)
        .endpoint_type(EndpointType::Edge)
        .ip_address_type(IpAddressType::Ipv4)
        .build();
    nested.add_endpoint(
        EndpointOptions::new(&certificate)
            .certificate_name(&name)
            .endpoint_type(EndpointType::Regional)
            .security_policy(SecurityPolicy::Tls12)
            .ip_address_type(IpAddressType::DualStack)
            .ownership_certificate(&certificate),
    );

    let token = HttpStage::builder(&stack, "Token", &api)
        .stage_name(&name)
        .description(&name)
        .stage_variable("region", Aws::REGION)
        .stage_variable("10", "ten")
        .stage_variable("a", "b")
        .domain_mapping(DomainMappingOptions::new(&imported).mapping_key("x/y_z"))
        .build();
    token.add_stage_variable("late", Fn::import_value("late"));
    let other = HttpStage::builder(&stack, "Other", &api)
        .stage_name("other")
        .throttle(ThrottleSettings::new())
        .domain_mapping(DomainMappingOptions::new(&nested))
        .build();
    let empty = HttpStage::builder(&stack, "Empty", &api)
        .stage_name("")
        .auto_deploy(true)
        .detailed_metrics_enabled(true)
        .throttle(ThrottleSettings::new().rate_limit(0).burst_limit(0))
        .build();
    let logs = LogGroup::builder(&stack, "Logs").log_group_name(name.clone()).build();
    let format = format!("\"é\" \\ {}\t\u{2028}", AccessLogField::context_request_id());
    let settings = AccessLogSettings::new(LogGroupLogDestination::new(&logs)).format(AccessLogFormat::custom(format));
    api.add_stage("ünï", HttpStageOptions::new().stage_name("unicode").access_log_settings(settings));
    ApiMapping::builder(&stack, "One", &api, &nested, &token).api_mapping_key("one").build();
    let two = ApiMapping::builder(&stack, "Two", &api, &imported, &empty).build();

    let ws = WebSocketApi::new(&stack, "Ws");
    let ws_stage = WebSocketStage::builder(&stack, "WsStage", &ws, &name)
        .throttle(ThrottleSettings::new().burst_limit(1))
        .domain_mapping(DomainMappingOptions::new(&nested).mapping_key("ws"))
        .build();
    let trust = Bucket::from_bucket_arn(&stack, "Trust", "arn:aws:s3:::trust");
    DomainName::builder(&stack, "Mtls", "m.example.com", &certificate)
        .mtls(MtlsConfig::new(&trust, &name).version(&name))
        .ownership_certificate(&certificate)
        .certificate_name("c")
        .build();

    for (id, value) in [
        ("TokenUrl", token.url()),
        ("TokenDomain", token.domain_url()),
        ("OtherDomain", other.domain_url()),
        ("EmptyUrl", empty.url()),
        ("EmptyName", empty.stage_name()),
        ("TwoUrl", two.domain_url()),
        ("WsUrl", ws_stage.url()),
        ("WsCallback", ws_stage.callback_url()),
        ("NestedName", nested.name()),
        ("NestedZone", nested.regional_hosted_zone_id()),
    ] {
        CfnOutput::new(&stack, id, value);
    }
}
