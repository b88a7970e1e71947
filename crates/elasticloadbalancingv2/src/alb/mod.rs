//! Application load balancers.

mod application_listener;
mod application_listener_rule;
mod application_load_balancer;
mod application_target_group;
mod conditions;
mod imported_listener;
mod imported_load_balancer;
mod imported_target_group;
mod listener_action;
mod listener_options;

pub use application_listener::{ApplicationListener, ApplicationListenerBuilder};
pub use application_listener_rule::{
    AddAction, AddTargetGroups, AddTargets, ApplicationListenerRule, ApplicationListenerRuleBuilder,
};
pub(crate) use application_load_balancer::default_security_group;
pub use application_load_balancer::{
    ApplicationLoadBalancer, ApplicationLoadBalancerBuilder, ApplicationLoadBalancerRedirect, IApplicationLoadBalancer,
};
pub use application_target_group::{
    ApplicationTargetGroup, ApplicationTargetGroupBuilder, ApplicationTargetGroupOptions, IApplicationTargetGroup,
};
pub use conditions::{ListenerCondition, QueryStringCondition};
pub use imported_listener::{ApplicationListenerAttributes, ImportedApplicationListener};
pub use imported_load_balancer::{ApplicationLoadBalancerAttributes, ImportedApplicationLoadBalancer};
pub use imported_target_group::ImportedApplicationTargetGroup;
pub(crate) use listener_action::stickiness;
pub use listener_action::{
    AuthenticateJwtOptions, AuthenticateOidcOptions, FixedResponseOptions, ListenerAction, OidcEndpoints,
    RedirectOptions, WeightedTargetGroup,
};
pub use listener_options::{ApplicationListenerOptions, MutualAuthentication};
