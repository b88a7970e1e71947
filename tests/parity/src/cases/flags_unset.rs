//! An app of an older project, with feature flags left unset.

use aws_cdk_apigatewayv2::{AccessLogSettings, HttpApi, HttpMethod, HttpStageOptions, LogGroupLogDestination};
use aws_cdk_apigatewayv2_authorizers::HttpIamAuthorizer;
use aws_cdk_apigatewayv2_integrations::{HttpLambdaIntegration, HttpNlbIntegration};
use aws_cdk_core::{App, CfnOutput, Environment, Stack, Tags};
use aws_cdk_ec2::{Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{NetworkListenerOptions, NetworkLoadBalancer, NetworkTargetGroupOptions};
use aws_cdk_iam::{Role, ServicePrincipal};
use aws_cdk_lambda::{Code, Function, Runtime};
use aws_cdk_logs::LogGroup;
use serde_json::Value;

pub(super) fn context() -> Vec<(&'static str, Value)> {
    [
        "@aws-cdk/aws-lambda:useCdkManagedLogGroup",
        "@aws-cdk/aws-iam:minimizePolicies",
        "@aws-cdk/core:enablePartitionLiterals",
        "@aws-cdk/core:explicitStackTags",
        "@aws-cdk/core:defaultCrossStackReferences",
        "@aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard",
        "@aws-cdk/aws-elasticloadbalancingv2:networkLoadBalancerWithSecurityGroupByDefault",
    ]
    .into_iter()
    .map(|flag| (flag, Value::Null))
    .collect()
}

pub(super) fn build(app: &App) {
    let env = || Environment::new().account("111111111111").region("us-east-1");
    let stack = Stack::builder(app, "FlagsUnset").env(env()).build();
    Tags::of(&stack).add("all", "yes");
    let function = Function::builder(&stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler=0"))
        .build();
    let api = HttpApi::builder(&stack, "Api").default_authorizer(HttpIamAuthorizer::new()).build();
    let routes = api
        .add_routes("/x", HttpLambdaIntegration::new("I", &function))
        .methods([HttpMethod::Get, HttpMethod::Put])
        .build();
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("lambda.amazonaws.com")).build();
    for route in &routes {
        route.grant_invoke(&role);
    }
    let logs = LogGroup::new(&stack, "Logs");
    let settings = AccessLogSettings::new(LogGroupLogDestination::new(&logs));
    api.add_stage("Logged", HttpStageOptions::new().stage_name("logged").access_log_settings(settings));
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a"]).private_subnets(["subnet-00000001"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let nlb = NetworkLoadBalancer::new(&stack, "Nlb", &vpc);
    let listener = nlb.add_listener("L", NetworkListenerOptions::new(80));
    listener.add_targets("T", NetworkTargetGroupOptions::new(80));
    api.add_routes("/nlb", HttpNlbIntegration::new("N", &listener)).build();
    let consumer = Stack::builder(app, "FlagsUnsetConsumer").env(env()).build();
    CfnOutput::new(&consumer, "Arn", function.function_arn());
}
