//! Every field of access logs, and destinations of many kinds, with the flag about REST APIs off, which changes nothing.

use aws_cdk_apigatewayv2::{
    AccessLogField, AccessLogFormat, AccessLogSettings, HttpApi, HttpStageOptions, LogGroupLogDestination,
};
use aws_cdk_core::{App, Aws, CfnParameter, Environment, Stack, cfn_format};
use aws_cdk_logs::{ILogGroup, LogGroup};
use serde_json::Value;

pub(super) fn context() -> Vec<(&'static str, Value)> {
    vec![("@aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard", false.into())]
}

pub(super) fn build(app: &App) {
    let env = |account: &str| Environment::new().account(account).region("eu-west-1");
    let other = Stack::builder(app, "Logs").env(env("111111111111")).build();
    let stack = Stack::builder(app, "HttpAccessLogFields").env(env("222222222222")).build();
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    let name = CfnParameter::new(&stack, "LogName");
    let log = |stage: &str, log_group: &dyn ILogGroup, format: Option<AccessLogFormat>| {
        let mut settings = AccessLogSettings::new(LogGroupLogDestination::new(log_group));
        if let Some(format) = format {
            settings = settings.format(format);
        }
        api.add_stage(stage, HttpStageOptions::new().stage_name(stage).access_log_settings(settings));
    };

    let wild = LogGroup::from_log_group_arn(&stack, "Wild", "arn:aws:logs:us-east-1:333333333333:log-group:/a/b:*");
    log("all", &wild, Some(AccessLogFormat::custom(all_fields().join(" "))));
    let plain = LogGroup::from_log_group_arn(&stack, "Plain", "arn:aws:logs:eu-west-1:222222222222:log-group:plain");
    log("plain", &plain, Some(AccessLogFormat::clf()));
    let token = LogGroup::from_log_group_name(&stack, "Token", name.value_as_string());
    log("token", &token, Some(AccessLogFormat::custom(cfn_format!("{} {}", Aws::REGION, name.value_as_string()))));
    let own = LogGroup::builder(&stack, "Own").log_group_name("own").build();
    log("own", &own, Some(AccessLogFormat::custom("$context.extendedRequestId\"")));
    let other = LogGroup::builder(&other, "Other").log_group_name("other").build();
    log("other", &other, None);
}

fn all_fields() -> Vec<String> {
    vec![
        AccessLogField::context_caller_account_id().to_owned(),
        AccessLogField::context_owner_account_id().to_owned(),
        AccessLogField::context_api_id().to_owned(),
        AccessLogField::context_authorizer_principal_id().to_owned(),
        AccessLogField::context_aws_endpoint_request_id().to_owned(),
        AccessLogField::context_domain_name().to_owned(),
        AccessLogField::context_domain_prefix().to_owned(),
        AccessLogField::context_error_message().to_owned(),
        AccessLogField::context_error_message_string().to_owned(),
        AccessLogField::context_error_response_type().to_owned(),
        AccessLogField::context_error_validation_error_string().to_owned(),
        AccessLogField::context_extended_request_id().to_owned(),
        AccessLogField::context_http_method().to_owned(),
        AccessLogField::context_identity_account_id().to_owned(),
        AccessLogField::context_identity_api_key().to_owned(),
        AccessLogField::context_identity_api_key_id().to_owned(),
        AccessLogField::context_identity_caller().to_owned(),
        AccessLogField::context_identity_cognito_authentication_provider().to_owned(),
        AccessLogField::context_identity_cognito_authentication_type().to_owned(),
        AccessLogField::context_identity_cognito_identity_id().to_owned(),
        AccessLogField::context_identity_cognito_identity_pool_id().to_owned(),
        AccessLogField::context_identity_principal_org_id().to_owned(),
        AccessLogField::context_identity_source_ip().to_owned(),
        AccessLogField::context_identity_client_cert_pem().to_owned(),
        AccessLogField::context_identity_client_cert_subject_dn().to_owned(),
        AccessLogField::context_identity_client_cert_issuer_dn().to_owned(),
        AccessLogField::context_identity_client_cert_serial_number().to_owned(),
        AccessLogField::context_identity_client_cert_validity_not_before().to_owned(),
        AccessLogField::context_identity_client_cert_validity_not_after().to_owned(),
        AccessLogField::context_identity_user().to_owned(),
        AccessLogField::context_identity_user_agent().to_owned(),
        AccessLogField::context_identity_user_arn().to_owned(),
        AccessLogField::context_path().to_owned(),
        AccessLogField::context_protocol().to_owned(),
        AccessLogField::context_request_id().to_owned(),
        AccessLogField::context_response_override_status().to_owned(),
        AccessLogField::context_request_time().to_owned(),
        AccessLogField::context_request_time_epoch().to_owned(),
        AccessLogField::context_resource_id().to_owned(),
        AccessLogField::context_resource_path().to_owned(),
        AccessLogField::context_stage().to_owned(),
        AccessLogField::context_waf_response_code().to_owned(),
        AccessLogField::context_webacl_arn().to_owned(),
        AccessLogField::context_xray_trace_id().to_owned(),
        AccessLogField::context_authorizer_integration_latency().to_owned(),
        AccessLogField::context_integration_latency().to_owned(),
        AccessLogField::context_integration_status().to_owned(),
        AccessLogField::context_response_latency().to_owned(),
        AccessLogField::context_response_length().to_owned(),
        AccessLogField::context_status().to_owned(),
        AccessLogField::context_authorize_error().to_owned(),
        AccessLogField::context_authorize_latency().to_owned(),
        AccessLogField::context_authorize_status().to_owned(),
        AccessLogField::context_authorizer_error().to_owned(),
        AccessLogField::context_authorizer_integration_status().to_owned(),
        AccessLogField::context_authorizer_latency().to_owned(),
        AccessLogField::context_authorizer_request_id().to_owned(),
        AccessLogField::context_authorizer_status().to_owned(),
        AccessLogField::context_authenticate_error().to_owned(),
        AccessLogField::context_authenticate_latency().to_owned(),
        AccessLogField::context_authenticate_status().to_owned(),
        AccessLogField::context_custom_domain_base_path_matched().to_owned(),
        AccessLogField::context_integration_error_message().to_owned(),
        AccessLogField::context_waf_error().to_owned(),
        AccessLogField::context_waf_latency().to_owned(),
        AccessLogField::context_waf_status().to_owned(),
        AccessLogField::context_event_type().to_owned(),
        AccessLogField::context_route_key().to_owned(),
        AccessLogField::context_connection_id().to_owned(),
        AccessLogField::context_authorizer_claims("own"),
        AccessLogField::context_authorizer("own"),
        AccessLogField::context_request_override_header("own"),
        AccessLogField::context_request_override_path("own"),
        AccessLogField::context_request_override_querystring("own"),
        AccessLogField::context_response_override_header("own"),
    ]
}
