//! A required property of a property type is not set: it is no value yet.
//!
//! error: required property `aws_cdk_cfn_apigatewayv2::required::Stage` is not set

use aws_cdk_cfn_apigatewayv2::CfnRoutingRule;
use aws_cdk_cfn_apigatewayv2::cfn_routing_rule::{ActionInvokeApiProperty, ActionProperty, ConditionProperty};
use aws_cdk_core::{App, Stack};

fn main() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    CfnRoutingRule::builder(&stack, "Rule")
        .actions([ActionProperty::new().invoke_api(ActionInvokeApiProperty::new().api_id("api"))])
        .conditions([ConditionProperty::new()])
        .domain_name_arn("arn")
        .priority(1)
        .build();
}
