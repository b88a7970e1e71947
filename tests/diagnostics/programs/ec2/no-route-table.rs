//! A subnet is imported without its route table.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{Subnet, SubnetAttributes};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Subnet::from_subnet_id(&stack, "Subnet", "subnet-0123456789abcdef0");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let attributes = SubnetAttributes::new("subnet-0123456789abcdef0").route_table_id("rtb-0123456789abcdef0");
    Subnet::from_subnet_attributes(&stack, "Subnet", attributes);
}
