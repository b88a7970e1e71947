//! What services of Cloud Map say of mistakes.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_ec2::{Vpc, VpcAttributes};
use aws_cdk_servicediscovery::{
    DiscoveryType, DnsRecordType, HealthCheckConfig, HealthCheckType, HttpNamespace, InstanceOptions,
    IpInstanceOptions, PrivateDnsNamespace, PublicDnsNamespace, RoutingPolicy, Service, ServiceOptions,
};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    build(&Stack::new(&app, "Stack"));
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

fn in_http(options: ServiceOptions, then: impl FnOnce(Service)) -> Vec<String> {
    codes(|stack| then(HttpNamespace::builder(stack, "Http", "http").build().create_service("Service", options)))
}

fn in_public(options: ServiceOptions, then: impl FnOnce(Service)) -> Vec<String> {
    codes(|stack| then(PublicDnsNamespace::builder(stack, "Dns", "a.com").build().create_service("Service", options)))
}

fn in_private(options: ServiceOptions) -> Vec<String> {
    codes(|stack| {
        let vpc = Vpc::from_vpc_attributes(stack, "Vpc", VpcAttributes::new("vpc-1", ["a"]));
        PrivateDnsNamespace::builder(stack, "Dns", "a.local", &vpc).build().create_service("Service", options);
    })
}

#[test]
fn services_fit_their_namespace() {
    let dns = ServiceOptions::new().discovery_type(DiscoveryType::DnsAndApi);
    assert_eq!(in_http(dns, drop), ["servicediscovery::discovery-type"]);
    let records = ServiceOptions::new().dns_record_type(DnsRecordType::A);
    assert_eq!(in_http(records, drop), ["servicediscovery::discovery-type"]);
    let check = ServiceOptions::new().health_check(HealthCheckConfig::new());
    assert_eq!(in_private(check.clone()), ["servicediscovery::health-check"]);
    assert!(in_public(check.clone(), drop).is_empty());
    assert_eq!(in_public(check.custom_health_check(None), drop), ["servicediscovery::health-check"]);
    let tcp = HealthCheckConfig::new().health_check_type(HealthCheckType::Tcp).resource_path("/");
    assert_eq!(in_public(ServiceOptions::new().health_check(tcp), drop), ["servicediscovery::health-check"]);
}

#[test]
fn records_fit_each_other() {
    let cname = || ServiceOptions::new().dns_record_type(DnsRecordType::Cname);
    let several = cname().routing_policy(RoutingPolicy::Multivalue);
    assert_eq!(in_public(several, drop), ["servicediscovery::routing-policy"]);
    let one = ServiceOptions::new().routing_policy(RoutingPolicy::Weighted);
    assert_eq!(in_public(one, drop), ["servicediscovery::routing-policy"]);
    assert_eq!(in_public(cname().load_balancer(true), drop), ["servicediscovery::load-balancer"]);
    let short = ServiceOptions::new().dns_ttl(Duration::millis(1));
    assert_eq!(in_public(short, drop), ["servicediscovery::dns-ttl"]);
}

#[test]
fn instances_fit_the_records() {
    let check = |options: ServiceOptions, register: fn(Service)| {
        assert_eq!(in_public(options, register), ["servicediscovery::instance"]);
    };
    let of = |record: DnsRecordType| ServiceOptions::new().dns_record_type(record);
    check(of(DnsRecordType::A), |it| drop(it.register_ip_instance("I", IpInstanceOptions::new())));
    check(of(DnsRecordType::Aaaa), |it| drop(it.register_ip_instance("I", IpInstanceOptions::new().ipv4("10.0.0.1"))));
    check(of(DnsRecordType::AAaaa), |it| drop(it.register_ip_instance("I", IpInstanceOptions::new().ipv4("10.0.0.1"))));
    check(of(DnsRecordType::Srv), |it| drop(it.register_ip_instance("I", IpInstanceOptions::new().ipv4("10.0.0.1"))));
    check(of(DnsRecordType::Srv), |it| drop(it.register_ip_instance("I", IpInstanceOptions::new().port(80))));
    check(of(DnsRecordType::Cname), |it| drop(it.register_ip_instance("I", IpInstanceOptions::new())));
    check(of(DnsRecordType::A), |it| drop(it.register_cname_instance("I", "b.com", InstanceOptions::new())));
    let attribute = || InstanceOptions::new().custom_attribute("a", "b");
    assert_eq!(in_public(of(DnsRecordType::A), |it| drop(it.register_non_ip_instance("I", attribute()))).len(), 1);
    let empty = in_http(ServiceOptions::new(), |it| drop(it.register_non_ip_instance("I", InstanceOptions::new())));
    assert_eq!(empty, ["servicediscovery::instance"]);
    assert!(in_http(ServiceOptions::new(), |it| drop(it.register_non_ip_instance("I", attribute()))).is_empty());
}
