//! Load balancers are to be found by other names.

use aws_cdk_core::{App, Stack};
use aws_cdk_servicediscovery::{DnsRecordType, PublicDnsNamespace, ServiceOptions};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = PublicDnsNamespace::builder(&stack, "Names", "example.com").build();
    let options = ServiceOptions::new().dns_record_type(DnsRecordType::Cname).load_balancer(true);
    namespace.create_service("Service", options);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = PublicDnsNamespace::builder(&stack, "Names", "example.com").build();
    let options = ServiceOptions::new().dns_record_type(DnsRecordType::A).load_balancer(true);
    namespace.create_service("Service", options);
}
