//! A route is for IPv4 and IPv6 addresses.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{PrivateSubnet, RouterType};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let subnet = PrivateSubnet::builder(&stack, "Subnet", "vpc-00000001", "eu-west-1a", "10.0.0.0/24").build();
    let route = subnet.add_route("Route", RouterType::Gateway, "igw-00000001");
    route.destination_cidr_block("0.0.0.0/0").destination_ipv6_cidr_block("::/0").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let subnet = PrivateSubnet::builder(&stack, "Subnet", "vpc-00000001", "eu-west-1a", "10.0.0.0/24").build();
    let route = subnet.add_route("Route", RouterType::Gateway, "igw-00000001");
    route.destination_cidr_block("0.0.0.0/0").build();
}
