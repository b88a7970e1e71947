//! The ported cases: one module for each, named as the case with underscores.

use aws_cdk_core::App;

/// A ported case.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// The name, as that of the folder in `expected/`.
    pub name: &'static str,
    /// Adds the case's constructs to an app.
    pub build: fn(&App),
    /// The context of the app over that of a new project; `null` unsets a feature flag.
    pub context: fn() -> Vec<(&'static str, serde_json::Value)>,
}

macro_rules! cases {
    ($($name:literal => $module:ident $($context:ident)?;)+) => {
        $(mod $module;)+

        /// All ported cases, sorted by name.
        pub fn all() -> &'static [Case] {
            &[$(Case { name: $name, build: $module::build, context: cases!(@context $module $($context)?) }),+]
        }
    };
    (@context $module:ident) => { Vec::new };
    (@context $module:ident context) => { $module::context };
}

cases! {
    "app-orders-service" => app_orders_service;
    "auth-http-jwt-userpool" => auth_http_jwt_userpool;
    "auth-http-lambda" => auth_http_lambda;
    "aws-integ-http-authorizers" => aws_integ_http_authorizers context;
    "aws-integ-http-integrations" => aws_integ_http_integrations context;
    "certificates" => certificates;
    "cloudwatch-alarms" => cloudwatch_alarms;
    "cloudwatch-service-metrics" => cloudwatch_service_metrics;
    "cognito-clients" => cognito_clients;
    "cognito-pools" => cognito_pools;
    "core-asset-salt" => core_asset_salt context;
    "core-cli-context" => core_cli_context context;
    "core-cross-stack-strong" => core_cross_stack_strong context;
    "core-cross-stack-weak" => core_cross_stack_weak;
    "core-escape-hatches" => core_escape_hatches;
    "core-fn" => core_fn;
    "core-l1-http" => core_l1_http;
    "core-l1-websocket" => core_l1_websocket;
    "core-logical-ids" => core_logical_ids;
    "core-nested-stacks" => core_nested_stacks;
    "core-nested-tags" => core_nested_tags;
    "core-openapi-body" => core_openapi_body;
    "core-overrides" => core_overrides;
    "core-physical-names" => core_physical_names;
    "core-removal-dependencies" => core_removal_dependencies;
    "core-stack-props" => core_stack_props;
    "core-stages" => core_stages;
    "core-tags-aspects" => core_tags_aspects;
    "core-template-sections" => core_template_sections;
    "core-tokens" => core_tokens;
    "custom-bindings" => custom_bindings;
    "domain-name-options" => domain_name_options;
    "http-access-log-fields" => http_access_log_fields context;
    "http-access-logs" => http_access_logs;
    "events-buses" => events_buses;
    "ec2-lookups" => ec2_lookups context;
    "ec2-security-groups" => ec2_security_groups;
    "ec2-vpc-default" => ec2_vpc_default context;
    "ec2-vpc-options" => ec2_vpc_options context;
    "elbv2-alb" => elbv2_alb;
    "elbv2-logs" => elbv2_logs;
    "elbv2-metrics" => elbv2_metrics;
    "elbv2-nlb" => elbv2_nlb;
    "flags-unset" => flags_unset context;
    "http-api-minimal" => http_api_minimal;
    "http-api-props" => http_api_props;
    "http-authorizer-construct" => http_authorizer_construct;
    "http-cors" => http_cors;
    "http-cross-stack" => http_cross_stack;
    "http-edges" => http_edges;
    "http-default-authorizer" => http_default_authorizer;
    "http-default-integration" => http_default_integration;
    "http-domain-mapping" => http_domain_mapping;
    "http-grants-arns" => http_grants_arns;
    "http-import-edges" => http_import_edges;
    "http-imports" => http_imports;
    "http-integration-construct" => http_integration_construct;
    "http-l1-refs" => http_l1_refs;
    "http-metrics-alarms" => http_metrics_alarms;
    "http-partitions" => http_partitions;
    "http-route-construct" => http_route_construct;
    "http-routes-methods" => http_routes_methods;
    "http-shared-parts" => http_shared_parts;
    "http-stage-edges" => http_stage_edges;
    "http-stages" => http_stages;
    "iam-boundaries" => iam_boundaries;
    "iam-cross-environment" => iam_cross_environment;
    "iam-cross-stack" => iam_cross_stack;
    "iam-grants" => iam_grants;
    "iam-identities" => iam_identities;
    "iam-imports" => iam_imports;
    "iam-imports-flag-off" => iam_imports_flag_off context;
    "iam-large-policy" => iam_large_policy;
    "iam-large-policy-flag-off" => iam_large_policy_flag_off context;
    "iam-merging" => iam_merging;
    "iam-merging-random" => iam_merging_random;
    "iam-minimize-off" => iam_minimize_off context;
    "iam-policies" => iam_policies;
    "iam-trust" => iam_trust;
    "include-changes" => include_changes;
    "include-generated-ids" => include_generated_ids;
    "include-json" => include_json;
    "include-parameters" => include_parameters;
    "include-rules-hooks" => include_rules_hooks;
    "include-types" => include_types;
    "include-yaml" => include_yaml;
    "integ-eventbridge" => integ_eventbridge;
    "integ-alb" => integ_alb;
    "integ-http-url" => integ_http_url;
    "integ-lambda-basic" => integ_lambda_basic;
    "integ-lambda-imported" => integ_lambda_imported;
    "integ-lambda-permissions" => integ_lambda_permissions;
    "integ-nlb" => integ_nlb;
    "integ-private-edges" => integ_private_edges context;
    "integ-service-discovery" => integ_service_discovery;
    "integ-sqs" => integ_sqs;
    "integ-stepfunctions" => integ_stepfunctions;
    "kms-keys" => kms_keys;
    "lambda-grants" => lambda_grants;
    "lambda-no-log-group" => lambda_no_log_group context;
    "logs-groups" => logs_groups;
    "lambda-options" => lambda_options;
    "lambda-variants" => lambda_variants;
    "parameter-mapping" => parameter_mapping;
    "servicediscovery-services" => servicediscovery_services;
    "vpc-links" => vpc_links;
    "sfn-machines" => sfn_machines;
    "sfn-states" => sfn_states;
    "ws-api-props" => ws_api_props;
    "ws-api-routes" => ws_api_routes;
    "ws-authorizers" => ws_authorizers;
    "ws-edges" => ws_edges;
    "ws-everywhere" => ws_everywhere;
    "ws-grants-arns" => ws_grants_arns;
    "ws-integrations" => ws_integrations;
    "ws-stages" => ws_stages;
    "ws-usage-plans" => ws_usage_plans;
    "sqs-queues" => sqs_queues;
    "refs-and-helpers" => refs_and_helpers;
    "s3-buckets" => s3_buckets;
    "s3-flags-off" => s3_flags_off context;
}

/// The port of a case, if there is one.
pub fn find(name: &str) -> Option<&'static Case> {
    all().iter().find(|case| case.name == name)
}
