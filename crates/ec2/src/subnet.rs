//! Subnets.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

use aws_cdk_cfn_ec2::{CfnEIP, CfnNatGateway, CfnRoute, CfnRouteTable, CfnSubnet, CfnSubnetRouteTableAssociation};
use aws_cdk_core::{Construct, DependencyGroup, Diagnostic, Duration, IConstruct, Node, Tags, Value};
use aws_cdk_interfaces::ec2::ISubnet;

use crate::route::{AddRoute, RouterType};

struct State {
    construct: Construct,
    resource: CfnSubnet,
    route_table: CfnRouteTable,
    availability_zone: Value<String>,
    cidr_block: Value<String>,
    internet: DependencyGroup,
}

/// A subnet with a route table of its own.
#[derive(Clone)]
pub struct Subnet {
    state: Rc<State>,
}

impl fmt::Debug for Subnet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Subnet({})", self.node().path())
    }
}

impl IConstruct for Subnet {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

impl ISubnet for Subnet {
    fn subnet_id(&self) -> Value<String> {
        self.state.resource.ref_().into()
    }

    fn availability_zone(&self) -> Value<String> {
        self.state.availability_zone.clone()
    }

    fn ipv4_cidr_block(&self) -> Value<String> {
        self.state.cidr_block.clone()
    }

    fn route_table_id(&self) -> Option<Value<String>> {
        Some(self.state.route_table.ref_().into())
    }

    fn internet_connectivity_established(&self) -> DependencyGroup {
        self.state.internet.clone()
    }
}

impl Subnet {
    /// Starts a subnet of a VPC, in an availability zone, with IPv4 addresses.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        vpc_id: impl Into<Value<String>>,
        availability_zone: impl Into<Value<String>>,
        cidr_block: impl Into<Value<String>>,
    ) -> SubnetBuilder<Subnet> {
        SubnetBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            type_name: "aws-cdk-ec2.Subnet",
            vpc_id: vpc_id.into(),
            availability_zone: availability_zone.into(),
            cidr_block: cidr_block.into(),
            map_public_ip_on_launch: None,
            ipv6_cidr_block: None,
            assign_ipv6_address_on_creation: None,
            wrap: |subnet| subnet,
        }
    }

    /// The id of the VPC.
    pub fn subnet_vpc_id(&self) -> Value<String> {
        self.state.resource.attr_vpc_id().into()
    }

    /// The IPv6 addresses.
    pub fn subnet_ipv6_cidr_blocks(&self) -> Value<Vec<String>> {
        self.state.resource.attr_ipv6_cidr_blocks().into()
    }

    /// The id of the association with the network ACL.
    pub fn subnet_network_acl_association_id(&self) -> Value<String> {
        self.state.resource.attr_network_acl_association_id().into()
    }

    /// The ARN of the outpost, if the subnet is on one.
    pub fn subnet_outpost_arn(&self) -> Value<String> {
        self.state.resource.attr_outpost_arn().into()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnSubnet {
        &self.state.resource
    }

    /// The route table.
    pub fn route_table(&self) -> &CfnRouteTable {
        &self.state.route_table
    }

    /// Sends all IPv4 traffic to an internet gateway, once that is attached to the VPC.
    #[track_caller]
    pub fn add_default_internet_route(
        &self,
        gateway_id: impl Into<Value<String>>,
        gateway_attachment: &impl IConstruct,
    ) {
        let route = CfnRoute::builder(self, "DefaultRoute")
            .route_table_id(self.state.route_table.ref_())
            .destination_cidr_block("0.0.0.0/0")
            .gateway_id(gateway_id)
            .build();
        route.node().add_dependency(gateway_attachment);
        self.state.internet.add(&route);
    }

    /// Sends all IPv6 traffic to an internet gateway, once that is attached to the VPC.
    #[track_caller]
    pub fn add_ipv6_default_internet_route(
        &self,
        gateway_id: impl Into<Value<String>>,
        gateway_attachment: Option<&dyn IConstruct>,
    ) {
        let route = CfnRoute::builder(self, "DefaultRoute6")
            .route_table_id(self.state.route_table.ref_())
            .destination_ipv6_cidr_block("::/0")
            .gateway_id(gateway_id)
            .build();
        if let Some(attachment) = gateway_attachment {
            route.node().add_dependency(attachment.node());
        }
        self.state.internet.add(&route);
    }

    /// Sends all IPv6 traffic to an egress-only internet gateway.
    #[track_caller]
    pub fn add_ipv6_default_egress_only_internet_route(&self, gateway_id: impl Into<Value<String>>) {
        self.add_route("DefaultRoute6", RouterType::EgressOnlyInternetGateway, gateway_id)
            .destination_ipv6_cidr_block("::/0")
            .enables_internet_connectivity(true)
            .build();
    }

    /// Sends all IPv4 traffic to a NAT gateway.
    #[track_caller]
    pub fn add_default_nat_route(&self, nat_gateway_id: impl Into<Value<String>>) {
        self.add_route("DefaultRoute", RouterType::NatGateway, nat_gateway_id)
            .enables_internet_connectivity(true)
            .build();
    }

    /// Sends IPv6 traffic to IPv4 addresses to a NAT gateway, which translates it.
    #[track_caller]
    pub fn add_ipv6_nat64_route(&self, nat_gateway_id: impl Into<Value<String>>) {
        self.add_route("Nat64", RouterType::NatGateway, nat_gateway_id)
            .destination_ipv6_cidr_block("64:ff9b::/96")
            .enables_internet_connectivity(true)
            .build();
    }

    /// Starts a route to a router of some type, by its id. Default: for all IPv4 traffic.
    pub fn add_route(
        &self,
        id: impl Into<String>,
        router_type: RouterType,
        router_id: impl Into<Value<String>>,
    ) -> AddRoute {
        AddRoute::new(self, id.into(), self.state.route_table.ref_().into(), router_type, router_id.into())
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $type_name:literal;)+) => {
        $($(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            subnet: Subnet,
        }

        impl $name {
            /// Starts a subnet of a VPC, in an availability zone, with IPv4 addresses.
            pub fn builder(
                scope: &impl IConstruct,
                id: impl Into<String>,
                vpc_id: impl Into<Value<String>>,
                availability_zone: impl Into<Value<String>>,
                cidr_block: impl Into<Value<String>>,
            ) -> SubnetBuilder<$name> {
                let builder = Subnet::builder(scope, id, vpc_id, availability_zone, cidr_block);
                SubnetBuilder { type_name: $type_name, ..builder.wrap(|subnet| $name { subnet }) }
            }
        }

        impl Deref for $name {
            type Target = Subnet;

            fn deref(&self) -> &Subnet {
                &self.subnet
            }
        }

        impl IConstruct for $name {
            fn node(&self) -> &Node {
                self.subnet.node()
            }
        }

        impl ISubnet for $name {
            fn subnet_id(&self) -> Value<String> {
                self.subnet.subnet_id()
            }

            fn availability_zone(&self) -> Value<String> {
                self.subnet.availability_zone()
            }

            fn ipv4_cidr_block(&self) -> Value<String> {
                self.subnet.ipv4_cidr_block()
            }

            fn route_table_id(&self) -> Option<Value<String>> {
                self.subnet.route_table_id()
            }

            fn internet_connectivity_established(&self) -> DependencyGroup {
                self.subnet.internet_connectivity_established()
            }
        })+
    };
}

kinds! {
    /// A subnet that the internet can reach.
    PublicSubnet "aws-cdk-ec2.PublicSubnet";
    /// A subnet that the internet cannot reach.
    PrivateSubnet "aws-cdk-ec2.PrivateSubnet";
}

impl PublicSubnet {
    /// Adds a NAT gateway with an address: that of an allocation, or a new one. It may let connections end for a time that
    /// is 1 to 4,000 whole seconds, when it is deleted. Errors: `ec2::drain-duration`.
    #[track_caller]
    pub fn add_nat_gateway(
        &self,
        eip_allocation_id: Option<Value<String>>,
        max_drain_duration: Option<Duration>,
    ) -> CfnNatGateway {
        let gateway = CfnNatGateway::builder(self, "NATGateway").subnet_id(self.subnet_id());
        let address = match eip_allocation_id {
            Some(id) => id,
            None => CfnEIP::builder(self, "EIP").domain("vpc").build().attr_allocation_id().into(),
        };
        let mut gateway = gateway.allocation_id(address);
        if let Some(seconds) = drain_seconds(self.node(), max_drain_duration) {
            gateway = gateway.max_drain_duration_seconds(seconds);
        }
        let gateway = gateway.build();
        gateway.node().add_dependency_group(&self.internet_connectivity_established());
        gateway
    }
}

/// The rule is EC2's: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-natgateway.html>.
#[track_caller]
pub(crate) fn drain_seconds(node: &Node, duration: Option<Duration>) -> Option<u64> {
    let seconds = duration?.to_seconds().ok();
    let fits = seconds.filter(|seconds| (1..=4000).contains(seconds));
    if fits.is_none() {
        node.report(
            Diagnostic::error("ec2::drain-duration", "a NAT gateway cannot take that long to let connections end")
                .help("use 1 to 4,000 whole seconds"),
        );
    }
    fits
}

/// Builds a [`Subnet`], a [`PublicSubnet`] or a [`PrivateSubnet`].
#[must_use = "a builder does nothing until `build` is called"]
pub struct SubnetBuilder<S> {
    scope: Node,
    id: String,
    type_name: &'static str,
    vpc_id: Value<String>,
    availability_zone: Value<String>,
    cidr_block: Value<String>,
    map_public_ip_on_launch: Option<Value<bool>>,
    ipv6_cidr_block: Option<Value<String>>,
    assign_ipv6_address_on_creation: Option<Value<bool>>,
    wrap: fn(Subnet) -> S,
}

impl<S> fmt::Debug for SubnetBuilder<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SubnetBuilder({}/{})", self.scope.path(), self.id)
    }
}

impl<S> SubnetBuilder<S> {
    fn wrap<T>(self, wrap: fn(Subnet) -> T) -> SubnetBuilder<T> {
        SubnetBuilder {
            scope: self.scope,
            id: self.id,
            type_name: self.type_name,
            vpc_id: self.vpc_id,
            availability_zone: self.availability_zone,
            cidr_block: self.cidr_block,
            map_public_ip_on_launch: self.map_public_ip_on_launch,
            ipv6_cidr_block: self.ipv6_cidr_block,
            assign_ipv6_address_on_creation: self.assign_ipv6_address_on_creation,
            wrap,
        }
    }

    /// Whether instances get a public IPv4 address. Default: that of EC2, false.
    pub fn map_public_ip_on_launch(mut self, value: impl Into<Value<bool>>) -> Self {
        self.map_public_ip_on_launch = Some(value.into());
        self
    }

    /// The IPv6 addresses. Default: none.
    pub fn ipv6_cidr_block(mut self, value: impl Into<Value<String>>) -> Self {
        self.ipv6_cidr_block = Some(value.into());
        self
    }

    /// Whether network interfaces get an IPv6 address. Default: that of EC2, false.
    pub fn assign_ipv6_address_on_creation(mut self, value: impl Into<Value<bool>>) -> Self {
        self.assign_ipv6_address_on_creation = Some(value.into());
        self
    }

    /// Adds the subnet, its route table, and a tag with its path as the name.
    #[track_caller]
    pub fn build(self) -> S {
        let construct = Construct::of_type(&self.scope, &self.id, self.type_name);
        Tags::of(&construct).add("Name", construct.node().path());
        let mut resource = CfnSubnet::builder(&construct, "Subnet")
            .vpc_id(&self.vpc_id)
            .cidr_block(&self.cidr_block)
            .availability_zone(&self.availability_zone);
        if let Some(value) = self.map_public_ip_on_launch {
            resource = resource.map_public_ip_on_launch(value);
        }
        if let Some(value) = self.ipv6_cidr_block {
            resource = resource.ipv6_cidr_block(value);
        }
        if let Some(value) = self.assign_ipv6_address_on_creation {
            resource = resource.assign_ipv6_address_on_creation(value);
        }
        let resource = resource.build();
        // The network ACL, of which only the association is known.
        Construct::of_type(&construct, "Acl", "aws-cdk-ec2.NetworkAcl");
        construct.node().set_default_child(&resource);
        let route_table = CfnRouteTable::builder(&construct, "RouteTable").vpc_id(self.vpc_id).build();
        let association = CfnSubnetRouteTableAssociation::builder(&construct, "RouteTableAssociation")
            .subnet_id(resource.ref_())
            .route_table_id(route_table.ref_())
            .build();
        let state = State {
            construct,
            resource,
            route_table,
            availability_zone: self.availability_zone,
            cidr_block: self.cidr_block,
            internet: DependencyGroup::of(&association),
        };
        (self.wrap)(Subnet { state: Rc::new(state) })
    }
}
