//! The subnets are larger than their VPC.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{SubnetConfiguration, SubnetType, Vpc};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let public = SubnetConfiguration::new("Public", SubnetType::Public).cidr_mask(24);
    Vpc::builder(&stack, "Vpc").max_azs(2).cidr("10.0.0.0/24").subnet_configuration([public]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let public = SubnetConfiguration::new("Public", SubnetType::Public).cidr_mask(25);
    Vpc::builder(&stack, "Vpc").max_azs(2).cidr("10.0.0.0/24").subnet_configuration([public]).build();
}
