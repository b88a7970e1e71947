//! Access logs are kept for a load balancer of any region.

use aws_cdk_core::{App, Environment, Stack};
use aws_cdk_ec2::{ImportedVpc, SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::ApplicationLoadBalancer;
use aws_cdk_s3::Bucket;

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let logs = Bucket::new(&stack, "Logs");
    ApplicationLoadBalancer::new(&stack, "Balancer", &vpc(&stack)).log_access_logs(&logs, "");
}

pub fn right(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "Books").env(env).build();
    let logs = Bucket::new(&stack, "Logs");
    ApplicationLoadBalancer::new(&stack, "Balancer", &vpc(&stack)).log_access_logs(&logs, "");
}
