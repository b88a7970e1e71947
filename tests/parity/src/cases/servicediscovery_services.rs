//! Cloud Map: namespaces of each kind, services with every option, instances of each kind, imports.

use aws_cdk_core::{App, CfnOutput, Construct, Duration, Stack};
use aws_cdk_ec2::{ImportedVpc, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{ApplicationLoadBalancer, NetworkLoadBalancer};
use aws_cdk_servicediscovery::{
    AliasTargetInstance, DiscoveryType, DnsRecordType, HealthCheckConfig, HealthCheckType, HttpNamespace, INamespace,
    IService, InstanceOptions, IpInstance, IpInstanceOptions, NamespaceAttributes, PrivateDnsNamespace,
    PublicDnsNamespace, RoutingPolicy, Service, ServiceAttributes, ServiceOptions,
};

fn public(open: &PublicDnsNamespace) {
    let check = HealthCheckConfig::new()
        .health_check_type(HealthCheckType::Https)
        .resource_path("/up")
        .failure_threshold(3);
    let options = ServiceOptions::new()
        .dns_record_type(DnsRecordType::A)
        .health_check(check)
        .name("checked")
        .dns_ttl(Duration::minutes(5));
    let checked = open.create_service("Checked", options);
    checked.register_ip_instance("V", IpInstanceOptions::new().ipv4("192.0.2.1"));
    let check = HealthCheckConfig::new().health_check_type(HealthCheckType::Tcp);
    let options = ServiceOptions::new().health_check(check).routing_policy(RoutingPolicy::Weighted);
    open.create_service("Tcp", options);
    open.create_service("DefaultHttp", ServiceOptions::new().health_check(HealthCheckConfig::new()));
    let cname = open.create_service("Cname", ServiceOptions::new().dns_record_type(DnsRecordType::Cname));
    let options = InstanceOptions::new().custom_attribute("c", "d");
    cname.register_cname_instance("Other", "service.example.org", options);
    open.create_service("Api", ServiceOptions::new().discovery_type(DiscoveryType::Api));
}

fn imports(stack: &Stack) -> Service {
    let arn = "arn:aws:servicediscovery:us-east-1:111111111111:namespace/ns-1";
    let attributes = NamespaceAttributes::new("old", "ns-1", arn);
    let http = HttpNamespace::from_http_namespace_attributes(stack, "ImportedHttp", attributes);
    Service::builder(stack, "InImported", &http).build();
    let arn = "arn:aws:servicediscovery:us-east-1:111111111111:namespace/ns-2";
    let attributes = NamespaceAttributes::new("old.local", "ns-2", arn);
    let dns = PrivateDnsNamespace::from_private_dns_namespace_attributes(stack, "ImportedDns", attributes);
    let in_dns = Service::builder(stack, "InImportedDns", &dns).dns_ttl(Duration::seconds(0)).build();
    let arn = "arn:aws:servicediscovery:us-east-1:111111111111:service/srv-1";
    let attributes = ServiceAttributes::new(&dns, "old", "srv-1", arn, (DnsRecordType::A, RoutingPolicy::Multivalue));
    let attributes = attributes.discovery_type(DiscoveryType::DnsAndApi);
    let imported = Service::from_service_attributes(stack, "Imported", attributes);
    IpInstance::new(stack, "InOld", &imported, IpInstanceOptions::new().ipv4("10.0.0.11"));
    in_dns
}

fn private(stack: &Stack, dns: &PrivateDnsNamespace, vpc: &ImportedVpc) -> (Service, Service) {
    let options = ServiceOptions::new()
        .dns_record_type(DnsRecordType::A)
        .dns_ttl(Duration::seconds(30))
        .routing_policy(RoutingPolicy::Multivalue);
    let a = dns.create_service("A", options);
    let options = IpInstanceOptions::new().ipv4("10.0.0.2").instance_id("one");
    a.register_ip_instance("One", options.custom_attribute("b", "1").custom_attribute("a", "2"));
    let options = ServiceOptions::new().dns_record_type(DnsRecordType::AAaaa).load_balancer(true);
    let both = dns.create_service("Both", options);
    let lb = ApplicationLoadBalancer::new(stack, "Lb", vpc);
    both.register_load_balancer("Alb", &lb, InstanceOptions::new().custom_attribute("shard", "1"));
    let options = ServiceOptions::new().dns_record_type(DnsRecordType::Srv).custom_health_check(None);
    let srv = dns.create_service("Srv", options);
    srv.register_ip_instance("One", IpInstanceOptions::new().ipv4("10.0.0.3").ipv6("2001:db8::1").port(80));
    (a, srv)
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CloudMap");
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a", "us-east-1b"])
        .private_subnets(["subnet-0000000a", "subnet-0000000b"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let http = HttpNamespace::builder(&stack, "Http", "http").description("by HTTP").build();
    let dns = PrivateDnsNamespace::builder(&stack, "Private", "inside.local", &vpc).build();
    let open = PublicDnsNamespace::builder(&stack, "Public", "example.com").description("public").build();
    let options = ServiceOptions::new().description("plain").name("plain").custom_health_check(Some(2));
    let plain = http.create_service("Plain", options);
    let options = InstanceOptions::new().custom_attribute("dns", "x").custom_attribute("port", "1");
    plain.register_non_ip_instance("Non", options);
    plain.register_non_ip_instance("Named", InstanceOptions::new().custom_attribute("a", "b").instance_id("named"));
    plain.register_ip_instance("Ip", IpInstanceOptions::new().ipv4("10.0.0.1").port(8080));
    http.create_service("Bare", ServiceOptions::new());
    let (a, srv) = private(&stack, &dns, &vpc);
    public(&open);
    let own = Service::builder(&stack, "Own", &dns).name("own").discovery_type(DiscoveryType::DnsAndApi).build();
    IpInstance::new(&stack, "OwnInstance", &own, IpInstanceOptions::new().ipv4("10.0.0.9"));
    let nlb = NetworkLoadBalancer::new(&stack, "Nlb", &vpc);
    let for_alias = dns.create_service("ForAlias", ServiceOptions::new().load_balancer(true));
    AliasTargetInstance::new(&stack, "Alias", &for_alias, nlb.load_balancer_dns_name(), InstanceOptions::new());
    let in_dns = imports(&stack);

    let out = Construct::new(&stack, "Out");
    CfnOutput::new(&out, "Arn", http.namespace_arn());
    CfnOutput::new(&out, "Id", dns.namespace_id());
    CfnOutput::new(&out, "Name", open.namespace_name());
    CfnOutput::new(&out, "Zone", dns.namespace_hosted_zone_id());
    CfnOutput::new(&out, "Attr", open.namespace_id());
    CfnOutput::new(&out, "Service", plain.service_arn());
    CfnOutput::new(&out, "ServiceId", a.service_id());
    CfnOutput::new(&out, "ServiceName", srv.service_name());
    CfnOutput::new(&out, "In", in_dns.service_id());
}
