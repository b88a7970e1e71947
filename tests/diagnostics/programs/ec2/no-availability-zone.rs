//! The availability zone of an imported subnet is asked for, which is not known.

use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_ec2::{ISubnet, Subnet, SubnetAttributes};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let attributes = SubnetAttributes::new("subnet-0123456789abcdef0").route_table_id("rtb-0123456789abcdef0");
    let subnet = Subnet::from_subnet_attributes(&stack, "Subnet", attributes);
    CfnOutput::new(&stack, "Zone", subnet.availability_zone());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let attributes = SubnetAttributes::new("subnet-0123456789abcdef0")
        .availability_zone("eu-west-1a")
        .route_table_id("rtb-0123456789abcdef0");
    let subnet = Subnet::from_subnet_attributes(&stack, "Subnet", attributes);
    CfnOutput::new(&stack, "Zone", subnet.availability_zone());
}
