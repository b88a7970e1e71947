//! A VPC is in no availability zone.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::Vpc;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Vpc::builder(&stack, "Vpc").max_azs(0).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Vpc::builder(&stack, "Vpc").max_azs(1).build();
}
