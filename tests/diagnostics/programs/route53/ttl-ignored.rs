//! The record of an alias says how long its answer is kept.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_route53::targets::ApiGatewayv2DomainProperties;
use aws_cdk_route53::{ARecord, HostedZone, RecordTarget};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let zone = HostedZone::from_hosted_zone_attributes(&stack, "Zone", "Z0123456789", "example.com");
    let target = RecordTarget::from_alias(&ApiGatewayv2DomainProperties::new("d-1.example.com", "Z9876543210"));
    ARecord::builder(&stack, "Api", &zone, target).ttl(Duration::minutes(1)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let zone = HostedZone::from_hosted_zone_attributes(&stack, "Zone", "Z0123456789", "example.com");
    let target = RecordTarget::from_alias(&ApiGatewayv2DomainProperties::new("d-1.example.com", "Z9876543210"));
    ARecord::builder(&stack, "Api", &zone, target).build();
}
