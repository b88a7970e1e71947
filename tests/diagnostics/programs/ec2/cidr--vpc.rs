//! The addresses of a VPC are none.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::Vpc;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Vpc::builder(&stack, "Vpc").cidr("10.0.0.0").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Vpc::builder(&stack, "Vpc").cidr("10.0.0.0/16").build();
}
