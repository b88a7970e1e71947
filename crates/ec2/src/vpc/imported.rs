//! VPCs that exist already.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{Construct, DependencyGroup, Diagnostic, IConstruct, Node, Value};
use aws_cdk_interfaces::ec2::{ISecurityGroup, ISubnet, IVpc, SecurityGroupOptions, SelectedSubnets, SubnetSelection};

use super::{Vpc, arn_of};
use crate::endpoint::{
    GatewayVpcEndpoint, GatewayVpcEndpointOptions, InterfaceVpcEndpoint, InterfaceVpcEndpointOptions,
};
use crate::flow_log::{FlowLog, FlowLogOptions, FlowLogResourceType};
use crate::imported_subnet::SubnetAttributes;
use crate::security_group::build_security_group;
use crate::subnet::Subnet;

/// What is known of subnets of one type: their ids, for each group those of all availability zones of the VPC in order.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct SubnetGroupAttributes {
    subnet_ids: Vec<Value<String>>,
    names: Vec<String>,
    route_table_ids: Option<Vec<Value<String>>>,
    ipv4_cidr_blocks: Option<Vec<Value<String>>>,
}

impl SubnetGroupAttributes {
    /// The ids of the subnets.
    pub fn new<V: Into<Value<String>>>(subnet_ids: impl IntoIterator<Item = V>) -> Self {
        Self { subnet_ids: subnet_ids.into_iter().map(Into::into).collect(), ..Self::default() }
    }

    /// The name of each group. Default: that of the type.
    pub fn names<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.names = names.into_iter().map(Into::into).collect();
        self
    }

    /// The id of each subnet's route table. Default: unknown.
    pub fn route_table_ids<V: Into<Value<String>>>(mut self, ids: impl IntoIterator<Item = V>) -> Self {
        self.route_table_ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// The IPv4 addresses of each subnet. Default: unknown.
    pub fn ipv4_cidr_blocks<V: Into<Value<String>>>(mut self, cidrs: impl IntoIterator<Item = V>) -> Self {
        self.ipv4_cidr_blocks = Some(cidrs.into_iter().map(Into::into).collect());
        self
    }
}

impl<V: Into<Value<String>>, const N: usize> From<[V; N]> for SubnetGroupAttributes {
    fn from(subnet_ids: [V; N]) -> Self {
        Self::new(subnet_ids)
    }
}

impl<V: Into<Value<String>>> From<Vec<V>> for SubnetGroupAttributes {
    fn from(subnet_ids: Vec<V>) -> Self {
        Self::new(subnet_ids)
    }
}

/// What is known of a VPC that exists already.
///
/// ```
/// use aws_cdk_ec2::{SubnetGroupAttributes, VpcAttributes};
///
/// let attributes = VpcAttributes::new("vpc-00000001", ["eu-west-1a", "eu-west-1b"])
///     .public_subnets(["subnet-000000a0", "subnet-000000b0"])
///     .private_subnets(SubnetGroupAttributes::new(["subnet-000000a1", "subnet-000000b1"]).names(["App"]));
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct VpcAttributes {
    vpc_id: Value<String>,
    availability_zones: Vec<Value<String>>,
    vpc_cidr_block: Option<Value<String>>,
    public: SubnetGroupAttributes,
    private: SubnetGroupAttributes,
    isolated: SubnetGroupAttributes,
    vpn_gateway_id: Option<Value<String>>,
}

impl VpcAttributes {
    /// The id of the VPC, and the availability zones of its subnets.
    pub fn new<V: Into<Value<String>>>(
        vpc_id: impl Into<Value<String>>,
        availability_zones: impl IntoIterator<Item = V>,
    ) -> Self {
        Self {
            vpc_id: vpc_id.into(),
            availability_zones: availability_zones.into_iter().map(Into::into).collect(),
            vpc_cidr_block: None,
            public: SubnetGroupAttributes::default(),
            private: SubnetGroupAttributes::default(),
            isolated: SubnetGroupAttributes::default(),
            vpn_gateway_id: None,
        }
    }

    /// The IPv4 addresses. Default: unknown.
    pub fn vpc_cidr_block(mut self, value: impl Into<Value<String>>) -> Self {
        self.vpc_cidr_block = Some(value.into());
        self
    }

    /// The public subnets. Default: none.
    pub fn public_subnets(mut self, value: impl Into<SubnetGroupAttributes>) -> Self {
        self.public = value.into();
        self
    }

    /// The private subnets with a way out. Default: none.
    pub fn private_subnets(mut self, value: impl Into<SubnetGroupAttributes>) -> Self {
        self.private = value.into();
        self
    }

    /// The subnets without a way out. Default: none.
    pub fn isolated_subnets(mut self, value: impl Into<SubnetGroupAttributes>) -> Self {
        self.isolated = value.into();
        self
    }

    /// The id of the VPN gateway. Default: none.
    pub fn vpn_gateway_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.vpn_gateway_id = Some(value.into());
        self
    }
}

struct State {
    construct: Construct,
    vpc_id: Value<String>,
    availability_zones: Vec<Value<String>>,
    vpc_cidr_block: Option<Value<String>>,
    vpn_gateway_id: Option<Value<String>>,
    public: Vec<Rc<dyn ISubnet>>,
    private: Vec<Rc<dyn ISubnet>>,
    isolated: Vec<Rc<dyn ISubnet>>,
    internet: DependencyGroup,
    vpc_arn: Option<Value<String>>,
    is_pending_lookup: bool,
}

/// What is known of a VPC by its look-up.
pub(super) struct LookedUp {
    pub(super) vpc_id: Value<String>,
    pub(super) vpc_arn: Value<String>,
    pub(super) vpc_cidr_block: Option<Value<String>>,
    pub(super) vpn_gateway_id: Option<Value<String>>,
    pub(super) availability_zones: Vec<Value<String>>,
    pub(super) public: Vec<Rc<dyn ISubnet>>,
    pub(super) private: Vec<Rc<dyn ISubnet>>,
    pub(super) isolated: Vec<Rc<dyn ISubnet>>,
    pub(super) is_pending: bool,
}

impl ImportedVpc {
    pub(super) fn looked_up(construct: Construct, known: LookedUp) -> Self {
        let state = State {
            construct,
            vpc_id: known.vpc_id,
            availability_zones: known.availability_zones,
            vpc_cidr_block: known.vpc_cidr_block,
            vpn_gateway_id: known.vpn_gateway_id,
            public: known.public,
            private: known.private,
            isolated: known.isolated,
            internet: DependencyGroup::new(),
            vpc_arn: Some(known.vpc_arn),
            is_pending_lookup: known.is_pending,
        };
        Self { state: Rc::new(state) }
    }
}

/// A VPC that exists already.
#[derive(Clone)]
pub struct ImportedVpc {
    state: Rc<State>,
}

impl Vpc {
    /// A VPC that exists, by what is known of it. Numbers of ids, names, route tables and addresses that do not fit each other
    /// are the error `ec2::vpc-attributes`.
    #[track_caller]
    pub fn from_vpc_attributes(scope: &impl IConstruct, id: impl AsRef<str>, attributes: VpcAttributes) -> ImportedVpc {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-ec2.Vpc");
        let zones = &attributes.availability_zones;
        let public = import(&construct, "Public", &attributes.public, zones);
        let private = import(&construct, "Private", &attributes.private, zones);
        let isolated = import(&construct, "Isolated", &attributes.isolated, zones);
        let state = State {
            construct,
            vpc_id: attributes.vpc_id,
            availability_zones: attributes.availability_zones,
            vpc_cidr_block: attributes.vpc_cidr_block,
            vpn_gateway_id: attributes.vpn_gateway_id,
            public,
            private,
            isolated,
            internet: DependencyGroup::new(),
            vpc_arn: None,
            is_pending_lookup: false,
        };
        ImportedVpc { state: Rc::new(state) }
    }
}

#[track_caller]
fn import(
    vpc: &Construct,
    default_name: &str,
    group: &SubnetGroupAttributes,
    zones: &[Value<String>],
) -> Vec<Rc<dyn ISubnet>> {
    let count = group.subnet_ids.len();
    let is_whole = if zones.is_empty() { count == 0 } else { count.is_multiple_of(zones.len()) };
    let groups = count.checked_div(zones.len()).unwrap_or_default();
    let differs = |list: &Option<Vec<Value<String>>>| list.as_ref().is_some_and(|list| list.len() != count);
    let problem = if !is_whole {
        Some(format!("there are {count} subnets of the type {default_name} for {} availability zones", zones.len()))
    } else if differs(&group.route_table_ids) || differs(&group.ipv4_cidr_blocks) {
        Some(format!("not each of the {count} subnets of the type {default_name} has a route table or addresses"))
    } else if !group.names.is_empty() && group.names.len() != groups {
        Some(format!("there are {} names for {groups} groups of subnets of the type {default_name}", group.names.len()))
    } else {
        None
    };
    if let Some(problem) = problem {
        let diagnostic = Diagnostic::error("ec2::vpc-attributes", problem);
        vpc.node().report(diagnostic.help("name a subnet for each group and zone, and as much else for each"));
        return Vec::new();
    }
    let mut subnets: Vec<Rc<dyn ISubnet>> = Vec::new();
    for (index, subnet_id) in group.subnet_ids.iter().enumerate() {
        let zone = &zones[index % zones.len()];
        let name = group.names.get(index / zones.len()).map_or(default_name, String::as_str);
        let mut attributes = SubnetAttributes::new(subnet_id).availability_zone(zone);
        attributes.route_table_id = element(&group.route_table_ids, index);
        attributes.ipv4_cidr_block = element(&group.ipv4_cidr_blocks, index);
        let id = format!("{name}Subnet{}", index + 1);
        subnets.push(Rc::new(Subnet::from_subnet_attributes(vpc, id, attributes)));
    }
    subnets
}

fn element(list: &Option<Vec<Value<String>>>, index: usize) -> Option<Value<String>> {
    list.as_ref()?.get(index).cloned()
}

impl fmt::Debug for ImportedVpc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImportedVpc({})", self.node().path())
    }
}

impl ImportedVpc {
    /// Selects subnets. Errors: `ec2::no-subnets`, `ec2::subnet-selection`, `ec2::cidr`.
    #[track_caller]
    pub fn select_subnets(&self, selection: &SubnetSelection) -> SelectedSubnets {
        IVpc::select_subnets(self, selection)
    }

    /// Adds an endpoint with network interfaces in the subnets.
    #[track_caller]
    pub fn add_interface_endpoint(
        &self,
        id: impl Into<String>,
        options: InterfaceVpcEndpointOptions,
    ) -> InterfaceVpcEndpoint {
        InterfaceVpcEndpoint::new(self, id, self, options)
    }

    /// Adds an endpoint to which route tables lead.
    #[track_caller]
    pub fn add_gateway_endpoint(
        &self,
        id: impl Into<String>,
        options: GatewayVpcEndpointOptions,
    ) -> GatewayVpcEndpoint {
        GatewayVpcEndpoint::new(self, id, self, options)
    }

    /// Adds a flow log of the VPC.
    #[track_caller]
    pub fn add_flow_log(&self, id: impl Into<String>, options: FlowLogOptions) -> FlowLog {
        FlowLog::new(self, id, FlowLogResourceType::from_vpc(self), options)
    }
}

impl IConstruct for ImportedVpc {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

impl IVpc for ImportedVpc {
    fn vpc_id(&self) -> Value<String> {
        self.state.vpc_id.clone()
    }

    fn vpc_arn(&self) -> Value<String> {
        self.state.vpc_arn.clone().unwrap_or_else(|| arn_of(self))
    }

    fn is_pending_lookup(&self) -> bool {
        self.state.is_pending_lookup
    }

    fn vpc_cidr_block(&self) -> Value<String> {
        if let Some(cidr) = &self.state.vpc_cidr_block {
            return cidr.clone();
        }
        let diagnostic = Diagnostic::error("ec2::no-cidr-block", "the VPC was imported without its IPv4 addresses");
        let help = "give them: `VpcAttributes::new(..).vpc_cidr_block(..)`";
        self.node().report(diagnostic.help(help).at(self.node().location()));
        "".into()
    }

    fn public_subnets(&self) -> Vec<Rc<dyn ISubnet>> {
        self.state.public.clone()
    }

    fn private_subnets(&self) -> Vec<Rc<dyn ISubnet>> {
        self.state.private.clone()
    }

    fn isolated_subnets(&self) -> Vec<Rc<dyn ISubnet>> {
        self.state.isolated.clone()
    }

    fn availability_zones(&self) -> Vec<Value<String>> {
        self.state.availability_zones.clone()
    }

    fn vpn_gateway_id(&self) -> Option<Value<String>> {
        self.state.vpn_gateway_id.clone()
    }

    fn internet_connectivity_established(&self) -> DependencyGroup {
        self.state.internet.clone()
    }

    fn create_security_group(&self, scope: &Node, id: &str, options: SecurityGroupOptions) -> Rc<dyn ISecurityGroup> {
        Rc::new(build_security_group(scope, id, self.vpc_id(), options))
    }
}
