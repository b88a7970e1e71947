//! Network load balancers.

mod imported;
mod network_listener;
mod network_listener_action;
mod network_load_balancer;
mod network_target_group;

pub use imported::{
    ImportedNetworkListener, ImportedNetworkLoadBalancer, ImportedNetworkTargetGroup, NetworkLoadBalancerAttributes,
};
pub use network_listener::{NetworkListener, NetworkListenerBuilder, NetworkListenerOptions};
pub use network_listener_action::{NetworkListenerAction, NetworkWeightedTargetGroup};
pub use network_load_balancer::{INetworkLoadBalancer, NetworkLoadBalancer, NetworkLoadBalancerBuilder};
pub use network_target_group::{
    INetworkTargetGroup, NetworkTargetGroup, NetworkTargetGroupBuilder, NetworkTargetGroupOptions,
};
