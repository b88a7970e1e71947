//! Network load balancers: every option, listeners, weighted groups, UDP, mapped subnets, imports.

use aws_cdk_core::{App, CfnOutput, Construct, Duration, Stack};
use aws_cdk_ec2::{IVpc, ImportedVpc, Port, SecurityGroup, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{
    AlpnPolicy, ClientRoutingPolicy, HealthCheck, ITargetGroup, InstanceTarget, IpAddressType, IpTarget,
    ListenerCertificate, NetworkListenerAction, NetworkListenerOptions, NetworkLoadBalancer,
    NetworkLoadBalancerAttributes, NetworkTargetGroup, NetworkTargetGroupOptions, NetworkWeightedTargetGroup, Protocol,
    SslPolicy, SubnetMapping, TargetGroupAttributes, TargetType,
};
use aws_cdk_interfaces::ec2::IConnectable;

fn arn(kind: &str) -> String {
    format!("arn:aws:elasticloadbalancing:us-east-1:111111111111:{kind}")
}

fn full(stack: &Stack, vpc: &ImportedVpc) -> NetworkLoadBalancer {
    let full = NetworkLoadBalancer::builder(stack, "Full", vpc)
        .internet_facing(true)
        .load_balancer_name("full")
        .deletion_protection(true)
        .cross_zone_enabled(false)
        .ip_address_type(IpAddressType::DualStack)
        .deny_all_igw_traffic(false)
        .client_routing_policy(ClientRoutingPolicy::PartialAvailabilityZoneAffinity)
        .zonal_shift(true)
        .enforce_security_group_inbound_rules_on_private_link_traffic(false)
        .enable_prefix_for_ipv6_source_nat(true)
        .minimum_capacity_unit(5500)
        .security_groups([SecurityGroup::new(stack, "Own", vpc)])
        .build();
    let udp = full.add_listener("Udp", NetworkListenerOptions::new(53).protocol(Protocol::Udp));
    udp.add_targets("Dns", NetworkTargetGroupOptions::new(53).targets([IpTarget::new("10.0.1.1")]));
    full
}

fn groups(stack: &Stack, vpc: &ImportedVpc) -> (NetworkTargetGroup, NetworkTargetGroup) {
    let check = HealthCheck::new()
        .protocol(Protocol::Http)
        .path("/up")
        .interval(Duration::seconds(10))
        .timeout(Duration::seconds(5))
        .healthy_threshold_count(2)
        .unhealthy_threshold_count(2);
    let one = NetworkTargetGroup::builder(stack, "One", 80)
        .vpc(vpc)
        .protocol(Protocol::TcpUdp)
        .target_type(TargetType::Instance)
        .proxy_protocol_v2(true)
        .preserve_client_ip(false)
        .connection_termination(true)
        .target_group_name("one")
        .deregistration_delay(Duration::seconds(7))
        .targets([InstanceTarget::new("i-1")])
        .health_check(check)
        .build();
    let two = NetworkTargetGroup::builder(stack, "Two", 81).vpc(vpc).target_type(TargetType::Alb).build();
    (one, two)
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "Nlb");
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a", "us-east-1b"])
        .public_subnets(["subnet-000000a0", "subnet-000000b0"])
        .private_subnets(["subnet-000000a1", "subnet-000000b1"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let full = full(&stack, &vpc);
    let (private, public) = (vpc.private_subnets(), vpc.public_subnets());
    let mapped = NetworkLoadBalancer::builder(&stack, "Mapped", &vpc)
        .subnet_mappings([
            SubnetMapping::new(private[0].clone()).private_ipv4_address("10.0.1.10"),
            SubnetMapping::new(private[1].clone()).ipv6_address("2001:db8::1"),
        ])
        .build();
    NetworkLoadBalancer::builder(&stack, "Public", &vpc)
        .internet_facing(true)
        .disable_security_groups(true)
        .subnet_mappings([SubnetMapping::new(public[0].clone()).allocation_id("eipalloc-1")])
        .build();
    let bare = NetworkLoadBalancer::builder(&stack, "Bare", &vpc).disable_security_groups(true).build();
    bare.add_security_group(SecurityGroup::from_security_group_id(&stack, "Later", "sg-00000003"));

    let (one, two) = groups(&stack, &vpc);
    let certificates = ["one", "two", "three"].map(|name| {
        ListenerCertificate::from_arn(format!("arn:aws:acm:us-east-1:111111111111:certificate/{name}"))
    });
    let tls = mapped.add_listener(
        "Tls",
        NetworkListenerOptions::new(443)
            .certificates(certificates.clone())
            .alpn_policy(AlpnPolicy::Http2Only)
            .default_target_groups([one.clone(), two.clone()]),
    );
    let weighted = [NetworkWeightedTargetGroup::new(one.clone()).weight(2), NetworkWeightedTargetGroup::new(two.clone())];
    mapped.add_listener(
        "Weighted",
        NetworkListenerOptions::new(444)
            .tcp_idle_timeout(Duration::minutes(2))
            .default_action(NetworkListenerAction::weighted_forward(weighted, Some(Duration::hours(1)))),
    );
    mapped.add_listener(
        "Ssl",
        NetworkListenerOptions::new(445)
            .protocol(Protocol::Tls)
            .certificates([certificates[0].clone()])
            .ssl_policy(SslPolicy::TLS12)
            .default_action(NetworkListenerAction::forward([one.clone()])),
    );
    let later = mapped.add_listener("Later", NetworkListenerOptions::new(446));
    later.add_action(NetworkListenerAction::forward_sticky([two], Duration::minutes(3)));
    later.add_certificates("More", [certificates[1].clone()]);
    let grown = bare.add_listener("Grown", NetworkListenerOptions::new(447));
    grown.add_targets(
        "Targets",
        NetworkTargetGroupOptions::new(8080)
            .proxy_protocol_v2(false)
            .preserve_client_ip(true)
            .target_group_name("grown")
            .health_check(HealthCheck::new().port("99")),
    );

    let attributes = NetworkLoadBalancerAttributes::new(arn("loadbalancer/net/lb/1"))
        .vpc(&vpc)
        .load_balancer_dns_name("lb.example.com")
        .load_balancer_canonical_hosted_zone_id("Z1")
        .load_balancer_security_groups(["sg-00000005"]);
    let imported = NetworkLoadBalancer::from_network_load_balancer_attributes(&stack, "ImportedLb", attributes);
    let added = imported.add_listener("Added", NetworkListenerOptions::new(81));
    added.add_targets("T", NetworkTargetGroupOptions::new(82));
    imported.connections().allow_from_any_ipv4(Port::tcp(81), None);
    let attributes = TargetGroupAttributes::new(arn("targetgroup/books/3"));
    let old = NetworkTargetGroup::from_target_group_attributes(&stack, "ImportedTargets", attributes);
    imported.add_listener("Old", NetworkListenerOptions::new(83).default_target_groups([old.clone()]));

    let out = Construct::new(&stack, "Out");
    CfnOutput::new(&out, "Dns", full.load_balancer_dns_name());
    CfnOutput::new(&out, "Tls", tls.listener_arn());
    CfnOutput::new(&out, "One", one.target_group_arn());
    CfnOutput::new(&out, "LbOfTarget", one.first_load_balancer_full_name());
    CfnOutput::new(&out, "ImportedName", old.target_group_name());
}
