//! The answer to a query is kept for a part of a second.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_servicediscovery::{PublicDnsNamespace, ServiceOptions};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = PublicDnsNamespace::builder(&stack, "Names", "example.com").build();
    namespace.create_service("Service", ServiceOptions::new().dns_ttl(Duration::millis(1500)));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = PublicDnsNamespace::builder(&stack, "Names", "example.com").build();
    namespace.create_service("Service", ServiceOptions::new().dns_ttl(Duration::seconds(2)));
}
