//! Instances are to get IPv6 addresses in a VPC that has none.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{IpProtocol, SubnetConfiguration, SubnetType, Vpc};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let data = SubnetConfiguration::new("Data", SubnetType::PrivateIsolated).ipv6_assign_address_on_creation(true);
    Vpc::builder(&stack, "Vpc").subnet_configuration([data]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let data = SubnetConfiguration::new("Data", SubnetType::PrivateIsolated).ipv6_assign_address_on_creation(true);
    Vpc::builder(&stack, "Vpc").ip_protocol(IpProtocol::DualStack).subnet_configuration([data]).build();
}
