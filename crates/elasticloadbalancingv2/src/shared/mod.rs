//! What application and network load balancers share.

pub(crate) mod attributes;
mod enums;
mod health_check;
pub(crate) mod listener_certificate;
pub(crate) mod load_balancer;
mod logs;
pub(crate) mod target_group;
mod targets;

pub use enums::{
    AlpnPolicy, ApplicationProtocol, ApplicationProtocolVersion, ClientRoutingPolicy, DesyncMitigationMode,
    IpAddressType, MutualAuthenticationMode, Protocol, SslPolicy, TargetGroupIpAddressType,
    TargetGroupLoadBalancingAlgorithmType, TargetType, UnauthenticatedAction, XffHeaderProcessingMode,
};
pub use health_check::HealthCheck;
pub use listener_certificate::ListenerCertificate;
pub use load_balancer::{SourceNatIpv6Prefix, SubnetMapping};
pub use target_group::{ITargetGroup, TargetGroupAttributes, TargetGroupHealth};
pub use targets::{
    IApplicationLoadBalancerTarget, INetworkLoadBalancerTarget, InstanceTarget, IpTarget, LoadBalancerTargetProps,
};
