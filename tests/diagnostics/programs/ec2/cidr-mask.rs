//! A subnet is smaller than AWS takes.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{SubnetConfiguration, SubnetType, Vpc};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let public = SubnetConfiguration::new("Public", SubnetType::Public).cidr_mask(29);
    Vpc::builder(&stack, "Vpc").subnet_configuration([public]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let public = SubnetConfiguration::new("Public", SubnetType::Public).cidr_mask(28);
    Vpc::builder(&stack, "Vpc").subnet_configuration([public]).build();
}
