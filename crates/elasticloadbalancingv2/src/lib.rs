//! Elastic Load Balancing: application and network load balancers.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_ec2::{Vpc, VpcAttributes};
//! use aws_cdk_elasticloadbalancingv2::{
//!     ApplicationListenerOptions, ApplicationLoadBalancer, ApplicationTargetGroupOptions, IpTarget,
//! };
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let attributes = VpcAttributes::new("vpc-00000001", ["eu-west-1a"]).private_subnets(["subnet-00000001"]);
//! let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
//! let load_balancer = ApplicationLoadBalancer::new(&stack, "LoadBalancer", &vpc);
//! let listener = load_balancer.add_listener("Http", ApplicationListenerOptions::new().port(80));
//! let targets = ApplicationTargetGroupOptions::new().port(8080).targets([IpTarget::new("10.0.0.10")]);
//! listener.add_targets("Books", targets).build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod alb;
mod metrics;
mod nlb;
mod shared;

pub use alb::{
    AddAction, AddTargetGroups, AddTargets, ApplicationListener, ApplicationListenerAttributes,
    ApplicationListenerBuilder, ApplicationListenerOptions, ApplicationListenerRule, ApplicationListenerRuleBuilder,
    ApplicationLoadBalancer, ApplicationLoadBalancerAttributes, ApplicationLoadBalancerBuilder,
    ApplicationLoadBalancerRedirect, ApplicationTargetGroup, ApplicationTargetGroupBuilder,
    ApplicationTargetGroupOptions, AuthenticateJwtOptions, AuthenticateOidcOptions, FixedResponseOptions,
    IApplicationLoadBalancer, IApplicationTargetGroup, ImportedApplicationListener, ImportedApplicationLoadBalancer,
    ImportedApplicationTargetGroup, ListenerAction, ListenerCondition, MutualAuthentication, OidcEndpoints,
    QueryStringCondition, RedirectOptions, WeightedTargetGroup,
};
pub use aws_cdk_cfn_elasticloadbalancingv2::*;
pub use aws_cdk_interfaces::elasticloadbalancingv2::{
    IApplicationListener, IListener, ILoadBalancerV2, INetworkListener,
};
pub use metrics::{HttpCodeElb, HttpCodeTarget};
pub use nlb::{
    INetworkLoadBalancer, INetworkTargetGroup, ImportedNetworkListener, ImportedNetworkLoadBalancer,
    ImportedNetworkTargetGroup, NetworkListener, NetworkListenerAction, NetworkListenerBuilder, NetworkListenerOptions,
    NetworkLoadBalancer, NetworkLoadBalancerAttributes, NetworkLoadBalancerBuilder, NetworkTargetGroup,
    NetworkTargetGroupBuilder, NetworkTargetGroupOptions, NetworkWeightedTargetGroup,
};
pub use shared::{
    AlpnPolicy, ApplicationProtocol, ApplicationProtocolVersion, ClientRoutingPolicy, DesyncMitigationMode,
    HealthCheck, IApplicationLoadBalancerTarget, INetworkLoadBalancerTarget, ITargetGroup, InstanceTarget,
    IpAddressType, IpTarget, ListenerCertificate, LoadBalancerTargetProps, MutualAuthenticationMode, Protocol,
    SourceNatIpv6Prefix, SslPolicy, SubnetMapping, TargetGroupAttributes, TargetGroupHealth, TargetGroupIpAddressType,
    TargetGroupLoadBalancingAlgorithmType, TargetType, UnauthenticatedAction, XffHeaderProcessingMode,
};
