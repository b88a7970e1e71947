//! An instance has no address.

use aws_cdk_core::{App, Stack};
use aws_cdk_servicediscovery::{DnsRecordType, IpInstanceOptions, PublicDnsNamespace, ServiceOptions};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = PublicDnsNamespace::builder(&stack, "Names", "example.com").build();
    let service = namespace.create_service("Service", ServiceOptions::new().dns_record_type(DnsRecordType::A));
    service.register_ip_instance("First", IpInstanceOptions::new());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = PublicDnsNamespace::builder(&stack, "Names", "example.com").build();
    let service = namespace.create_service("Service", ServiceOptions::new().dns_record_type(DnsRecordType::A));
    service.register_ip_instance("First", IpInstanceOptions::new().ipv4("10.0.0.1"));
}
