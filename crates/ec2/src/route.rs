//! Routes of subnets.

use aws_cdk_cfn_ec2::CfnRoute;
use aws_cdk_core::{Diagnostic, IConstruct, Value};
use aws_cdk_interfaces::ec2::ISubnet;

use crate::subnet::Subnet;

/// What a route leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RouterType {
    /// A carrier gateway.
    CarrierGateway,
    /// An egress-only internet gateway.
    EgressOnlyInternetGateway,
    /// An internet gateway or a virtual private gateway.
    Gateway,
    /// An instance.
    Instance,
    /// A local gateway.
    LocalGateway,
    /// A NAT gateway.
    NatGateway,
    /// A network interface.
    NetworkInterface,
    /// A transit gateway.
    TransitGateway,
    /// A VPC peering connection.
    VpcPeeringConnection,
    /// A VPC endpoint.
    VpcEndpoint,
    /// A core network.
    CoreNetwork,
}

/// Builds a route of [`Subnet::add_route`].
#[must_use = "a route is not added until `build` is called"]
#[derive(Debug)]
pub struct AddRoute {
    subnet: Subnet,
    id: String,
    route_table_id: Value<String>,
    router_type: RouterType,
    router_id: Value<String>,
    destination_cidr_block: Option<Value<String>>,
    destination_ipv6_cidr_block: Option<Value<String>>,
    enables_internet_connectivity: bool,
}

impl AddRoute {
    pub(crate) fn new(
        subnet: &Subnet,
        id: String,
        route_table_id: Value<String>,
        router_type: RouterType,
        router_id: Value<String>,
    ) -> Self {
        Self {
            subnet: subnet.clone(),
            id,
            route_table_id,
            router_type,
            router_id,
            destination_cidr_block: None,
            destination_ipv6_cidr_block: None,
            enables_internet_connectivity: false,
        }
    }

    /// The IPv4 addresses that the route is for. Default: all, if there are no IPv6 addresses.
    pub fn destination_cidr_block(mut self, value: impl Into<Value<String>>) -> Self {
        self.destination_cidr_block = Some(value.into());
        self
    }

    /// The IPv6 addresses that the route is for. Default: none.
    pub fn destination_ipv6_cidr_block(mut self, value: impl Into<Value<String>>) -> Self {
        self.destination_ipv6_cidr_block = Some(value.into());
        self
    }

    /// Whether what needs the internet waits for the route. Default: false.
    pub fn enables_internet_connectivity(mut self, value: bool) -> Self {
        self.enables_internet_connectivity = value;
        self
    }

    /// Adds the route. IPv4 and IPv6 addresses at once are the error `ec2::route-destination`.
    #[track_caller]
    pub fn build(self) -> CfnRoute {
        if self.destination_cidr_block.is_some() && self.destination_ipv6_cidr_block.is_some() {
            let message = "a route is for IPv4 or for IPv6 addresses, not for both";
            let diagnostic = Diagnostic::error("ec2::route-destination", message);
            self.subnet.node().report(diagnostic.help("add a route for each"));
        }
        let mut route = CfnRoute::builder(&self.subnet, self.id).route_table_id(self.route_table_id);
        match (self.destination_cidr_block, self.destination_ipv6_cidr_block) {
            (Some(cidr), _) => route = route.destination_cidr_block(cidr),
            (None, Some(cidr)) => route = route.destination_ipv6_cidr_block(cidr),
            (None, None) => route = route.destination_cidr_block("0.0.0.0/0"),
        }
        let id = self.router_id;
        let route = match self.router_type {
            RouterType::CarrierGateway => route.carrier_gateway_id(id),
            RouterType::EgressOnlyInternetGateway => route.egress_only_internet_gateway_id(id),
            RouterType::Gateway => route.gateway_id(id),
            RouterType::Instance => route.instance_id(id),
            RouterType::LocalGateway => route.local_gateway_id(id),
            RouterType::NatGateway => route.nat_gateway_id(id),
            RouterType::NetworkInterface => route.network_interface_id(id),
            RouterType::TransitGateway => route.transit_gateway_id(id),
            RouterType::VpcPeeringConnection => route.vpc_peering_connection_id(id),
            RouterType::VpcEndpoint => route.vpc_endpoint_id(id),
            RouterType::CoreNetwork => route.core_network_arn(id),
        };
        let route = route.build();
        if self.enables_internet_connectivity {
            self.subnet.internet_connectivity_established().add(&route);
        }
        route
    }
}
