//! What others need to know of Amazon VPC's constructs: networks, subnets, security groups, and connections.

mod connections;
mod network;
mod peer;
mod port;
mod protocol;
mod security_group;
mod subnet;
mod subnet_selection;
mod vpc;

pub use connections::{Connections, IConnectable};
#[doc(hidden)]
pub use network::{CidrBlock, parse_address};
pub use peer::{IPeer, Peer, PeerRuleConfig};
pub use port::Port;
pub use protocol::Protocol;
pub use security_group::{ISecurityGroup, SecurityGroupOptions, SecurityGroupRule};
pub use subnet::{ISubnet, SubnetType};
#[doc(hidden)]
pub use subnet_selection::subnet_group_name_from_construct_id;
pub use subnet_selection::{SelectedSubnets, SubnetFilter, SubnetSelection};
pub use vpc::IVpc;
