//! What stands behind a load balancer.

use std::fmt;

use aws_cdk_core::{Json, Value};

use super::attributes::{json, object};
use super::enums::TargetType;
use crate::alb::IApplicationTargetGroup;
use crate::nlb::INetworkTargetGroup;

/// What a target says of itself when it is attached to a target group.
#[must_use]
#[derive(Clone, Debug)]
pub struct LoadBalancerTargetProps {
    pub(crate) target_type: TargetType,
    pub(crate) target_json: Option<Json>,
}

impl LoadBalancerTargetProps {
    /// A target of some type that registers itself.
    pub fn new(target_type: TargetType) -> Self {
        Self { target_type, target_json: None }
    }

    /// The entry of the target in the group: an object with `Id`, and maybe `Port` and `AvailabilityZone`. Default: none, of a
    /// target that registers itself.
    pub fn target_json(mut self, value: impl Into<Value<Json>>) -> Self {
        self.target_json = Some(value.into().into_json());
        self
    }
}

/// What can stand behind an application load balancer: the extension point for targets of your own.
pub trait IApplicationLoadBalancerTarget: fmt::Debug {
    /// Attaches the target to a target group, which may be told to let its load balancers call the target.
    #[track_caller]
    fn attach_to_application_target_group(&self, target_group: &dyn IApplicationTargetGroup)
    -> LoadBalancerTargetProps;
}

/// What can stand behind a network load balancer: the extension point for targets of your own.
pub trait INetworkLoadBalancerTarget: fmt::Debug {
    /// Attaches the target to a target group.
    #[track_caller]
    fn attach_to_network_target_group(&self, target_group: &dyn INetworkTargetGroup) -> LoadBalancerTargetProps;
}

/// An instance, by its id.
#[derive(Clone, Debug)]
pub struct InstanceTarget {
    instance_id: Value<String>,
    port: Option<Value<i64>>,
}

impl InstanceTarget {
    /// An instance, on the port of the target group.
    pub fn new(instance_id: impl Into<Value<String>>) -> Self {
        Self { instance_id: instance_id.into(), port: None }
    }

    /// The port. Default: that of the target group.
    #[must_use]
    pub fn port(mut self, value: impl Into<Value<i64>>) -> Self {
        self.port = Some(value.into());
        self
    }

    fn attach(&self) -> LoadBalancerTargetProps {
        let id = Some(self.instance_id.as_json().clone());
        LoadBalancerTargetProps::new(TargetType::Instance).target_json(object([("Id", id), ("Port", json(&self.port))]))
    }
}

/// An IP address inside the VPC, or outside it if a route leads there.
#[derive(Clone, Debug)]
pub struct IpTarget {
    ip_address: Value<String>,
    port: Option<Value<i64>>,
    availability_zone: Option<Value<String>>,
}

impl IpTarget {
    /// An address, on the port of the target group.
    pub fn new(ip_address: impl Into<Value<String>>) -> Self {
        Self { ip_address: ip_address.into(), port: None, availability_zone: None }
    }

    /// The port. Default: that of the target group.
    #[must_use]
    pub fn port(mut self, value: impl Into<Value<i64>>) -> Self {
        self.port = Some(value.into());
        self
    }

    /// The availability zone, `all` for an address outside the VPC. Default: that of the subnet.
    #[must_use]
    pub fn availability_zone(mut self, value: impl Into<Value<String>>) -> Self {
        self.availability_zone = Some(value.into());
        self
    }

    fn attach(&self) -> LoadBalancerTargetProps {
        let target = object([
            ("AvailabilityZone", json(&self.availability_zone)),
            ("Id", Some(self.ip_address.as_json().clone())),
            ("Port", json(&self.port)),
        ]);
        LoadBalancerTargetProps::new(TargetType::Ip).target_json(target)
    }
}

macro_rules! targets {
    ($($name:ident),+) => {
        $(impl IApplicationLoadBalancerTarget for $name {
            fn attach_to_application_target_group(&self, _: &dyn IApplicationTargetGroup) -> LoadBalancerTargetProps {
                self.attach()
            }
        }

        impl INetworkLoadBalancerTarget for $name {
            fn attach_to_network_target_group(&self, _: &dyn INetworkTargetGroup) -> LoadBalancerTargetProps {
                self.attach()
            }
        })+
    };
}

targets!(InstanceTarget, IpTarget);
