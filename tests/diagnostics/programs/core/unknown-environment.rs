//! A VPC is looked up for a stack that may be deployed anywhere.

use aws_cdk_core::{App, Environment, Stack};
use aws_cdk_ec2::{Vpc, VpcLookupOptions};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Vpc::from_lookup(&stack, "Vpc", VpcLookupOptions::new().is_default(true));
}

pub fn right(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "Books").env(env).build();
    Vpc::from_lookup(&stack, "Vpc", VpcLookupOptions::new().is_default(true));
}
