//! The availability zones of a VPC are named and counted.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::Vpc;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Vpc::builder(&stack, "Vpc").availability_zones(["eu-west-1a"]).max_azs(1).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Vpc::builder(&stack, "Vpc").availability_zones(["eu-west-1a"]).build();
}
