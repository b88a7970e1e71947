//! The answer to a query is kept for a part of a second.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_route53::{ARecord, HostedZone, RecordTarget};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let zone = HostedZone::from_hosted_zone_attributes(&stack, "Zone", "Z0123456789", "example.com");
    let target = RecordTarget::from_ip_addresses(["192.0.2.1"]);
    ARecord::builder(&stack, "Www", &zone, target).ttl(Duration::millis(1500)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let zone = HostedZone::from_hosted_zone_attributes(&stack, "Zone", "Z0123456789", "example.com");
    let target = RecordTarget::from_ip_addresses(["192.0.2.1"]);
    ARecord::builder(&stack, "Www", &zone, target).ttl(Duration::seconds(2)).build();
}
