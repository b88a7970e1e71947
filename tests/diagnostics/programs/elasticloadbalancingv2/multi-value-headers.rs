//! Targets with addresses are to get headers with several values in lists.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{ImportedVpc, SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{ApplicationTargetGroup, ApplicationTargetGroupOptions, TargetType};

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let options = ApplicationTargetGroupOptions::new().vpc(&vpc(&stack)).port(80).target_type(TargetType::Ip);
    ApplicationTargetGroup::with_options(&stack, "Group", options.multi_value_headers_enabled(true));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let options = ApplicationTargetGroupOptions::new().vpc(&vpc(&stack)).port(80).target_type(TargetType::Ip);
    ApplicationTargetGroup::with_options(&stack, "Group", options.multi_value_headers_enabled(false));
}
