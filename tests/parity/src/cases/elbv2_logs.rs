//! Logs of load balancers in buckets, with the policies that these need, in regions with and without an account for that.

use aws_cdk_core::{App, Environment, Stack};
use aws_cdk_ec2::{Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{ApplicationLoadBalancer, NetworkLoadBalancer};
use aws_cdk_s3::Bucket;

pub(super) fn build(app: &App) {
    for (name, region) in [("LogsOld", "eu-west-1"), ("LogsNew", "eu-central-2"), ("LogsChina", "cn-north-1")] {
        let stack = Stack::builder(app, name).env(Environment::new().account("111111111111").region(region)).build();
        let attributes = VpcAttributes::new("vpc-00000001", [format!("{region}a")]).private_subnets(["subnet-00000001"]);
        let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
        let bucket = Bucket::new(&stack, "Bucket");
        let alb = ApplicationLoadBalancer::new(&stack, "Alb", &vpc);
        alb.log_access_logs(&bucket, "");
        alb.log_connection_logs(&bucket, "connections");
        let nlb = NetworkLoadBalancer::new(&stack, "Nlb", &vpc);
        nlb.log_access_logs(&Bucket::new(&stack, "Other"), "nlb");
        let imported = Bucket::from_bucket_name(&stack, "Old", "old-bucket");
        NetworkLoadBalancer::new(&stack, "Imported", &vpc).log_access_logs(&imported, "");
    }
}
