//! Escape hatches: overrides and deletions below L2s and on raw resources, and everything a resource has besides its
//! properties.

use aws_cdk_apigatewayv2::{CfnIntegration, CorsHttpMethod, CorsPreflightOptions, HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{
    App, CfnAutoScalingRollingUpdate, CfnCodeDeployLambdaAliasUpdate, CfnCondition, CfnCreationPolicy,
    CfnDeletionPolicy, CfnResource, CfnResourceAutoScalingCreationPolicy, CfnResourceSignal, CfnUpdatePolicy, Fn,
    IConstruct, Stack, cfn_json,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CoreEscapeHatches");
    below_an_api(&stack);

    let condition = CfnCondition::new(&stack, "Condition", Fn::condition_equals("a", "b"));
    let raw = CfnResource::builder(&stack, "Raw", "Test::Core::Raw")
        .properties(cfn_json!({
            "List": [{ "Name": "first", "Value": 1 }, { "Name": "second", "Value": 2 }],
            "Keep": true,
            "Drop": true,
            "Nothing": null,
        }))
        .build();
    raw.add_property_override("List.0.Value", 10);
    raw.add_property_override("List.2.Name", "third");
    raw.add_property_deletion_override("List.1.Value");
    raw.add_property_deletion_override("Drop");
    raw.add_property_override("Deep.A.B.C", "made");
    raw.add_override("CreationPolicy.ResourceSignal.Count", 2);
    raw.cfn_options().set_condition(&condition);
    raw.add_metadata("key", "value");
    raw.add_metadata("list", [1]);
    raw.add_metadata("added", cfn_json!({ "nested": true }));
    raw.cfn_options().set_deletion_policy(CfnDeletionPolicy::Snapshot);
    raw.cfn_options().set_update_replace_policy(CfnDeletionPolicy::RetainExceptOnCreate);
    raw.cfn_options().set_update_policy(
        CfnUpdatePolicy::new()
            .auto_scaling_rolling_update(
                CfnAutoScalingRollingUpdate::new()
                    .max_batch_size(1)
                    .min_instances_in_service(2)
                    .pause_time("PT5M")
                    .suspend_processes(["X"])
                    .wait_on_resource_signals(true),
            )
            .use_online_resharding(true)
            .code_deploy_lambda_alias_update(
                CfnCodeDeployLambdaAliasUpdate::new()
                    .application_name("a")
                    .deployment_group_name("g")
                    .before_allow_traffic_hook("h"),
            ),
    );
    raw.cfn_options().set_creation_policy(
        CfnCreationPolicy::new()
            .auto_scaling_creation_policy(
                CfnResourceAutoScalingCreationPolicy::new().min_successful_instances_percent(50),
            )
            .resource_signal(CfnResourceSignal::new().timeout("PT1M")),
    );
    raw.cfn_options().set_version("1.0");
    raw.cfn_options().set_description("described");

    let empty = CfnResource::builder(&stack, "Empty", "Test::Core::Empty").build();
    empty.add_dependency(&raw);
    CfnResource::builder(&stack, "EmptyProperties", "Test::Core::Empty").properties(cfn_json!({})).build();
}

fn below_an_api(stack: &Stack) {
    let api = HttpApi::builder(stack, "Api")
        .cors_preflight(
            CorsPreflightOptions::new()
                .allow_headers(["A", "B", "C"])
                .allow_methods([CorsHttpMethod::Get])
                .allow_origins(["https://a.test"]),
        )
        .build();
    let cfn_api = api.default_child();
    cfn_api.override_logical_id("TheApi");
    cfn_api.add_property_override("CorsConfiguration.AllowHeaders.1", "Changed");
    cfn_api.add_property_override("CorsConfiguration.MaxAge", 60);
    cfn_api.add_property_deletion_override("CorsConfiguration.AllowMethods");
    cfn_api.add_property_override(r"Tags.with\.dot", "value");
    cfn_api.add_property_override(
        "Body.paths./a.get",
        cfn_json!({ "list": [{ "x": 1 }, "y"], "empty": {}, "zero": 0, "no": false }),
    );
    cfn_api.add_property_override("Description", Fn::sub("in ${AWS::Region}"));

    let routes =
        api.add_routes("/x", HttpUrlIntegration::new("Url", "https://example.com")).methods([HttpMethod::Get]).build();
    let route = &routes[0];
    let below_route = route.node().find_child("Url").default_child();
    if let Some(integration) = below_route.and_then(|node| CfnIntegration::from_construct(&node)) {
        integration.set_timeout_in_millis(1234);
        integration.add_property_deletion_override("PayloadFormatVersion");
        integration.add_override("Properties.RequestParameters", cfn_json!({ "append:header.x": "1" }));
    }
    if let Some(route) = route.default_child() {
        route.add_override("Metadata.Note", "overridden");
        route.add_deletion_override("Properties.AuthorizationType");
    }
    if let Some(stage) = api.default_stage() {
        let stage = stage.default_child();
        stage.add_override("Type", "AWS::ApiGatewayV2::StageReplaced");
        stage.add_override("DependsOn", ["Explicit"]);
        stage.add_property_override("RouteSettings.GET /x.ThrottlingRateLimit", 1);
    }
}
