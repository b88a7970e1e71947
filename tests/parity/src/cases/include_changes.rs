//! Access to what a template contains: names, properties and references change, and new resources use it.

use aws_cdk_cfn_sqs::CfnQueue;
use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, CfnOutput, CfnResource, ICfnElement, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "Changes");
    let include = CfnInclude::builder(&stack, "Include").template_file(crate::fixture("include/shop.json")).build();
    let orders = include.get_typed::<CfnQueue>("Orders");
    orders.set_visibility_timeout(60);
    orders.add_property_deletion_override("DelaySeconds");
    orders.override_logical_id("Renamed");
    orders.add_property_override("RedrivePolicy.maxReceiveCount", 9);
    include.get_resource("Bucket").override_logical_id("Storage");
    include.get_condition("IsProd").override_logical_id("Production");
    include.get_parameter("Stage").override_logical_id("Phase");
    include.get_mapping("Sizes").override_logical_id("Capacities");
    include.get_output("Plain").set_description("said later");

    let stage = include.get_parameter("Stage").value_as_string();
    let alarm = CfnResource::builder(&stack, "Alarm", "My::Own::Alarm")
        .property("Queue", orders.attr_arn())
        .property("Stage", &stage)
        .property("Memory", include.get_mapping("Sizes").find_in_map(stage, "memory"))
        .build();
    alarm.cfn_options().set_condition(&include.get_condition("IsProd"));
    alarm.add_dependency(&include.get_resource("Thing"));
    let other = Stack::new(app, "Other");
    CfnOutput::new(&other, "Arn", include.get_typed::<CfnQueue>("Dead").attr_arn());
}
