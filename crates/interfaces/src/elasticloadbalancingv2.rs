//! What others need to know of Elastic Load Balancing's constructs: load balancers and their listeners.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{IConstruct, Value};

use crate::ec2::{IConnectable, IVpc, Port};

/// A load balancer, made here or imported.
pub trait ILoadBalancerV2: IConstruct + fmt::Debug {
    /// The ARN of the load balancer.
    fn load_balancer_arn(&self) -> Value<String>;

    /// The name in DNS. Of an import without one this is the error `elasticloadbalancingv2::not-imported`.
    fn load_balancer_dns_name(&self) -> Value<String>;

    /// The id of the hosted zone of the name in DNS, which alias records need. Of an import without one this is the error
    /// `elasticloadbalancingv2::not-imported`.
    fn load_balancer_canonical_hosted_zone_id(&self) -> Value<String>;
}

/// A listener of a load balancer, made here or imported.
pub trait IListener: IConstruct + fmt::Debug {
    /// The ARN of the listener.
    fn listener_arn(&self) -> Value<String>;

    /// The VPC of the load balancer. Default: unknown, of an imported listener.
    fn load_balancer_vpc(&self) -> Option<Rc<dyn IVpc>> {
        None
    }
}

/// A listener of an application load balancer, made here or imported.
pub trait IApplicationListener: IListener + IConnectable {
    /// Lets the load balancer call a target on a port.
    fn register_connectable(&self, connectable: &dyn IConnectable, port_range: Port);
}

/// A listener of a network load balancer, made here or imported.
pub trait INetworkListener: IListener {}

impl<T: ILoadBalancerV2 + ?Sized> ILoadBalancerV2 for Rc<T> {
    fn load_balancer_arn(&self) -> Value<String> {
        (**self).load_balancer_arn()
    }

    fn load_balancer_dns_name(&self) -> Value<String> {
        (**self).load_balancer_dns_name()
    }

    fn load_balancer_canonical_hosted_zone_id(&self) -> Value<String> {
        (**self).load_balancer_canonical_hosted_zone_id()
    }
}

impl<T: IListener + ?Sized> IListener for Rc<T> {
    fn listener_arn(&self) -> Value<String> {
        (**self).listener_arn()
    }

    fn load_balancer_vpc(&self) -> Option<Rc<dyn IVpc>> {
        (**self).load_balancer_vpc()
    }
}

impl<T: IApplicationListener + ?Sized> IApplicationListener for Rc<T> {
    fn register_connectable(&self, connectable: &dyn IConnectable, port_range: Port) {
        (**self).register_connectable(connectable, port_range);
    }
}

impl<T: INetworkListener + ?Sized> INetworkListener for Rc<T> {}
