//! Makes a VPC and everything in it.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use aws_cdk_cfn_ec2::{
    CfnEgressOnlyInternetGateway, CfnInternetGateway, CfnVPC, CfnVPCCidrBlock, CfnVPCGatewayAttachment,
};
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{Construct, DependencyGroup, Diagnostic, FeatureFlags, IConstruct, Stack, Tags, Value};
use aws_cdk_interfaces::ec2::{IVpc, SubnetSelection, SubnetType};

use super::ip_addresses::VpcAddresses;
use super::nat::NatProvider;
use super::options::{IpProtocol, SubnetConfiguration, VpcBuilder};
use super::subnets::{self, Zone};
use super::{State, Vpc, restrict_default_security_group};
use crate::subnet::PublicSubnet;

#[track_caller]
pub(super) fn build_vpc(builder: VpcBuilder) -> Vpc {
    let construct = Construct::of_type(&builder.scope, &builder.id, "aws-cdk-ec2.Vpc");
    check(&construct, &builder);
    let mut resource = CfnVPC::builder(&construct, "Resource")
        .enable_dns_hostnames(builder.enable_dns_hostnames.unwrap_or(true))
        .enable_dns_support(builder.enable_dns_support.unwrap_or(true))
        .instance_tenancy(builder.default_instance_tenancy.as_str());
    match builder.ip_addresses.vpc_addresses() {
        Ok(VpcAddresses::Cidr(cidr)) => resource = resource.cidr_block(cidr),
        Ok(VpcAddresses::Ipam { pool_id, netmask_length }) => {
            resource = resource.ipv4_ipam_pool_id(pool_id).ipv4_netmask_length(netmask_length);
        }
        // Reported once, when the subnets get theirs.
        Err(_) => {}
    }
    let resource = resource.build();
    let name = builder.vpc_name.clone().filter(|name| !name.is_empty());
    Tags::of(&construct).add("Name", name.unwrap_or_else(|| construct.node().path()));
    let zones = zones(&construct, &builder);
    let state = State {
        construct,
        resource,
        availability_zones: zones.iter().map(|zone| zone.clone().unwrap_or_else(|| "fake-az".into())).collect(),
        public: RefCell::default(),
        private: RefCell::default(),
        isolated: RefCell::default(),
        internet: DependencyGroup::new(),
        internet_gateway_id: OnceCell::new(),
        vpn_gateway_id: OnceCell::new(),
    };
    let vpc = Vpc { state: Rc::new(state) };
    fill(&vpc, builder, &zones);
    vpc
}

#[track_caller]
fn fill(vpc: &Vpc, builder: VpcBuilder, zones: &[Zone]) {
    let groups = builder.subnet_configuration.clone().unwrap_or_else(|| default_groups(builder.nat_gateways));
    let nat_gateways = nat_gateway_count(vpc, &builder, &groups, zones.len());
    let ipv6 = (builder.ip_protocol == IpProtocol::DualStack).then(|| {
        CfnVPCCidrBlock::builder(vpc, "ipv6cidr").vpc_id(vpc.vpc_id()).amazon_provided_ipv6_cidr_block(true).build()
    });
    subnets::create(vpc, &builder.ip_addresses, &groups, zones, ipv6.as_ref());
    let has_ipv6 = ipv6.is_some();
    let is_connected = groups.iter().any(|group| group.subnet_type != SubnetType::PrivateIsolated && !group.reserved);
    if is_connected && builder.create_internet_gateway {
        connect(vpc, has_ipv6);
        if nat_gateways > 0 {
            let provider = builder.nat_gateway_provider.unwrap_or_else(NatProvider::gateway);
            add_nat_gateways(vpc, &provider, nat_gateways, builder.nat_gateway_subnets);
        }
    }
    let always = !FeatureFlags::of(vpc).is_enabled(flags::REQUIRE_PRIVATE_SUBNETS_FOR_EGRESS_ONLY_INTERNET_GATEWAY);
    if has_ipv6 && (always || !vpc.private_subnets().is_empty()) {
        let gateway = CfnEgressOnlyInternetGateway::builder(vpc, "EIGW6").vpc_id(vpc.vpc_id()).build();
        for subnet in vpc.private_subnet_constructs() {
            subnet.add_ipv6_default_egress_only_internet_route(gateway.ref_());
        }
    }
    let has_subnets =
        [vpc.public_subnets(), vpc.private_subnets(), vpc.isolated_subnets()].iter().any(|it| !it.is_empty());
    let problem = match builder.vpn_gateway {
        Some(true) if !has_subnets => Some("a VPN gateway needs a VPC with subnets"),
        Some(false) if builder.vpn_gateway_asn.is_some() => Some("there is an ASN for a VPN gateway that is not to be"),
        _ => None,
    };
    if let Some(problem) = problem {
        let diagnostic = Diagnostic::error("ec2::vpn-gateway", problem);
        vpc.node().report(diagnostic.help("add a group of subnets, or leave what concerns the VPN gateway out"));
    } else if builder.vpn_gateway == Some(true) || builder.vpn_gateway_asn.is_some() {
        vpc.enable_vpn_gateway(builder.vpn_gateway_asn, builder.vpn_route_propagation);
    }
    for (id, options) in builder.gateway_endpoints {
        vpc.add_gateway_endpoint(id, options);
    }
    for (id, options) in builder.flow_logs {
        vpc.add_flow_log(id, options);
    }
    let by_flag = FeatureFlags::of(vpc).is_enabled(flags::RESTRICT_DEFAULT_SECURITY_GROUP);
    if builder.restrict_default_security_group.unwrap_or(by_flag) {
        restrict_default_security_group::add(vpc);
    }
}

#[track_caller]
fn check(construct: &Construct, builder: &VpcBuilder) {
    let report = |code: &'static str, message: &str, help: &str| {
        construct.node().report(Diagnostic::error(code, message).help(help).at(construct.node().location()));
    };
    if builder.enable_dns_hostnames == Some(true) && builder.enable_dns_support == Some(false) {
        report(
            "ec2::dns-hostnames",
            "instances get names only where DNS is supported",
            "leave `enable_dns_support` out",
        );
    }
    if builder.availability_zones.is_some() && builder.max_azs.is_some() {
        report("ec2::availability-zones", "availability zones are both named and counted", "leave `max_azs` out");
    }
}

/// The zones of the subnets, and those for which addresses are kept free.
#[track_caller]
fn zones(construct: &Construct, builder: &VpcBuilder) -> Vec<Zone> {
    const STAND_INS: [&str; 3] = ["dummy1a", "dummy1b", "dummy1c"];
    let of_stack = Stack::of(construct).availability_zones();
    let mut zones = match &builder.availability_zones {
        None => of_stack.into_iter().take(builder.max_azs.unwrap_or(3)).collect(),
        Some(given) => {
            let known: Vec<&str> =
                of_stack.iter().filter_map(|zone| zone.as_literal()).filter(|zone| !STAND_INS.contains(zone)).collect();
            let is_known = |zone: &Value<String>| zone.as_literal().is_none_or(|zone| known.contains(&zone));
            if !known.is_empty() && !given.iter().all(is_known) {
                let message = "an availability zone is not one of the stack's region";
                let diagnostic = Diagnostic::error("ec2::availability-zones", message);
                construct.node().report(diagnostic.help(format!("use those of the region: {}", known.join(", "))));
            }
            given.clone()
        }
    };
    if zones.is_empty() && builder.subnet_configuration.as_ref().is_none_or(|groups| !groups.is_empty()) {
        let message = "the VPC has no availability zones, and so no subnets";
        let diagnostic = Diagnostic::warning("ec2::no-availability-zones", message);
        construct.node().report(diagnostic.help("name at least one, or leave them to the stack"));
    }
    let reserved = std::iter::repeat_n(None, builder.reserved_azs);
    zones.drain(..).map(Some).chain(reserved).collect()
}

fn default_groups(nat_gateways: Option<usize>) -> Vec<SubnetConfiguration> {
    let inside = match nat_gateways {
        Some(0) => SubnetConfiguration::new("Isolated", SubnetType::PrivateIsolated),
        _ => SubnetConfiguration::new("Private", SubnetType::PrivateWithEgress),
    };
    vec![SubnetConfiguration::new("Public", SubnetType::Public), inside]
}

#[track_caller]
fn nat_gateway_count(vpc: &Vpc, builder: &VpcBuilder, groups: &[SubnetConfiguration], zones: usize) -> usize {
    if builder.nat_gateway_provider.as_ref().is_some_and(|provider| provider.regional) {
        if builder.nat_gateways == Some(0) {
            let message = "a regional NAT gateway is given for a VPC without NAT gateways";
            let diagnostic = Diagnostic::error("ec2::nat-gateways", message);
            vpc.node().report(diagnostic.help("leave `nat_gateway_provider` out"));
        }
        return 1;
    }
    let has = |kinds: &[SubnetType]| groups.iter().any(|it| kinds.contains(&it.subnet_type) && !it.reserved);
    let has_private = has(&[SubnetType::PrivateWithEgress, SubnetType::PrivateWithNat]);
    let has_egress = groups.iter().any(|it| it.subnet_type == SubnetType::PrivateWithEgress);
    let count = builder.nat_gateways.map_or(if has_private { zones } else { 0 }, |count| count.min(zones));
    if count == 0 && has_private && !has_egress {
        let message = "a group of subnets needs NAT gateways, and there are none";
        let diagnostic = Diagnostic::error("ec2::nat-gateways", message);
        vpc.node().report(diagnostic.help("make the group `SubnetType::PrivateIsolated` or `SubnetType::Public`"));
    }
    if count > 0 && !has(&[SubnetType::Public]) {
        let message = "NAT gateways need public subnets to stand in";
        let diagnostic = Diagnostic::error("ec2::nat-gateways", message);
        vpc.node().report(diagnostic.help("add a group of the type `SubnetType::Public`, or set `nat_gateways(0)`"));
    }
    count
}

/// Adds the internet gateway, and the routes of public subnets to it.
#[track_caller]
fn connect(vpc: &Vpc, has_ipv6: bool) {
    let gateway = CfnInternetGateway::builder(vpc, "IGW").build();
    vpc.state.internet_gateway_id.get_or_init(|| gateway.ref_().into());
    vpc.state.internet.add(&gateway);
    let attachment =
        CfnVPCGatewayAttachment::builder(vpc, "VPCGW").internet_gateway_id(gateway.ref_()).vpc_id(vpc.vpc_id()).build();
    for subnet in vpc.public_subnet_constructs() {
        subnet.add_default_internet_route(gateway.ref_(), &attachment);
        if has_ipv6 {
            subnet.add_ipv6_default_internet_route(gateway.ref_(), Some(&attachment));
        }
    }
}

#[track_caller]
fn add_nat_gateways(vpc: &Vpc, provider: &NatProvider, count: usize, placement: Option<SubnetSelection>) {
    let private = vpc.private_subnet_constructs();
    if provider.regional {
        provider.configure_regional(vpc, &private);
        return;
    }
    let placement = placement.unwrap_or_else(|| SubnetSelection::new().subnet_type(SubnetType::Public));
    let public = vpc.public_subnet_constructs();
    if public.is_empty() {
        // It is said already why there are none.
        return;
    }
    let mut chosen: Vec<PublicSubnet> = Vec::new();
    for subnet in vpc.select_subnets(&placement).subnets {
        match public.iter().find(|known| known.node() == subnet.node()) {
            Some(subnet) => chosen.push(subnet.clone()),
            None => {
                let message =
                    format!("`{}` gets a NAT gateway and is not a public subnet of the VPC", subnet.node().path());
                let diagnostic = Diagnostic::error("ec2::nat-gateway-subnets", message);
                vpc.node().report(diagnostic.help("select public subnets"));
            }
        }
    }
    chosen.truncate(count);
    provider.configure(vpc.node(), &chosen, &private);
}
