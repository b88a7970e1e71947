//! A listener without TLS has a certificate.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{ImportedVpc, SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{
    ApplicationListenerOptions, ApplicationLoadBalancer, ApplicationProtocol, ListenerAction, ListenerCertificate,
};

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let balancer = ApplicationLoadBalancer::new(&stack, "Balancer", &vpc(&stack));
    let certificate = ListenerCertificate::from_arn("arn:aws:acm:eu-west-1:111111111111:certificate/1");
    let options = ApplicationListenerOptions::new().protocol(ApplicationProtocol::Http).certificates([certificate]);
    balancer.add_listener("Listener", options.default_action(ListenerAction::fixed_response(200)));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let balancer = ApplicationLoadBalancer::new(&stack, "Balancer", &vpc(&stack));
    let certificate = ListenerCertificate::from_arn("arn:aws:acm:eu-west-1:111111111111:certificate/1");
    let options = ApplicationListenerOptions::new().protocol(ApplicationProtocol::Https).certificates([certificate]);
    balancer.add_listener("Listener", options.default_action(ListenerAction::fixed_response(200)));
}
