//! What others need to know of security groups.

use std::fmt;
use std::panic::Location;
use std::rc::Rc;

use aws_cdk_core::{IConstruct, PhysicalName, Value};

use super::peer::IPeer;
use super::port::Port;

/// A security group, made here or imported.
pub trait ISecurityGroup: IConstruct + IPeer + fmt::Debug {
    /// The id of the security group.
    fn security_group_id(&self) -> Value<String>;

    /// Whether its members may call any IPv4 address.
    fn allow_all_outbound(&self) -> bool;

    /// Whether its members may call any IPv6 address.
    fn allow_all_ipv6_outbound(&self) -> bool {
        false
    }

    /// For L2 crates: adds a rule, unless there is the same one.
    #[doc(hidden)]
    fn add_rule(&self, rule: &SecurityGroupRule<'_>);
}

impl dyn ISecurityGroup {
    /// Lets a peer call the members. The description stands in the rule; default: one made of peer and port. Errors:
    /// `ec2::cidr`, `ec2::security-group-id`.
    #[track_caller]
    pub fn add_ingress_rule(&self, peer: &(impl IPeer + 'static), connection: Port, description: Option<&str>) {
        self.add_rule(&SecurityGroupRule::new(peer, &connection, description, false));
    }

    /// Lets the members call a peer. The description stands in the rule; default: one made of peer and port. Errors:
    /// `ec2::cidr`, `ec2::security-group-id`, `ec2::all-traffic-rule`.
    #[track_caller]
    pub fn add_egress_rule(&self, peer: &(impl IPeer + 'static), connection: Port, description: Option<&str>) {
        self.add_rule(&SecurityGroupRule::new(peer, &connection, description, true));
    }
}

impl<T: ISecurityGroup + ?Sized> ISecurityGroup for Rc<T> {
    fn security_group_id(&self) -> Value<String> {
        (**self).security_group_id()
    }

    fn allow_all_outbound(&self) -> bool {
        (**self).allow_all_outbound()
    }

    fn allow_all_ipv6_outbound(&self) -> bool {
        (**self).allow_all_ipv6_outbound()
    }

    fn add_rule(&self, rule: &SecurityGroupRule<'_>) {
        (**self).add_rule(rule);
    }
}

/// For L2 crates: a rule that a security group is asked to add.
#[doc(hidden)]
#[derive(Clone)]
pub struct SecurityGroupRule<'a> {
    /// Who it is for.
    pub peer: &'a dyn IPeer,
    /// What it lets through.
    pub port: &'a Port,
    /// The description.
    pub description: Option<Value<String>>,
    /// Whether it is for what members send, not for what they get.
    pub egress: bool,
    /// Whether the peer asked for it.
    pub remote: bool,
    /// Where the user asked for it.
    pub location: &'static Location<'static>,
}

impl fmt::Debug for SecurityGroupRule<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let direction = if self.egress { "to" } else { "from" };
        write!(f, "SecurityGroupRule({direction} {:?}:{})", self.peer.unique_id(), self.port)
    }
}

impl<'a> SecurityGroupRule<'a> {
    /// A rule that the user asked for.
    #[track_caller]
    pub fn new(peer: &'a dyn IPeer, port: &'a Port, description: Option<&str>, egress: bool) -> Self {
        let description = description.map(Value::from);
        Self { peer, port, description, egress, remote: false, location: Location::caller() }
    }
}

/// What a security group that another service makes for itself is to be: see
/// [`IVpc::create_security_group`](super::IVpc::create_security_group).
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct SecurityGroupOptions {
    /// The name.
    #[doc(hidden)]
    pub security_group_name: Option<PhysicalName>,
    /// The description.
    #[doc(hidden)]
    pub description: Option<Value<String>>,
    /// Whether members may call any IPv4 address.
    #[doc(hidden)]
    pub allow_all_outbound: Option<bool>,
    /// Whether members may call any IPv6 address.
    #[doc(hidden)]
    pub allow_all_ipv6_outbound: Option<bool>,
    /// Whether rules are resources of their own.
    #[doc(hidden)]
    pub disable_inline_rules: Option<bool>,
}

impl SecurityGroupOptions {
    /// A security group with the defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// The name. Default: one that CloudFormation makes.
    pub fn security_group_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.security_group_name = Some(value.into());
        self
    }

    /// The description, up to 255 characters. Default: the path of the construct.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Whether members may call any IPv4 address; if so, rules for what they may call change nothing. Default: true.
    pub fn allow_all_outbound(mut self, value: bool) -> Self {
        self.allow_all_outbound = Some(value);
        self
    }

    /// Whether members may call any IPv6 address. Default: false.
    pub fn allow_all_ipv6_outbound(mut self, value: bool) -> Self {
        self.allow_all_ipv6_outbound = Some(value);
        self
    }

    /// Whether all rules are resources of their own. Default: context
    /// `@aws-cdk/aws-ec2.securityGroupDisableInlineRules`, else false.
    pub fn disable_inline_rules(mut self, value: bool) -> Self {
        self.disable_inline_rules = Some(value);
        self
    }
}
