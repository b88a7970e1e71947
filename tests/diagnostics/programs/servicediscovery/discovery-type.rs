//! A service of an HTTP namespace is to be found by DNS.

use aws_cdk_core::{App, Stack};
use aws_cdk_servicediscovery::{DiscoveryType, HttpNamespace, ServiceOptions};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = HttpNamespace::builder(&stack, "Names", "books").build();
    namespace.create_service("Service", ServiceOptions::new().discovery_type(DiscoveryType::DnsAndApi));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = HttpNamespace::builder(&stack, "Names", "books").build();
    namespace.create_service("Service", ServiceOptions::new().discovery_type(DiscoveryType::Api));
}
