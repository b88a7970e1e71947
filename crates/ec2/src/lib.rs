//! Amazon VPC: networks, subnets, endpoints and security groups.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_ec2::{Peer, Port, SecurityGroup, Vpc};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Network");
//! let vpc = Vpc::builder(&stack, "Vpc").max_azs(2).nat_gateways(1).build();
//! let group = SecurityGroup::new(&stack, "Web", &vpc);
//! group.add_ingress_rule(&Peer::any_ipv4(), Port::HTTPS, Some("the web"));
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod endpoint;
mod flow_log;
mod imported_subnet;
mod route;
mod security_group;
mod subnet;
mod vpc;

pub use aws_cdk_cfn_ec2::*;
pub use aws_cdk_interfaces::ec2::{
    Connections, IConnectable, IPeer, ISecurityGroup, ISubnet, IVpc, Peer, PeerRuleConfig, Port, Protocol,
    SecurityGroupOptions, SelectedSubnets, SubnetFilter, SubnetSelection, SubnetType,
};
pub use endpoint::{
    GatewayVpcEndpoint, GatewayVpcEndpointAwsService, GatewayVpcEndpointOptions, ImportedInterfaceVpcEndpoint,
    InterfaceVpcEndpoint, InterfaceVpcEndpointAwsService, InterfaceVpcEndpointOptions, InterfaceVpcEndpointService,
    VpcEndpointDnsRecordIpType, VpcEndpointIpAddressType,
};
pub use flow_log::{
    FlowLog, FlowLogDestination, FlowLogMaxAggregationInterval, FlowLogOptions, FlowLogResourceType, FlowLogTrafficType,
};
pub use imported_subnet::{ImportedSubnet, SubnetAttributes};
pub use route::{AddRoute, RouterType};
pub use security_group::{ImportedSecurityGroup, SecurityGroup, SecurityGroupBuilder, SecurityGroupImportOptions};
pub use subnet::{PrivateSubnet, PublicSubnet, Subnet, SubnetBuilder};
pub use vpc::{
    DefaultInstanceTenancy, GatewayConfig, ImportedVpc, IpAddresses, IpProtocol, NatProvider, SubnetConfiguration,
    SubnetGroupAttributes, Vpc, VpcAttributes, VpcBuilder, VpcLookupOptions,
};
