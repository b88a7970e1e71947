//! A zone is imported without its name, which a record needs.

use aws_cdk_core::{App, Stack};
use aws_cdk_route53::{ARecord, HostedZone, RecordTarget};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let zone = HostedZone::from_hosted_zone_id(&stack, "Zone", "Z0123456789");
    ARecord::builder(&stack, "Www", &zone, RecordTarget::from_ip_addresses(["192.0.2.1"])).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let zone = HostedZone::from_hosted_zone_attributes(&stack, "Zone", "Z0123456789", "example.com");
    ARecord::builder(&stack, "Www", &zone, RecordTarget::from_ip_addresses(["192.0.2.1"])).build();
}
