//! NAT gateways are to stand in private subnets.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{SubnetSelection, SubnetType, Vpc};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let private = SubnetSelection::new().subnet_type(SubnetType::PrivateWithEgress);
    Vpc::builder(&stack, "Vpc").max_azs(1).nat_gateway_subnets(private).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let private = SubnetSelection::new().subnet_type(SubnetType::Public);
    Vpc::builder(&stack, "Vpc").max_azs(1).nat_gateway_subnets(private).build();
}
