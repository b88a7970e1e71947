//! What others need to know of VPCs.

use std::fmt;
use std::panic::Location;
use std::rc::Rc;

use aws_cdk_core::{DependencyGroup, IConstruct, Node, Value};

use super::security_group::{ISecurityGroup, SecurityGroupOptions};
use super::subnet::ISubnet;
use super::subnet_selection::{SelectedSubnets, SubnetSelection, select};

/// A VPC, made here or imported.
pub trait IVpc: IConstruct + fmt::Debug {
    /// The id of the VPC.
    fn vpc_id(&self) -> Value<String>;

    /// The ARN of the VPC.
    fn vpc_arn(&self) -> Value<String>;

    /// The IPv4 addresses of the VPC. Of an import without them this is the error `ec2::no-cidr-block`.
    fn vpc_cidr_block(&self) -> Value<String>;

    /// The public subnets.
    fn public_subnets(&self) -> Vec<Rc<dyn ISubnet>>;

    /// The private subnets with a way out.
    fn private_subnets(&self) -> Vec<Rc<dyn ISubnet>>;

    /// The subnets without a way out.
    fn isolated_subnets(&self) -> Vec<Rc<dyn ISubnet>>;

    /// The availability zones of the VPC.
    fn availability_zones(&self) -> Vec<Value<String>>;

    /// The id of the VPN gateway. Default: none.
    fn vpn_gateway_id(&self) -> Option<Value<String>> {
        None
    }

    /// What must exist before something in the VPC can reach the internet.
    fn internet_connectivity_established(&self) -> DependencyGroup;

    /// Whether the subnets are not known yet, because they are to be looked up first.
    fn is_pending_lookup(&self) -> bool {
        false
    }

    /// Selects subnets. Errors: `ec2::no-subnets`, `ec2::subnet-selection`, `ec2::cidr`.
    #[track_caller]
    fn select_subnets(&self, selection: &SubnetSelection) -> SelectedSubnets
    where
        Self: Sized,
    {
        select(self, selection, Location::caller())
    }

    /// For L2 crates: makes a security group in the VPC, for services that do not depend on EC2's crate.
    #[doc(hidden)]
    fn create_security_group(&self, scope: &Node, id: &str, options: SecurityGroupOptions) -> Rc<dyn ISecurityGroup>;
}

impl dyn IVpc {
    /// Selects subnets. Errors: `ec2::no-subnets`, `ec2::subnet-selection`, `ec2::cidr`.
    #[track_caller]
    pub fn select_subnets(&self, selection: &SubnetSelection) -> SelectedSubnets {
        select(self, selection, Location::caller())
    }
}

impl<T: IVpc + ?Sized> IVpc for Rc<T> {
    fn vpc_id(&self) -> Value<String> {
        (**self).vpc_id()
    }

    fn vpc_arn(&self) -> Value<String> {
        (**self).vpc_arn()
    }

    fn vpc_cidr_block(&self) -> Value<String> {
        (**self).vpc_cidr_block()
    }

    fn public_subnets(&self) -> Vec<Rc<dyn ISubnet>> {
        (**self).public_subnets()
    }

    fn private_subnets(&self) -> Vec<Rc<dyn ISubnet>> {
        (**self).private_subnets()
    }

    fn isolated_subnets(&self) -> Vec<Rc<dyn ISubnet>> {
        (**self).isolated_subnets()
    }

    fn availability_zones(&self) -> Vec<Value<String>> {
        (**self).availability_zones()
    }

    fn vpn_gateway_id(&self) -> Option<Value<String>> {
        (**self).vpn_gateway_id()
    }

    fn internet_connectivity_established(&self) -> DependencyGroup {
        (**self).internet_connectivity_established()
    }

    fn is_pending_lookup(&self) -> bool {
        (**self).is_pending_lookup()
    }

    fn create_security_group(&self, scope: &Node, id: &str, options: SecurityGroupOptions) -> Rc<dyn ISecurityGroup> {
        (**self).create_security_group(scope, id, options)
    }
}
