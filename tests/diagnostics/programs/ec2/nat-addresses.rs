//! There is one address for two NAT gateways.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{NatProvider, Vpc};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let provider = NatProvider::gateway().eip_allocation_ids(["eipalloc-00000001"]);
    Vpc::builder(&stack, "Vpc").max_azs(2).nat_gateway_provider(provider).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let provider = NatProvider::gateway().eip_allocation_ids(["eipalloc-00000001"]);
    Vpc::builder(&stack, "Vpc").max_azs(1).nat_gateway_provider(provider).build();
}
