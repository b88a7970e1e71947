//! Actions of listeners of network load balancers: where connections go.

use std::panic::Location;
use std::rc::Rc;

use aws_cdk_core::{Diagnostic, Duration, Json, Node, Value};

use super::network_target_group::INetworkTargetGroup;
use crate::alb::stickiness;
use crate::shared::attributes::{json, object, text};

/// Where a listener of a network load balancer passes connections on.
#[derive(Clone, Debug)]
pub struct NetworkListenerAction {
    action: Json,
    target_groups: Vec<Rc<dyn INetworkTargetGroup>>,
    problem: Option<Box<Diagnostic>>,
}

/// A target group that gets a share of the connections.
#[derive(Clone, Debug)]
pub struct NetworkWeightedTargetGroup {
    target_group: Rc<dyn INetworkTargetGroup>,
    weight: Option<Value<i64>>,
}

impl NetworkWeightedTargetGroup {
    /// A target group of the weight 1.
    pub fn new(target_group: impl INetworkTargetGroup + 'static) -> Self {
        Self { target_group: Rc::new(target_group), weight: None }
    }

    /// The weight, 0 to 999. Default: that of Elastic Load Balancing, 1.
    #[must_use]
    pub fn weight(mut self, value: impl Into<Value<i64>>) -> Self {
        self.weight = Some(value.into());
        self
    }
}

impl NetworkListenerAction {
    /// Passes connections on to target groups in equal shares. None are the error
    /// `elasticloadbalancingv2::no-target-groups`, when the action is used.
    #[track_caller]
    pub fn forward<G: INetworkTargetGroup + 'static>(target_groups: impl IntoIterator<Item = G>) -> Self {
        Self::share(target_groups, None)
    }

    /// As [`NetworkListenerAction::forward`]; connections of one client go to the same group for a time, whole seconds up to 7
    /// days.
    #[track_caller]
    pub fn forward_sticky<G: INetworkTargetGroup + 'static>(
        target_groups: impl IntoIterator<Item = G>,
        stickiness_duration: Duration,
    ) -> Self {
        Self::share(target_groups, Some(stickiness_duration))
    }

    #[track_caller]
    fn share<G: INetworkTargetGroup + 'static>(
        target_groups: impl IntoIterator<Item = G>,
        duration: Option<Duration>,
    ) -> Self {
        let weighted: Vec<_> = target_groups.into_iter().map(NetworkWeightedTargetGroup::new).collect();
        if let ([only], None) = (weighted.as_slice(), duration) {
            let arn = only.target_group.target_group_arn().into_json();
            let action = object([("TargetGroupArn", Some(arn)), ("Type", text("forward"))]);
            return Self { action, target_groups: vec![only.target_group.clone()], problem: None };
        }
        Self::weighted_forward(weighted, duration)
    }

    /// Passes connections on to target groups by weight; connections of one client go to the same group for a time, if one is
    /// given, whole seconds up to 7 days. No groups are the error `elasticloadbalancingv2::no-target-groups`, when the action is
    /// used.
    #[track_caller]
    pub fn weighted_forward(
        target_groups: impl IntoIterator<Item = NetworkWeightedTargetGroup>,
        stickiness_duration: Option<Duration>,
    ) -> Self {
        let weighted: Vec<NetworkWeightedTargetGroup> = target_groups.into_iter().collect();
        let tuples = weighted.iter().map(|it| {
            let arn = it.target_group.target_group_arn().into_json();
            object([("TargetGroupArn", Some(arn)), ("Weight", json(&it.weight))])
        });
        let config = object([
            ("TargetGroupStickinessConfig", stickiness(stickiness_duration)),
            ("TargetGroups", Some(Json::List(tuples.collect()))),
        ]);
        let action = object([("ForwardConfig", Some(config)), ("Type", text("forward"))]);
        let message = "connections are forwarded to no target group";
        let problem = Diagnostic::error("elasticloadbalancingv2::no-target-groups", message)
            .help("name at least one")
            .at(Location::caller());
        let problem = weighted.is_empty().then(|| Box::new(problem));
        Self { action, problem, target_groups: weighted.into_iter().map(|it| it.target_group).collect() }
    }

    /// The actions as the template has them.
    pub(super) fn render(&self) -> Json {
        Json::List(vec![self.action.clone()])
    }

    /// Lets target groups know of the listener.
    pub(super) fn bind(&self, listener: &Node, listener_arn: &Value<String>) {
        if let Some(problem) = &self.problem {
            listener.report((**problem).clone());
        }
        for group in &self.target_groups {
            group.register_listener(listener, listener_arn);
        }
    }
}
