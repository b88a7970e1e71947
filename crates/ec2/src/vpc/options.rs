//! What a VPC is to have.

use std::fmt;

use aws_cdk_core::{Node, Value};
use aws_cdk_interfaces::ec2::{SubnetSelection, SubnetType};

use super::Vpc;
use super::ip_addresses::IpAddresses;
use super::nat::NatProvider;
use crate::endpoint::GatewayVpcEndpointOptions;
use crate::flow_log::FlowLogOptions;

/// The versions of IP that a VPC has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IpProtocol {
    /// IPv4.
    Ipv4Only,
    /// IPv4, and IPv6 addresses of Amazon.
    DualStack,
}

/// Where instances of a VPC run if they do not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DefaultInstanceTenancy {
    /// On shared hardware.
    Default,
    /// On hardware of one account.
    Dedicated,
    /// On a dedicated host.
    Host,
}

impl DefaultInstanceTenancy {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            DefaultInstanceTenancy::Default => "default",
            DefaultInstanceTenancy::Dedicated => "dedicated",
            DefaultInstanceTenancy::Host => "host",
        }
    }
}

/// A group of subnets, one in each availability zone.
///
/// ```
/// use aws_cdk_ec2::{SubnetConfiguration, SubnetType};
///
/// let data = SubnetConfiguration::new("Data", SubnetType::PrivateIsolated).cidr_mask(28);
/// let held_back = SubnetConfiguration::new("Later", SubnetType::Public).reserved(true);
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct SubnetConfiguration {
    pub(super) name: String,
    pub(super) subnet_type: SubnetType,
    pub(super) cidr_mask: Option<u32>,
    pub(super) reserved: bool,
    pub(super) map_public_ip_on_launch: Option<bool>,
    pub(super) ipv6_assign_address_on_creation: Option<bool>,
}

impl SubnetConfiguration {
    /// A group with a name, which its subnets' ids begin with.
    pub fn new(name: impl Into<String>, subnet_type: SubnetType) -> Self {
        Self {
            name: name.into(),
            subnet_type,
            cidr_mask: None,
            reserved: false,
            map_public_ip_on_launch: None,
            ipv6_assign_address_on_creation: None,
        }
    }

    /// The fixed bits of each subnet's addresses, 16 to 28. Default: an equal share of what other groups leave.
    pub fn cidr_mask(mut self, value: u32) -> Self {
        self.cidr_mask = Some(value);
        self
    }

    /// Whether the addresses are only kept free, for subnets to come. Default: false.
    pub fn reserved(mut self, value: bool) -> Self {
        self.reserved = value;
        self
    }

    /// Whether instances in public subnets get a public IPv4 address. Default: true, in a VPC with IPv6 false. Of other subnets
    /// this is the error `ec2::map-public-ip`.
    pub fn map_public_ip_on_launch(mut self, value: bool) -> Self {
        self.map_public_ip_on_launch = Some(value);
        self
    }

    /// Whether network interfaces get an IPv6 address. Default: true in a VPC with IPv6. In one without this is the error
    /// `ec2::no-ipv6`.
    pub fn ipv6_assign_address_on_creation(mut self, value: bool) -> Self {
        self.ipv6_assign_address_on_creation = Some(value);
        self
    }
}

/// Builds a [`Vpc`].
#[must_use = "a builder does nothing until `build` is called"]
pub struct VpcBuilder {
    pub(super) scope: Node,
    pub(super) id: String,
    pub(super) ip_protocol: IpProtocol,
    pub(super) ip_addresses: IpAddresses,
    pub(super) enable_dns_hostnames: Option<bool>,
    pub(super) enable_dns_support: Option<bool>,
    pub(super) default_instance_tenancy: DefaultInstanceTenancy,
    pub(super) max_azs: Option<usize>,
    pub(super) reserved_azs: usize,
    pub(super) availability_zones: Option<Vec<Value<String>>>,
    pub(super) nat_gateways: Option<usize>,
    pub(super) nat_gateway_subnets: Option<SubnetSelection>,
    pub(super) nat_gateway_provider: Option<NatProvider>,
    pub(super) subnet_configuration: Option<Vec<SubnetConfiguration>>,
    pub(super) create_internet_gateway: bool,
    pub(super) vpc_name: Option<String>,
    pub(super) vpn_gateway: Option<bool>,
    pub(super) vpn_gateway_asn: Option<i64>,
    pub(super) vpn_route_propagation: Option<Vec<SubnetSelection>>,
    pub(super) gateway_endpoints: Vec<(String, GatewayVpcEndpointOptions)>,
    pub(super) flow_logs: Vec<(String, FlowLogOptions)>,
    pub(super) restrict_default_security_group: Option<bool>,
}

impl fmt::Debug for VpcBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VpcBuilder({}/{})", self.scope.path(), self.id)
    }
}

impl VpcBuilder {
    pub(super) fn new(scope: &Node, id: String) -> Self {
        Self {
            scope: scope.clone(),
            id,
            ip_protocol: IpProtocol::Ipv4Only,
            ip_addresses: IpAddresses::cidr(Vpc::DEFAULT_CIDR_RANGE),
            enable_dns_hostnames: None,
            enable_dns_support: None,
            default_instance_tenancy: DefaultInstanceTenancy::Default,
            max_azs: None,
            reserved_azs: 0,
            availability_zones: None,
            nat_gateways: None,
            nat_gateway_subnets: None,
            nat_gateway_provider: None,
            subnet_configuration: None,
            create_internet_gateway: true,
            vpc_name: None,
            vpn_gateway: None,
            vpn_gateway_asn: None,
            vpn_route_propagation: None,
            gateway_endpoints: Vec::new(),
            flow_logs: Vec::new(),
            restrict_default_security_group: None,
        }
    }

    /// The versions of IP. Default: IPv4.
    pub fn ip_protocol(mut self, value: IpProtocol) -> Self {
        self.ip_protocol = value;
        self
    }

    /// Where the IPv4 addresses come from. Default: `10.0.0.0/16`.
    pub fn ip_addresses(mut self, value: IpAddresses) -> Self {
        self.ip_addresses = value;
        self
    }

    /// The IPv4 addresses, as [`IpAddresses::cidr`] takes them. Default: `10.0.0.0/16`.
    pub fn cidr(self, value: impl Into<String>) -> Self {
        self.ip_addresses(IpAddresses::cidr(value))
    }

    /// Whether instances get names in DNS, for which DNS must be supported. Default: true.
    pub fn enable_dns_hostnames(mut self, value: bool) -> Self {
        self.enable_dns_hostnames = Some(value);
        self
    }

    /// Whether Amazon's DNS server answers. Default: true.
    pub fn enable_dns_support(mut self, value: bool) -> Self {
        self.enable_dns_support = Some(value);
        self
    }

    /// Where instances run if they do not say it. Default: on shared hardware.
    pub fn default_instance_tenancy(mut self, value: DefaultInstanceTenancy) -> Self {
        self.default_instance_tenancy = value;
        self
    }

    /// In how many availability zones there are subnets at most. Default: 3.
    pub fn max_azs(mut self, value: usize) -> Self {
        self.max_azs = Some(value);
        self
    }

    /// For how many further availability zones addresses are kept free. Default: 0.
    pub fn reserved_azs(mut self, value: usize) -> Self {
        self.reserved_azs = value;
        self
    }

    /// The availability zones that have subnets; not together with `max_azs`. Default: the first ones of the region.
    pub fn availability_zones<V: Into<Value<String>>>(mut self, zones: impl IntoIterator<Item = V>) -> Self {
        self.availability_zones = Some(zones.into_iter().map(Into::into).collect());
        self
    }

    /// How many NAT gateways there are at most. Default: one in each availability zone, if a group needs them.
    pub fn nat_gateways(mut self, value: usize) -> Self {
        self.nat_gateways = Some(value);
        self
    }

    /// The public subnets that get the NAT gateways. Default: all.
    pub fn nat_gateway_subnets(mut self, value: SubnetSelection) -> Self {
        self.nat_gateway_subnets = Some(value);
        self
    }

    /// What lets private subnets call the internet. Default: NAT gateways with new addresses.
    pub fn nat_gateway_provider(mut self, value: NatProvider) -> Self {
        self.nat_gateway_provider = Some(value);
        self
    }

    /// The groups of subnets. Default: a public and a private one; the latter isolated if there are to be no NAT gateways.
    pub fn subnet_configuration(mut self, groups: impl IntoIterator<Item = SubnetConfiguration>) -> Self {
        self.subnet_configuration = Some(groups.into_iter().collect());
        self
    }

    /// Whether there is an internet gateway, if a group needs it. Default: true.
    pub fn create_internet_gateway(mut self, value: bool) -> Self {
        self.create_internet_gateway = value;
        self
    }

    /// The name, which is a tag. Default: the path of the construct.
    pub fn vpc_name(mut self, value: impl Into<String>) -> Self {
        self.vpc_name = Some(value.into());
        self
    }

    /// Whether there is a VPN gateway. Default: if it gets an ASN.
    pub fn vpn_gateway(mut self, value: bool) -> Self {
        self.vpn_gateway = Some(value);
        self
    }

    /// The ASN of the Amazon side of the VPN gateway. Default: that of EC2, 64512.
    pub fn vpn_gateway_asn(mut self, value: i64) -> Self {
        self.vpn_gateway_asn = Some(value);
        self
    }

    /// The subnets that get the routes of the VPN gateway. Default: the private ones.
    pub fn vpn_route_propagation(mut self, selections: impl IntoIterator<Item = SubnetSelection>) -> Self {
        self.vpn_route_propagation = Some(selections.into_iter().collect());
        self
    }

    /// Adds a gateway endpoint, as [`Vpc::add_gateway_endpoint`] does. Default: none.
    pub fn gateway_endpoint(mut self, id: impl Into<String>, options: GatewayVpcEndpointOptions) -> Self {
        self.gateway_endpoints.push((id.into(), options));
        self
    }

    /// Adds a flow log, as [`Vpc::add_flow_log`] does. Default: none.
    pub fn flow_log(mut self, id: impl Into<String>, options: FlowLogOptions) -> Self {
        self.flow_logs.push((id.into(), options));
        self
    }

    /// Whether the security group that EC2 makes for the VPC loses its rules, which a function of the stack does. Default: true,
    /// by the feature flag `@aws-cdk/aws-ec2:restrictDefaultSecurityGroup`.
    pub fn restrict_default_security_group(mut self, value: bool) -> Self {
        self.restrict_default_security_group = Some(value);
        self
    }

    /// Adds the VPC. Errors: `ec2::cidr`, `ec2::cidr-mask`, `ec2::cidr-space`, `ec2::dns-hostnames`, `ec2::availability-zones`,
    /// `ec2::nat-gateways`, `ec2::nat-gateway-subnets`, `ec2::nat-addresses`, `ec2::map-public-ip`, `ec2::no-ipv6`,
    /// `ec2::vpn-gateway`, and those of ids, selections, endpoints and flow logs.
    #[track_caller]
    pub fn build(self) -> Vpc {
        super::build::build_vpc(self)
    }
}
