//! What names things: references of L1 and L2 constructs, and the helper of HTTP APIs.

use aws_cdk_apigatewayv2::{
    ApiKey, ApiMapping, ApiReference, CfnApi, CfnStage, DomainName, DomainNameAttributes, HttpApi, HttpApiHelper,
    HttpAuthorizer, HttpAuthorizerType, HttpIntegration, HttpIntegrationType, HttpMethod, IApi, IDomainName, IStage,
    StageReference, UsagePlan, VpcLink, WebSocketApi, WebSocketApiKeySelectionExpression, WebSocketStage,
};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, CfnOutput, Stack, Value};
use aws_cdk_ec2::{Vpc, VpcAttributes};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "RefsAndHelpers");
    let show = |id: &str, value: Value<String>| CfnOutput::new(&stack, id, value);
    let api = HttpApi::new(&stack, "Api");
    let url = HttpUrlIntegration::new("U", "https://u.test");
    let routes = api.add_routes("/x", url).methods([HttpMethod::Get]).build();
    let arn = "arn:aws:acm:us-east-1:111111111111:certificate/c";
    let certificate = Certificate::from_certificate_arn(&stack, "C", arn);
    let domain = DomainName::builder(&stack, "Domain", "r.test", &certificate).build();
    let stage = api.default_stage();
    let mapping = stage.map(|stage| ApiMapping::builder(&stack, "Mapping", &api, &domain, stage).build());
    let ws = WebSocketApi::builder(&stack, "Ws").api_name("named").build();

    show("Api-apiId", api.api_ref().api_id);
    if let Some(stage) = stage.map(IStage::stage_ref) {
        show("Stage-apiId", stage.api_id);
        show("Stage-stageName", stage.stage_name);
    }
    if let Some(route) = routes.first().map(|route| route.route_ref()) {
        show("Route-apiId", route.api_id);
        show("Route-routeId", route.route_id);
    }
    let reference = domain.domain_name_ref();
    show("Domain-domainName", reference.domain_name);
    show("Domain-domainNameArn", reference.domain_name_arn);
    let attributes = DomainNameAttributes::new("old.test", "r", "z");
    let reference = DomainName::from_domain_name_attributes(&stack, "Old", attributes).domain_name_ref();
    show("ImportedDomain-domainName", reference.domain_name);
    show("ImportedDomain-domainNameArn", reference.domain_name_arn);
    if let Some(mapping) = mapping.map(|mapping| mapping.api_mapping_ref()) {
        show("Mapping-apiMappingId", mapping.api_mapping_id);
        show("Mapping-domainName", mapping.domain_name);
    }
    let authorizer = HttpAuthorizer::builder(&stack, "A", &api, HttpAuthorizerType::Jwt, ["$request.header.A"])
        .jwt_audience(["a"])
        .jwt_issuer("https://i.test")
        .build()
        .authorizer_ref();
    show("Authorizer-authorizerId", authorizer.authorizer_id);
    show("Authorizer-apiId", authorizer.api_id);
    let integration = HttpIntegration::builder(&stack, "I", &api, HttpIntegrationType::HttpProxy)
        .integration_uri("https://u.test")
        .build()
        .integration_ref();
    show("Integration-apiId", integration.api_id);
    show("Integration-integrationId", integration.integration_id);
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a"]).private_subnets(["subnet-00000001"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "V", attributes);
    show("Link-vpcLinkId", VpcLink::new(&stack, "L", &vpc).vpc_link_ref().vpc_link_id);
    show("Key-apiKeyId", ApiKey::new(&stack, "K").api_key_ref().api_key_id);
    show("Plan-usagePlanId", UsagePlan::new(&stack, "P").usage_plan_ref().usage_plan_id);
    show("WsApi-apiId", ws.api_ref().api_id);
    let ws_stage = WebSocketStage::builder(&stack, "S", &ws, "s").build().stage_ref();
    show("WsStage-apiId", ws_stage.api_id);
    show("WsStage-stageName", ws_stage.stage_name);
    show("WsName-name", ws.web_socket_api_name());
    show("WsName-selector", WebSocketApiKeySelectionExpression::HEADER_X_API_KEY.as_str().into());
    let l1 = CfnApi::builder(&stack, "L1").name("l1").protocol_type("HTTP").build();
    show("L1Api-apiId", ApiReference::from(&l1).api_id);
    let l1_stage = CfnStage::builder(&stack, "L1Stage").api_id(l1.ref_()).stage_name("l1").build();
    let reference = StageReference::from(&l1_stage);
    show("L1Stage-apiId", reference.api_id);
    show("L1Stage-stageName", reference.stage_name);
    let helper = HttpApiHelper::from_http_api(&api);
    show("HelperArn", helper.arn_for_execute_api(Some("PUT"), Some("/y"), Some("live")));
}
