//! A query is to be answered by several other names.

use aws_cdk_core::{App, Stack};
use aws_cdk_servicediscovery::{DnsRecordType, PublicDnsNamespace, RoutingPolicy, ServiceOptions};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = PublicDnsNamespace::builder(&stack, "Names", "example.com").build();
    let cname = ServiceOptions::new().dns_record_type(DnsRecordType::Cname);
    namespace.create_service("Service", cname.routing_policy(RoutingPolicy::Multivalue));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = PublicDnsNamespace::builder(&stack, "Names", "example.com").build();
    let cname = ServiceOptions::new().dns_record_type(DnsRecordType::Cname);
    namespace.create_service("Service", cname.routing_policy(RoutingPolicy::Weighted));
}
