//! The name of an imported load balancer is asked for, which is not known.

use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_elasticloadbalancingv2::{ApplicationLoadBalancer, ApplicationLoadBalancerAttributes, ILoadBalancerV2};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let arn = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/books/0123456789abcdef";
    let attributes = ApplicationLoadBalancerAttributes::new(arn, "sg-0123456789abcdef0");
    let balancer = ApplicationLoadBalancer::from_application_load_balancer_attributes(&stack, "Balancer", attributes);
    CfnOutput::new(&stack, "Name", balancer.load_balancer_dns_name());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let arn = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/books/0123456789abcdef";
    let attributes = ApplicationLoadBalancerAttributes::new(arn, "sg-0123456789abcdef0")
        .load_balancer_dns_name("books.eu-west-1.elb.amazonaws.com");
    let balancer = ApplicationLoadBalancer::from_application_load_balancer_attributes(&stack, "Balancer", attributes);
    CfnOutput::new(&stack, "Name", balancer.load_balancer_dns_name());
}
