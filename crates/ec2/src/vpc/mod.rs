//! VPCs: networks of their own, with subnets in several availability zones.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_ec2::{IVpc, IpAddresses, SubnetConfiguration, SubnetType, Vpc};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let vpc = Vpc::builder(&stack, "Vpc")
//!     .ip_addresses(IpAddresses::cidr("10.1.0.0/16"))
//!     .nat_gateways(1)
//!     .subnet_configuration([
//!         SubnetConfiguration::new("Public", SubnetType::Public).cidr_mask(24),
//!         SubnetConfiguration::new("App", SubnetType::PrivateWithEgress),
//!     ])
//!     .build();
//! assert_eq!(vpc.private_subnets().len(), 2); // two zones, as nobody says which region it is
//! ```

mod build;
mod imported;
mod ip_addresses;
mod lookup;
mod nat;
mod options;
mod restrict_default_security_group;
mod subnets;

use std::cell::{OnceCell, RefCell};
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_ec2::{CfnVPC, CfnVPCGatewayAttachment, CfnVPNGateway, CfnVPNGatewayRoutePropagation};
use aws_cdk_core::{ArnComponents, Construct, DependencyGroup, Diagnostic, IConstruct, Node, Stack, Value};
use aws_cdk_interfaces::ec2::{ISecurityGroup, ISubnet, IVpc, SecurityGroupOptions, SelectedSubnets, SubnetSelection};

use crate::endpoint::{
    GatewayVpcEndpoint, GatewayVpcEndpointOptions, InterfaceVpcEndpoint, InterfaceVpcEndpointOptions,
    all_route_table_ids,
};
use crate::flow_log::{FlowLog, FlowLogOptions, FlowLogResourceType};
use crate::security_group::build_security_group;
use crate::subnet::{PrivateSubnet, PublicSubnet};

pub use imported::{ImportedVpc, SubnetGroupAttributes, VpcAttributes};
pub use ip_addresses::IpAddresses;
pub use lookup::VpcLookupOptions;
pub use nat::{GatewayConfig, NatProvider};
pub use options::{DefaultInstanceTenancy, IpProtocol, SubnetConfiguration, VpcBuilder};

struct State {
    construct: Construct,
    resource: CfnVPC,
    availability_zones: Vec<Value<String>>,
    public: RefCell<Vec<PublicSubnet>>,
    private: RefCell<Vec<PrivateSubnet>>,
    isolated: RefCell<Vec<PrivateSubnet>>,
    internet: DependencyGroup,
    internet_gateway_id: OnceCell<Value<String>>,
    vpn_gateway_id: OnceCell<Value<String>>,
}

/// A VPC.
#[derive(Clone)]
pub struct Vpc {
    state: Rc<State>,
}

impl fmt::Debug for Vpc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vpc({})", self.node().path())
    }
}

impl IConstruct for Vpc {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

fn shared<S: ISubnet + Clone + 'static>(subnets: &RefCell<Vec<S>>) -> Vec<Rc<dyn ISubnet>> {
    subnets.borrow().iter().map(|subnet| Rc::new(subnet.clone()) as Rc<dyn ISubnet>).collect()
}

fn arn_of(vpc: &dyn IVpc) -> Value<String> {
    Stack::of(vpc.node()).format_arn(ArnComponents::new("ec2", "vpc").resource_name(vpc.vpc_id()))
}

impl IVpc for Vpc {
    fn vpc_id(&self) -> Value<String> {
        self.state.resource.ref_().into()
    }

    fn vpc_arn(&self) -> Value<String> {
        arn_of(self)
    }

    fn vpc_cidr_block(&self) -> Value<String> {
        self.state.resource.attr_cidr_block().into()
    }

    fn public_subnets(&self) -> Vec<Rc<dyn ISubnet>> {
        shared(&self.state.public)
    }

    fn private_subnets(&self) -> Vec<Rc<dyn ISubnet>> {
        shared(&self.state.private)
    }

    fn isolated_subnets(&self) -> Vec<Rc<dyn ISubnet>> {
        shared(&self.state.isolated)
    }

    fn availability_zones(&self) -> Vec<Value<String>> {
        self.state.availability_zones.clone()
    }

    fn vpn_gateway_id(&self) -> Option<Value<String>> {
        self.state.vpn_gateway_id.get().cloned()
    }

    fn internet_connectivity_established(&self) -> DependencyGroup {
        self.state.internet.clone()
    }

    fn create_security_group(&self, scope: &Node, id: &str, options: SecurityGroupOptions) -> Rc<dyn ISecurityGroup> {
        Rc::new(build_security_group(scope, id, self.vpc_id(), options))
    }
}

impl Vpc {
    /// The IPv4 addresses of a VPC that says nothing of them.
    pub const DEFAULT_CIDR_RANGE: &'static str = "10.0.0.0/16";

    /// A VPC with the defaults: public and private subnets in up to three availability zones, each with a NAT gateway.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a VPC.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> VpcBuilder {
        VpcBuilder::new(scope.node(), id.into())
    }

    /// The public subnets, as what they are.
    pub fn public_subnet_constructs(&self) -> Vec<PublicSubnet> {
        self.state.public.borrow().clone()
    }

    /// The private subnets with a way out, as what they are.
    pub fn private_subnet_constructs(&self) -> Vec<PrivateSubnet> {
        self.state.private.borrow().clone()
    }

    /// The subnets without a way out, as what they are.
    pub fn isolated_subnet_constructs(&self) -> Vec<PrivateSubnet> {
        self.state.isolated.borrow().clone()
    }

    /// The id of the internet gateway, if there is one.
    pub fn internet_gateway_id(&self) -> Option<Value<String>> {
        self.state.internet_gateway_id.get().cloned()
    }

    /// The id of the network ACL that EC2 makes for the VPC.
    pub fn vpc_default_network_acl(&self) -> Value<String> {
        self.state.resource.attr_default_network_acl().into()
    }

    /// The id of the security group that EC2 makes for the VPC.
    pub fn vpc_default_security_group(&self) -> Value<String> {
        self.state.resource.attr_default_security_group().into()
    }

    /// The associations with ranges of IPv4 addresses.
    pub fn vpc_cidr_block_associations(&self) -> Value<Vec<String>> {
        self.state.resource.attr_cidr_block_associations().into()
    }

    /// The IPv6 addresses.
    pub fn vpc_ipv6_cidr_blocks(&self) -> Value<Vec<String>> {
        self.state.resource.attr_ipv6_cidr_blocks().into()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnVPC {
        &self.state.resource
    }

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

    /// Adds a VPN gateway, whose routes the route tables of some subnets get. Default: those of the default selection. A
    /// second one is the error `ec2::vpn-gateway`.
    #[track_caller]
    pub fn enable_vpn_gateway(
        &self,
        amazon_side_asn: Option<i64>,
        vpn_route_propagation: Option<Vec<SubnetSelection>>,
    ) {
        if self.vpn_gateway_id().is_some() {
            let diagnostic = Diagnostic::error("ec2::vpn-gateway", "the VPC has a VPN gateway already");
            self.node().report(diagnostic.help("enable it once"));
            return;
        }
        let construct = Construct::of_type(self, "VpnGateway", "aws-cdk-ec2.VpnGateway");
        let mut gateway = CfnVPNGateway::builder(&construct, "Default").r#type("ipsec.1");
        if let Some(asn) = amazon_side_asn {
            gateway = gateway.amazon_side_asn(asn);
        }
        let gateway = gateway.build();
        let gateway_id = self.state.vpn_gateway_id.get_or_init(|| gateway.ref_().into()).clone();
        let attachment = CfnVPCGatewayAttachment::builder(self, "VPCVPNGW")
            .vpc_id(self.vpc_id())
            .vpn_gateway_id(&gateway_id)
            .build();
        let mut subnets = Vec::new();
        for selection in vpn_route_propagation.unwrap_or_else(|| vec![SubnetSelection::new()]) {
            subnets.extend(self.select_subnets(&selection).subnets);
        }
        let propagation = CfnVPNGatewayRoutePropagation::builder(self, "RoutePropagation")
            .route_table_ids(all_route_table_ids(&subnets))
            .vpn_gateway_id(gateway_id)
            .build();
        propagation.node().add_dependency(&attachment);
    }
}
