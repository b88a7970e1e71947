//! Instances in isolated subnets are to get public addresses.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{SubnetConfiguration, SubnetType, Vpc};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let data = SubnetConfiguration::new("Data", SubnetType::PrivateIsolated).map_public_ip_on_launch(true);
    Vpc::builder(&stack, "Vpc").subnet_configuration([data]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let data = SubnetConfiguration::new("Data", SubnetType::Public).map_public_ip_on_launch(true);
    Vpc::builder(&stack, "Vpc").subnet_configuration([data]).build();
}
