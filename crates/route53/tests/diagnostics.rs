//! What zones and records say of mistakes.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_route53::targets::ApiGatewayv2DomainProperties;
use aws_cdk_route53::{ARecord, HostedZone, RecordTarget};

#[test]
fn zones_and_records_have_their_limits() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    HostedZone::builder(&stack, "Bad", "books example.com").build();
    let unnamed = HostedZone::from_hosted_zone_id(&stack, "Unnamed", "Z1");
    ARecord::builder(&stack, "Www", &unnamed, RecordTarget::from_ip_addresses(["192.0.2.1"])).build();
    let zone = HostedZone::from_hosted_zone_attributes(&stack, "Zone", "Z2", "example.com");
    let target = RecordTarget::from_alias(&ApiGatewayv2DomainProperties::new("d-1.example.com", "Z3"));
    ARecord::builder(&stack, "Alias", &zone, target).ttl(Duration::minutes(1)).build();
    let addresses = RecordTarget::from_ip_addresses(["192.0.2.1"]);
    ARecord::builder(&stack, "Short", &zone, addresses).ttl(Duration::millis(1)).build();

    let diagnostics = app.diagnostics();
    let codes: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code()).collect();
    assert_eq!(codes, ["route53::zone-name", "route53::no-zone-name", "route53::ttl-ignored", "route53::ttl"]);
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.location().file().ends_with("diagnostics.rs")));
}
