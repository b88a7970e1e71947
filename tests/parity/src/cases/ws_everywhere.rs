//! WebSocket APIs in every kind of environment, in a stage and nested stacks, with what belongs to them in other stacks;
//! empty values, odd ids, tags, removal policies, overrides, one authorizer for two imports of one API.

use aws_cdk_apigatewayv2::{
    AccessLogFormat, AccessLogSettings, AddApiKeyOptions, ApiKey, ApiMapping, ContentHandling, DomainMappingOptions,
    DomainName, DomainNameAttributes, HttpApi, IApi, IUsagePlan, IpAddressType, LogGroupLogDestination,
    PassthroughBehavior, Period, QuotaSettings, ThrottleSettings, UsagePlan, UsagePlanPerApiStage, WebSocketApi,
    WebSocketApiAttributes, WebSocketApiKeySelectionExpression, WebSocketAuthorizer, WebSocketAuthorizerAttributes,
    WebSocketNoneAuthorizer, WebSocketRoute, WebSocketRouteAuthorizationType, WebSocketRouteOptions, WebSocketStage,
};
use aws_cdk_apigatewayv2_authorizers::WebSocketLambdaAuthorizer;
use aws_cdk_apigatewayv2_integrations::{
    WebSocketAwsIntegration, WebSocketLambdaIntegration, WebSocketMockIntegration,
};
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{
    App, Aws, CfnOutput, Duration, Environment, Fn, IConstruct, Map, NestedStack, RemovalPolicy, Stack, Stage, TagProps,
    Tags, Value, cfn_json,
};
use aws_cdk_iam::{Group, User};
use aws_cdk_lambda::{Code, Function, Runtime};
use aws_cdk_logs::LogGroup;

fn function(scope: &impl IConstruct, id: &str) -> Function {
    Function::builder(scope, id).runtime(Runtime::NODEJS_22_X).handler("index.handler").code(Code::from_inline("exports.handler=0")).build()
}
fn chat(stack: &impl IConstruct, tag: Value<String>) -> (WebSocketApi, WebSocketStage, Function) {
    let f = function(stack, "F");
    let g = function(stack, "G ü/x");
    let shared = WebSocketLambdaIntegration::new("shared int/ü", &f).timeout(Duration::millis(50)).content_handling(ContentHandling::ConvertToText);
    let none: [&str; 0] = [];
    let api = WebSocketApi::builder(stack, "Chat é").api_name(&tag).description("").route_selection_expression("${request.method} ${request.path}")
        .disable_schema_validation(false).api_key_selection_expression(WebSocketApiKeySelectionExpression::custom("")).ip_address_type(IpAddressType::Ipv4)
        .connect_route_options(WebSocketRouteOptions::new(shared.clone()).authorizer(WebSocketLambdaAuthorizer::new("auth / ü", &g).identity_source(none).authorizer_name("")).return_response(true))
        .disconnect_route_options(WebSocketRouteOptions::new(shared.clone()))
        .default_route_options(WebSocketRouteOptions::new(shared.clone()).return_response(false)).build();
    api.add_route("ü ñ", &shared).return_response(true).api_key_required(true).build();
    api.add_route("", WebSocketMockIntegration::new("m").request_templates(Map::new()).template_selection_expression("")).build();
    api.add_route("$default2", WebSocketAwsIntegration::new("AwsI", "", "").request_templates(Map::new()).request_parameters(Map::new().entry("z", "").entry("a", Aws::REGION))
        .passthrough_behavior(PassthroughBehavior::Never).content_handling(ContentHandling::ConvertToBinary).template_selection_expression(Aws::STACK_ID).timeout(Duration::seconds(29))).build();
    let st = stage_of(stack, &api, &tag);
    changed(&api, &st);
    (api, st, f)
}

fn stage_of(stack: &impl IConstruct, api: &WebSocketApi, tag: &Value<String>) -> WebSocketStage {
    let logs = LogGroup::builder(stack, "Logs").removal_policy(RemovalPolicy::Destroy).build();
    let st = WebSocketStage::builder(stack, "St age", api, "ü").auto_deploy(true).description("").throttle(ThrottleSettings::new().burst_limit(0).rate_limit(0.5))
        .stage_variable("2", "b").stage_variable("1", "").stage_variable("z", "ü").access_log_settings(AccessLogSettings::new(LogGroupLogDestination::new(&logs))).build();
    st.add_stage_variable("1", "again");
    st.add_stage_variable("n", tag);
    let u = User::new(stack, "U");
    st.grant_management_api_access(&u);
    api.grant_manage_connections(&u);
    api.grant_manage_connections(&Group::new(stack, "Grp"));
    CfnOutput::new(stack, "O1", st.url());
    CfnOutput::new(stack, "O2", st.callback_url());
    CfnOutput::new(stack, "O3", api.api_endpoint());
    CfnOutput::new(stack, "O4", api.arn_for_execute_api_v2(Some(""), Some("")));
    CfnOutput::new(stack, "O5", api.arn_for_execute_api_v2(Some("$connect"), None));
    #[allow(deprecated, reason = "deprecated is not gone")]
    CfnOutput::new(stack, "O6", api.arn_for_execute_api(Some("get"), Some(""), Some("x")));
    #[allow(deprecated, reason = "deprecated is not gone")]
    CfnOutput::new(stack, "O7", api.arn_for_execute_api(Some(""), Some("/p"), Some("")));
    st.metric("ConnectCount").period(Duration::minutes(1)).statistic("p99").create_alarm(stack, "Al").threshold(1).evaluation_periods(2).build();
    api.metric("x").label("l").create_alarm(stack, "Al2").threshold(1).evaluation_periods(2).build();
    Tags::of(stack).add_with("all", "1", TagProps::new().exclude_resource_types(["AWS::ApiGatewayV2::Stage"]));
    Tags::of(stack).remove_with("s", TagProps::new().include_resource_types(["AWS::Lambda::Function"]));
    st
}

fn changed(api: &WebSocketApi, st: &WebSocketStage) {
    api.default_child().apply_removal_policy(RemovalPolicy::Retain);
    st.default_child().apply_removal_policy(RemovalPolicy::Destroy);
    Tags::of(api).add("k", "ü");
    Tags::of(st).add("s", "");
    let c = st.default_child();
    c.add_property_override("DefaultRouteSettings.DataTraceEnabled", true);
    c.add_property_override("RouteSettings", cfn_json!({ "$connect": { "ThrottlingBurstLimit": 1 } }));
    c.add_property_deletion_override("AutoDeploy");
    c.set_description("changed");
    api.default_child().add_override("Metadata.x", cfn_json!([1, { "a": null }]));
    api.default_child().add_deletion_override("Properties.Description");
}
pub(super) fn build(app: &App) {
    chat(&Stack::new(app, "A"), Aws::STACK_NAME.into());
    let env = |r: &str| Environment::new().account("111111111111").region(r);
    chat(&Stack::builder(app, "Cn").env(env("cn-north-1")).build(), "cn".into());
    chat(&Stack::builder(app, "Gov").env(env("us-gov-west-1")).build(), "gov".into());
    chat(&Stack::builder(app, "Reg").env(Environment::new().region("eu-central-1")).build(), "reg".into());
    let stage = Stage::builder(app, "Prod").env(Environment::new().account("222222222222").region("ap-south-1")).build();
    spread(&stage);
}

fn spread(stage: &Stage) {
    let one = Stack::new(stage, "One");
    let two = Stack::new(stage, "Two");
    let three = Stack::builder(stage, "Three").env(Environment::new().account("222222222222").region("us-east-1")).build();
    let nested = NestedStack::new(&one, "Nest");
    let deep = NestedStack::new(&nested, "Deep");
    let (api, st, f) = chat(&nested, "nested".into());
    WebSocketRoute::builder(&deep, "R", &api, "deep", WebSocketLambdaIntegration::new("D", &f)).return_response(true).build();
    let fd = function(&deep, "Fd");
    api.add_route("fromdeep", WebSocketLambdaIntegration::new("FD", &fd)).build();
    let s2 = WebSocketStage::builder(&two, "S2", &api, "s2").auto_deploy(true).build();
    let key = ApiKey::builder(&nested, "K").api_key_name("k").enabled(false).build();
    let plan = UsagePlan::builder(&two, "P").usage_plan_name("").description("").api_stages([UsagePlanPerApiStage::new().api(&api).stage(&s2), UsagePlanPerApiStage::new().stage(&st)])
        .quota(QuotaSettings::new().limit(0).offset(0).period(Period::Day)).throttle(ThrottleSettings::new().rate_limit(0.1)).build();
    plan.add_api_key_with(&key, AddApiKeyOptions::new().override_logical_id("Over"));
    plan.add_api_key(&ApiKey::builder(&two, "K2").description("").build());
    plan.add_api_key(&ApiKey::from_api_key_id(&two, "Imp", Fn::import_value("kk")));
    let cert = Certificate::from_certificate_arn(&two, "Cert", "arn:aws:acm:us-east-1:111111111111:certificate/one");
    let dom = DomainName::builder(&two, "Dom", "x.example.com", &cert).build();
    HttpApi::builder(&two, "Http").default_domain_mapping(DomainMappingOptions::new(&dom).mapping_key("http")).build();
    WebSocketStage::builder(&two, "S3", &api, "s3").domain_mapping(DomainMappingOptions::new(&dom).mapping_key("ws/v1")).build();
    WebSocketStage::builder(&two, "S4", &api, "s4").domain_mapping(DomainMappingOptions::new(&dom)).detailed_metrics_enabled(true).build();
    ApiMapping::builder(&two, "Map", &api, &dom, &st).api_mapping_key("other").build();
    let idom = DomainName::from_domain_name_attributes(&two, "IDom", DomainNameAttributes::new("i.example.com", "r", "z"));
    WebSocketStage::builder(&two, "S5", &api, "s5").domain_mapping(DomainMappingOptions::new(&idom).mapping_key("k"))
        .access_log_settings(AccessLogSettings::new(LogGroupLogDestination::new(&LogGroup::from_log_group_name(&two, "LG", "old"))).format(AccessLogFormat::custom("$context.requestId ü"))).build();
    CfnOutput::new(&two, "Url", st.url());
    CfnOutput::new(&three, "Ep", api.api_id());
    imports(&two, &f);
}

fn imports(two: &Stack, f: &Function) {
    let imp = WebSocketApi::from_web_socket_api_attributes(two, "ImpApi", WebSocketApiAttributes::new(Fn::ref_("X")).api_endpoint("wss://e"));
    WebSocketRoute::builder(two, "IR", &imp, "$connect", WebSocketMockIntegration::new("x")).authorizer(WebSocketNoneAuthorizer::new()).api_key_required(false).build();
    let ia = WebSocketAuthorizer::from_web_socket_authorizer_attributes(two, "IA", WebSocketAuthorizerAttributes::new("au", WebSocketRouteAuthorizationType::Custom));
    WebSocketRoute::builder(two, "IR2", &imp, "$connect", WebSocketMockIntegration::new("x")).authorizer(ia).build();
    imp.metric("m").create_alarm(two, "ImA").threshold(0).evaluation_periods(1).build();
    let i1 = WebSocketApi::from_web_socket_api_attributes(two, "I1", WebSocketApiAttributes::new("same"));
    let i2 = WebSocketApi::from_web_socket_api_attributes(two, "I2", WebSocketApiAttributes::new("same"));
    let la = WebSocketLambdaAuthorizer::new("LA", f);
    WebSocketRoute::builder(two, "RI1", &i1, "$connect", WebSocketMockIntegration::new("y")).authorizer(&la).build();
    WebSocketRoute::builder(two, "RI2", &i2, "$connect", WebSocketMockIntegration::new("y")).authorizer(&la).build();
}
