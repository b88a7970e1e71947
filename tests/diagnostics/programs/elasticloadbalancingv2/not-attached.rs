//! A target group that no listener uses is asked for the name of its load balancer.

use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_ec2::{ImportedVpc, SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{
    ApplicationListenerOptions, ApplicationLoadBalancer, ApplicationTargetGroup, ListenerAction, TargetType,
};

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let group =
        ApplicationTargetGroup::builder(&stack, "Group").vpc(&vpc(&stack)).port(80).target_type(TargetType::Ip).build();
    CfnOutput::new(&stack, "Name", group.first_load_balancer_full_name());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let vpc = vpc(&stack);
    let group = ApplicationTargetGroup::builder(&stack, "Group").vpc(&vpc).port(80).target_type(TargetType::Ip).build();
    let balancer = ApplicationLoadBalancer::new(&stack, "Balancer", &vpc);
    let forward = ListenerAction::forward([group.clone()]);
    balancer.add_listener("Listener", ApplicationListenerOptions::new().port(80).default_action(forward));
    CfnOutput::new(&stack, "Name", group.first_load_balancer_full_name());
}
