//! A VPC without subnets has a VPN gateway.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{SubnetConfiguration, SubnetType, Vpc};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Vpc::builder(&stack, "Vpc").vpn_gateway(true).subnet_configuration([]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Vpc::builder(&stack, "Vpc")
        .vpn_gateway(true)
        .subnet_configuration([SubnetConfiguration::new("Data", SubnetType::PrivateIsolated)])
        .build();
}
