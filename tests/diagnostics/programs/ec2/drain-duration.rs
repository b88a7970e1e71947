//! A NAT gateway waits for connections to end for two hours.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_ec2::{NatProvider, Vpc};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let provider = NatProvider::gateway().max_drain_duration(Duration::hours(2));
    Vpc::builder(&stack, "Vpc").max_azs(1).nat_gateway_provider(provider).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let provider = NatProvider::gateway().max_drain_duration(Duration::hours(1));
    Vpc::builder(&stack, "Vpc").max_azs(1).nat_gateway_provider(provider).build();
}
