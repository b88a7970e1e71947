//! The L1 constructs that only WebSocket APIs have, and routing rules; references from one L1 to another.

use aws_cdk_cfn_apigatewayv2::cfn_route_response::ParameterConstraintsProperty;
use aws_cdk_cfn_apigatewayv2::cfn_routing_rule::{
    ActionInvokeApiProperty, ActionProperty, ConditionProperty, MatchBasePathsProperty, MatchHeaderValueProperty,
    MatchHeadersProperty,
};
use aws_cdk_cfn_apigatewayv2::{
    CfnApi, CfnDomainName, CfnIntegration, CfnIntegrationResponse, CfnModel, CfnRoute, CfnRouteResponse, CfnRoutingRule,
};
use aws_cdk_core::{App, CfnOutput, CfnResource, Stack, cfn_format, cfn_json};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CoreL1WebSocket");
    let api = CfnApi::builder(&stack, "Api")
        .name("ws")
        .protocol_type("WEBSOCKET")
        .route_selection_expression("$request.body.action")
        .disable_schema_validation(true)
        .build();
    let model = CfnModel::builder(&stack, "Model")
        .api_id(api.ref_())
        .name("Message")
        .content_type("application/json")
        .description("d")
        .schema(cfn_json!({
            "$schema": "http://json-schema.org/draft-04/schema#",
            "type": "object",
            "properties": { "action": { "type": "string", "minLength": 1 } },
            "required": ["action"],
        }))
        .build();
    let integration = CfnIntegration::builder(&stack, "Integration")
        .api_id(api.ref_())
        .integration_type("MOCK")
        .request_templates([("200", r#"{"statusCode":200}"#)])
        .build();
    let response = CfnIntegrationResponse::builder(&stack, "IntegrationResponse")
        .api_id(api.ref_())
        .integration_id(integration.ref_())
        .integration_response_key("/400/")
        .content_handling_strategy("CONVERT_TO_BINARY")
        .response_parameters(cfn_json!({ "route.response.header.x": "'y'" }))
        .response_templates(cfn_json!({ "$default": "{}" }))
        .template_selection_expression("$default")
        .build();
    let route = CfnRoute::builder(&stack, "Route")
        .api_id(api.ref_())
        .route_key("$default")
        .target(cfn_format!("integrations/{}", integration.ref_()))
        .request_models(cfn_json!({ "$default": model.name().unwrap_or_else(|| "".into()) }))
        .build();
    let route_response = CfnRouteResponse::builder(&stack, "RouteResponse")
        .api_id(api.ref_())
        .route_id(route.ref_())
        .route_response_key("$default")
        .model_selection_expression("m")
        .response_models(cfn_json!({ "$default": "Message" }))
        .response_parameters([("route.response.header.x", ParameterConstraintsProperty::new().required(true))])
        .build();
    let domain = CfnDomainName::builder(&stack, "Domain")
        .domain_name("ws.example.com")
        .routing_mode("ROUTING_RULE_ONLY")
        .build();
    let rule = CfnRoutingRule::builder(&stack, "Rule")
        .domain_name_arn(domain.attr_domain_name_arn())
        .priority(50)
        .actions([ActionProperty::new()
            .invoke_api(ActionInvokeApiProperty::new().api_id(api.ref_()).stage("prod").strip_base_path(true))])
        .conditions([
            ConditionProperty::new().match_base_paths(MatchBasePathsProperty::new().any_of(["a", "b"])),
            ConditionProperty::new().match_headers(MatchHeadersProperty::new().any_of([
                MatchHeaderValueProperty::new().header("X-Version").value_glob("v2*"),
                MatchHeaderValueProperty::new().header("Y").value_glob("*"),
            ])),
        ])
        .build();
    // The specification does not have this type yet.
    let product = CfnResource::builder(&stack, "Product", "AWS::ApiGatewayV2::PortalProduct")
        .property("Description", "d")
        .property("DisplayName", "Product")
        .property("Tags", cfn_json!([{ "Key": "a", "Value": "1" }, { "Key": "b", "Value": "2" }]))
        .build();

    CfnOutput::new(&stack, "RouteId", route.attr_route_id());
    CfnOutput::new(&stack, "ResponseId", response.attr_integration_response_id());
    CfnOutput::new(&stack, "RouteResponseId", route_response.attr_route_response_id());
    CfnOutput::new(&stack, "ModelId", model.attr_model_id());
    CfnOutput::new(&stack, "RuleArn", rule.attr_routing_rule_arn());
    CfnOutput::new(&stack, "ProductRef", product.ref_());
}
