//! What load balancers of both kinds share.

use std::rc::Rc;

use aws_cdk_cfn_elasticloadbalancingv2::CfnLoadBalancer;
use aws_cdk_cfn_elasticloadbalancingv2::cfn_load_balancer::{
    CfnLoadBalancerBuilder, MinimumLoadBalancerCapacityProperty, SubnetMappingProperty,
};
use aws_cdk_core::{Construct, Diagnostic, IConstruct, PhysicalName, ResourceName, Value};
use aws_cdk_interfaces::ec2::{ISubnet, IVpc, SubnetFilter, SubnetSelection, SubnetType};

use super::attributes::Attributes;
use super::enums::IpAddressType;
use super::target_group::check_name;

/// The addresses that a network load balancer uses when it translates IPv6.
#[derive(Clone, Debug)]
pub struct SourceNatIpv6Prefix(Value<String>);

impl SourceNatIpv6Prefix {
    /// Addresses that Elastic Load Balancing chooses.
    pub fn auto_assigned() -> Self {
        Self("auto_assigned".into())
    }

    /// A range of the subnet, of 80 fixed bits. Another one is the error `elasticloadbalancingv2::ipv6-prefix`.
    pub fn from_ipv6_prefix(prefix: impl Into<Value<String>>) -> Self {
        Self(prefix.into())
    }
}

/// A subnet of a load balancer, with the addresses that it has there.
#[must_use]
#[derive(Clone, Debug)]
pub struct SubnetMapping {
    subnet: Rc<dyn ISubnet>,
    allocation_id: Option<Value<String>>,
    private_ipv4_address: Option<Value<String>>,
    ipv6_address: Option<Value<String>>,
    source_nat_ipv6_prefix: Option<SourceNatIpv6Prefix>,
}

impl SubnetMapping {
    /// A subnet, with addresses that Elastic Load Balancing chooses.
    pub fn new(subnet: impl ISubnet + 'static) -> Self {
        Self {
            subnet: Rc::new(subnet),
            allocation_id: None,
            private_ipv4_address: None,
            ipv6_address: None,
            source_nat_ipv6_prefix: None,
        }
    }

    /// The allocation of the public IPv4 address, of a load balancer on the internet. Default: none.
    pub fn allocation_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.allocation_id = Some(value.into());
        self
    }

    /// The private IPv4 address, of an internal load balancer. Default: none.
    pub fn private_ipv4_address(mut self, value: impl Into<Value<String>>) -> Self {
        self.private_ipv4_address = Some(value.into());
        self
    }

    /// The IPv6 address. Default: none.
    pub fn ipv6_address(mut self, value: impl Into<Value<String>>) -> Self {
        self.ipv6_address = Some(value.into());
        self
    }

    /// The addresses used when IPv6 is translated. Default: none.
    pub fn source_nat_ipv6_prefix(mut self, value: SourceNatIpv6Prefix) -> Self {
        self.source_nat_ipv6_prefix = Some(value);
        self
    }

    fn property(&self) -> SubnetMappingProperty {
        let mut property = SubnetMappingProperty::new().subnet_id(self.subnet.subnet_id());
        if let Some(value) = &self.allocation_id {
            property = property.allocation_id(value);
        }
        if let Some(value) = &self.private_ipv4_address {
            property = property.private_ipv4_address(value);
        }
        if let Some(value) = &self.ipv6_address {
            property = property.ipv6_address(value);
        }
        if let Some(SourceNatIpv6Prefix(value)) = &self.source_nat_ipv6_prefix {
            property = property.source_nat_ipv6_prefix(value);
        }
        property
    }

    /// What is wrong with a subnet of a load balancer that is on the internet or not, and translates IPv6 or not.
    fn problem(&self, is_public: bool, translates: bool) -> Option<(&'static str, &'static str, &'static str)> {
        let prefix = self.source_nat_ipv6_prefix.as_ref().and_then(|SourceNatIpv6Prefix(prefix)| prefix.as_literal());
        if prefix.is_some_and(|prefix| prefix != "auto_assigned" && !prefix.ends_with("/80")) {
            let message = "the addresses for translation have not 80 fixed bits";
            return Some(("elasticloadbalancingv2::ipv6-prefix", message, "write `2001:db8::/80`"));
        }
        let message = if is_public && self.private_ipv4_address.is_some() {
            "a load balancer on the internet is given a private address"
        } else if !is_public && self.allocation_id.is_some() {
            "an internal load balancer is given a public address"
        } else if !translates && self.source_nat_ipv6_prefix.is_some() {
            "a load balancer that does not translate IPv6 is given addresses for that"
        } else {
            return None;
        };
        Some((
            "elasticloadbalancingv2::subnet-mappings",
            message,
            "see `internet_facing` and `enable_prefix_for_ipv6_source_nat`",
        ))
    }
}

/// The options of load balancers of both kinds.
#[derive(Clone, Debug)]
pub(crate) struct LoadBalancerBaseOptions {
    pub(crate) vpc: Rc<dyn IVpc>,
    pub(crate) load_balancer_name: Option<PhysicalName>,
    pub(crate) internet_facing: bool,
    pub(crate) vpc_subnets: Option<SubnetSelection>,
    pub(crate) deletion_protection: bool,
    pub(crate) cross_zone_enabled: Option<bool>,
    pub(crate) deny_all_igw_traffic: Option<bool>,
    pub(crate) minimum_capacity_unit: Option<i64>,
    pub(crate) ip_address_type: Option<IpAddressType>,
}

impl LoadBalancerBaseOptions {
    pub(crate) fn new(vpc: Rc<dyn IVpc>) -> Self {
        Self {
            vpc,
            load_balancer_name: None,
            internet_facing: false,
            vpc_subnets: None,
            deletion_protection: false,
            cross_zone_enabled: None,
            deny_all_igw_traffic: None,
            minimum_capacity_unit: None,
            ip_address_type: None,
        }
    }
}

/// A load balancer of either kind.
#[derive(Debug)]
pub(crate) struct LoadBalancerCore {
    pub(crate) construct: Construct,
    pub(crate) resource: CfnLoadBalancer,
    pub(crate) attributes: Attributes,
    pub(crate) vpc: Rc<dyn IVpc>,
    pub(crate) ip_address_type: Option<IpAddressType>,
}

impl LoadBalancerCore {
    /// Adds the resource; `finish` sets what only one kind has.
    #[track_caller]
    pub(crate) fn new(
        construct: Construct,
        kind: &'static str,
        options: LoadBalancerBaseOptions,
        subnet_mappings: Option<&[SubnetMapping]>,
        finish: impl FnOnce(CfnLoadBalancerBuilder) -> CfnLoadBalancerBuilder,
    ) -> Self {
        let attributes = Attributes::default();
        let scheme = if options.internet_facing { "internet-facing" } else { "internal" };
        let mut resource = CfnLoadBalancer::builder(&construct, "Resource")
            .scheme(scheme)
            .r#type(kind)
            .load_balancer_attributes(attributes.property());
        let selected = match subnet_mappings {
            Some(mappings) => {
                let properties = mappings.iter().map(SubnetMapping::property);
                resource = resource.subnet_mappings(properties.collect::<Value<Vec<_>>>());
                let ids: Vec<Value<String>> = mappings.iter().map(|mapping| mapping.subnet.subnet_id()).collect();
                let selection = SubnetSelection::new().subnet_filters([SubnetFilter::by_ids(ids)]);
                options.internet_facing.then(|| options.vpc.select_subnets(&selection))
            }
            None => {
                let public = || match options.internet_facing {
                    true => SubnetSelection::new().subnet_type(SubnetType::Public),
                    false => SubnetSelection::new(),
                };
                let selected = options.vpc.select_subnets(&options.vpc_subnets.clone().unwrap_or_else(public));
                resource = resource.subnets(selected.subnet_ids());
                Some(selected)
            }
        };
        if let Some(units) = options.minimum_capacity_unit {
            resource = resource
                .minimum_load_balancer_capacity(MinimumLoadBalancerCapacityProperty::new().capacity_units(units));
        }
        if let Some(value) = options.ip_address_type {
            resource = resource.ip_address_type(value.as_str());
        }
        let literal = options.load_balancer_name.as_ref().and_then(|name| name.as_literal().map(str::to_owned));
        if let Some(name) = ResourceName::new(&construct, options.load_balancer_name.clone()).property() {
            resource = resource.name(name);
        }
        let resource = finish(resource).build();
        if let Some(selected) = selected.filter(|_| options.internet_facing) {
            selected.depend_on_internet_connectivity(&resource);
        }
        check(&construct, &options, literal.as_deref(), subnet_mappings.is_some());
        set_base_attributes(&attributes, &options);
        Self { construct, resource, attributes, vpc: options.vpc, ip_address_type: options.ip_address_type }
    }
}

fn set_base_attributes(attributes: &Attributes, options: &LoadBalancerBaseOptions) {
    attributes.set_flag("deletion_protection.enabled", options.deletion_protection);
    if let Some(value) = options.cross_zone_enabled {
        attributes.set_flag("load_balancing.cross_zone.enabled", value);
    }
    if let Some(value) = options.deny_all_igw_traffic {
        attributes.set_flag("ipv6.deny_all_igw_traffic", value);
    }
}

#[track_caller]
fn check(construct: &Construct, options: &LoadBalancerBaseOptions, name: Option<&str>, has_mappings: bool) {
    let node = construct.node();
    if has_mappings && options.vpc_subnets.is_some() {
        let diagnostic =
            Diagnostic::error("elasticloadbalancingv2::subnet-mappings", "subnets are both selected and mapped");
        node.report(diagnostic.help("leave `vpc_subnets` out"));
    }
    if options.deny_all_igw_traffic.is_some() && options.ip_address_type != Some(IpAddressType::DualStack) {
        let message = "only a load balancer with IPv6 can refuse traffic of the internet gateway";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::ip-address-type", message);
        node.report(diagnostic.help("set `ip_address_type(IpAddressType::DualStack)`"));
    }
    if let Some(name) = name {
        match check_name(name, "load balancer") {
            Some(problem) => node.report(problem.at(node.location())),
            None if name.starts_with("internal-") => node.report(
                Diagnostic::error("elasticloadbalancingv2::name", format!("the name `{name}` starts with `internal-`"))
                    .help("let it start otherwise: Elastic Load Balancing uses that itself"),
            ),
            None => {}
        }
    }
}

/// Reports what is wrong with subnets that a network load balancer is mapped to.
#[track_caller]
pub(crate) fn check_mappings(construct: &Construct, mappings: &[SubnetMapping], is_public: bool, translates: bool) {
    for mapping in mappings {
        if let Some((code, message, help)) = mapping.problem(is_public, translates) {
            construct.node().report(Diagnostic::error(code, message).help(help));
        }
    }
}

/// What only load balancers that are made here, or imported with it, have.
pub(crate) fn not_imported(construct: &Construct, value: &Option<Value<String>>, option: &str) -> Value<String> {
    if let Some(value) = value {
        return value.clone();
    }
    let message = "the load balancer was imported without what is asked for";
    let diagnostic = Diagnostic::error("elasticloadbalancingv2::not-imported", message);
    construct.node().report(diagnostic.help(format!("give it with `{option}`")).at(construct.node().location()));
    "".into()
}
