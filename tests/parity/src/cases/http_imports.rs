//! Imported APIs, stages, authorizers, domain names, mappings and VPC links, and what is added to them.

use aws_cdk_apigatewayv2::{
    ApiMapping, ApiMappingAttributes, DomainName, DomainNameAttributes, HttpApi, HttpApiAttributes, HttpAuthorizer,
    HttpAuthorizerAttributes, HttpMethod, HttpRoute, HttpRouteAuthorizationType, HttpRouteKey, HttpStage,
    HttpStageAttributes, IApi, IApiMapping, IDomainName, IHttpApi, IHttpStage, VpcLink,
};
use aws_cdk_apigatewayv2_integrations::{HttpLambdaIntegration, HttpUrlIntegration};
use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_ec2::{Vpc, VpcAttributes};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpImports");
    let attributes = HttpApiAttributes::new("api123").api_endpoint("https://api123.example.com");
    let api = HttpApi::from_http_api_attributes(&stack, "Api", attributes);
    let function = Function::builder(&stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler=()=>{}"))
        .build();

    let get = |path: &str| HttpRouteKey::with(path, HttpMethod::Get);
    let lambda = HttpLambdaIntegration::new("Lambda", &function);
    HttpRoute::builder(&stack, "LambdaRoute", &api, get("/lambda"), lambda).build();
    let attributes = HttpAuthorizerAttributes::new("auth123", HttpRouteAuthorizationType::Jwt);
    let authorizer = HttpAuthorizer::from_http_authorizer_attributes(&stack, "Authorizer", attributes);
    let url = HttpUrlIntegration::new("Url", "https://example.com");
    HttpRoute::builder(&stack, "AuthorizedRoute", &api, get("/authorized"), url)
        .authorizer(authorizer)
        .authorization_scopes(["scope"])
        .build();
    HttpStage::builder(&stack, "NewStage", &api).stage_name("new").auto_deploy(true).build();

    let stage = HttpStage::from_http_stage_attributes(&stack, "Stage", HttpStageAttributes::new(&api, "imported"));
    stage.metric_server_error().create_alarm(&stack, "Errors").threshold(1).evaluation_periods(1).build();

    let attributes = DomainNameAttributes::new("api.example.com", "d-1.execute-api.example", "Z9");
    let domain = DomainName::from_domain_name_attributes(&stack, "Domain", attributes);
    ApiMapping::builder(&stack, "Mapping", &api, &domain, &stage).api_mapping_key("imported").build();
    let mapping =
        ApiMapping::from_api_mapping_attributes(&stack, "OldMapping", ApiMappingAttributes::new("map123"));

    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a"]).private_subnets(["subnet-0000000a"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let link = VpcLink::from_vpc_link_attributes(&stack, "Link", "link123", &vpc);

    CfnOutput::new(&stack, "Endpoint", api.api_endpoint());
    CfnOutput::new(&stack, "Arn", api.arn_for_execute_api(Some("GET"), Some("/lambda"), Some("new")));
    CfnOutput::new(&stack, "LinkId", link.vpc_link_id());
    CfnOutput::new(&stack, "MappingId", mapping.api_mapping_id());
    CfnOutput::new(&stack, "DomainZone", domain.regional_hosted_zone_id());
}
