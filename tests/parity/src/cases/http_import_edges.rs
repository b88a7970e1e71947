//! Imported APIs, one of them twice, with everything on top: routes with odd paths, shared authorizers, links, stages,
//! mappings.

use aws_cdk_apigatewayv2::{
    AccessLogSettings, ApiMapping, DomainName, DomainNameAttributes, HttpApi, HttpApiAttributes, HttpMethod, HttpRoute,
    HttpRouteKey, HttpStage, HttpStageAttributes, IApi, IHttpApi, LogGroupLogDestination, VpcLink, VpcLinkOptions,
};
use aws_cdk_apigatewayv2_authorizers::{HttpIamAuthorizer, HttpJwtAuthorizer, HttpLambdaAuthorizer};
use aws_cdk_apigatewayv2_integrations::{HttpAlbIntegration, HttpUrlIntegration};
use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_ec2::{SecurityGroup, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{ApplicationListener, ApplicationListenerAttributes};
use aws_cdk_lambda::{Code, Function, Runtime};
use aws_cdk_logs::LogGroup;

pub(super) fn build(app: &App) {
    let s = &Stack::new(app, "HttpImportEdges");
    let vpc = Vpc::from_vpc_attributes(s, "V", VpcAttributes::new("vpc-1", ["a"]).private_subnets(["subnet-1"]));
    let link = VpcLink::from_vpc_link_attributes(s, "awesome-vpc-link", "us-east-1_oiuR12Abd", &vpc);
    let api = HttpApi::from_http_api_attributes(s, "I", HttpApiAttributes::new("h"));
    let arn = "arn:aws:elasticloadbalancing:us-west-2:123456789012:listener/app/my-load-balancer/\
               50dc6c495c0c9188/f2f7dc8efc522ab2";
    let l = ApplicationListener::from_application_listener_attributes(
        s,
        "L",
        ApplicationListenerAttributes::new(arn, SecurityGroup::from_security_group_id(s, "SG", "sg-12345")),
    );
    HttpRoute::builder(
        s,
        "Route",
        &api,
        HttpRouteKey::DEFAULT,
        HttpAlbIntegration::new("A", &l).vpc_link(&link).secure_server_name(""),
    )
    .authorizer(HttpIamAuthorizer::new())
    .build();
    let function = Function::builder(s, "Gate")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("//"))
        .build();
    let gate = HttpLambdaAuthorizer::new("G", &function);
    let again = HttpApi::from_http_api_attributes(s, "I2", HttpApiAttributes::new("h").api_endpoint("https://e"));
    let url = |i: i32| HttpUrlIntegration::new("U", format!("https://x/{i}")).method(HttpMethod::Head);
    HttpRoute::builder(s, "R1", &api, HttpRouteKey::with("/é/{a", HttpMethod::Get), url(1))
        .authorizer(&gate)
        .authorization_scopes(["x"])
        .build();
    HttpRoute::builder(s, "R2", &again, HttpRouteKey::with_any_method(format!("/{}", "é".repeat(800))), url(2))
        .authorizer(&gate)
        .build();
    let jwt = HttpJwtAuthorizer::new("J", "https://i", ["x"]);
    HttpRoute::builder(s, "R3", &again, HttpRouteKey::with_any_method("/a}{b}c{d}"), url(3)).authorizer(&jwt).build();
    HttpRoute::builder(s, "R4", &api, HttpRouteKey::with_any_method("//x"), url(4)).authorizer(&jwt).build();
    api.metric_count().create_alarm(s, "Al").threshold(1).evaluation_periods(1).build();
    again.add_vpc_link(VpcLinkOptions::new(&vpc).vpc_link_name(""));
    again.add_vpc_link(VpcLinkOptions::new(&vpc));
    let lg = LogGroup::from_log_group_arn(s, "lg", "arn:aws:logs:us-east-1:111111111111:log-group:x:*");
    let st = HttpStage::builder(s, "St", &again)
        .access_log_settings(AccessLogSettings::new(LogGroupLogDestination::new(&lg)))
        .build();
    let dn = DomainName::from_domain_name_attributes(s, "dn", DomainNameAttributes::new("n", "r", "h"));
    let m = ApiMapping::builder(
        s,
        "M",
        &again,
        &dn,
        &HttpStage::from_http_stage_attributes(s, "is", HttpStageAttributes::new(&api, "$default")),
    )
    .build();
    CfnOutput::new(s, "M1", m.domain_url());
    CfnOutput::new(s, "M2", m.api_mapping_id());
    CfnOutput::new(s, "U", st.url());
    CfnOutput::new(s, "E", again.api_endpoint());
}
