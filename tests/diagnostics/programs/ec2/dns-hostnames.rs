//! Instances are to get names where DNS is not supported.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::Vpc;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Vpc::builder(&stack, "Vpc").enable_dns_hostnames(true).enable_dns_support(false).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Vpc::builder(&stack, "Vpc").enable_dns_hostnames(true).enable_dns_support(true).build();
}
