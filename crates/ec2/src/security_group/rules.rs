//! Rules of security groups, in the group itself or as resources of their own.

use std::cell::Cell;

use aws_cdk_cfn_ec2::cfn_security_group::{EgressProperty, IngressProperty};
use aws_cdk_cfn_ec2::{CfnSecurityGroupEgress, CfnSecurityGroupIngress};
use aws_cdk_core::{CfnResource, Names, Node, Stack, Value, cfn_format};
use aws_cdk_interfaces::ec2::{PeerRuleConfig, Port, SecurityGroupRule};

/// A rule that stands in the security group itself.
#[derive(Clone, Debug)]
pub(super) struct InlineRule {
    peer: PeerRuleConfig,
    port: Port,
    description: Value<String>,
}

impl InlineRule {
    pub(super) fn new(peer: PeerRuleConfig, port: &Port, description: impl Into<Value<String>>) -> Self {
        Self { peer, port: port.clone(), description: description.into() }
    }

    /// Whether two rules let through the same, whatever their descriptions say.
    pub(super) fn is_same(&self, other: &InlineRule) -> bool {
        identity(&self.peer) == identity(&other.peer) && self.port == other.port
    }

    /// Whether it lets through everything to everybody.
    pub(super) fn is_all_traffic(&self) -> bool {
        let (PeerRuleConfig::CidrIp(cidr) | PeerRuleConfig::CidrIpv6(cidr)) = &self.peer else { return false };
        matches!(cidr.as_literal(), Some("0.0.0.0/0" | "::/0")) && self.port.protocol().as_str() == "-1"
    }

    pub(super) fn ingress(&self) -> IngressProperty {
        let mut rule = IngressProperty::new().ip_protocol(self.port.protocol().as_str()).description(&self.description);
        if let Some(port) = self.port.from_port() {
            rule = rule.from_port(port);
        }
        if let Some(port) = self.port.to_port() {
            rule = rule.to_port(port);
        }
        match &self.peer {
            PeerRuleConfig::CidrIp(cidr) => rule.cidr_ip(cidr),
            PeerRuleConfig::CidrIpv6(cidr) => rule.cidr_ipv6(cidr),
            PeerRuleConfig::PrefixList(id) => rule.source_prefix_list_id(id),
            PeerRuleConfig::SecurityGroup(id, None) => rule.source_security_group_id(id),
            PeerRuleConfig::SecurityGroup(id, Some(owner)) => {
                rule.source_security_group_id(id).source_security_group_owner_id(owner)
            }
            _ => rule,
        }
    }

    pub(super) fn egress(&self) -> EgressProperty {
        let mut rule = EgressProperty::new().ip_protocol(self.port.protocol().as_str()).description(&self.description);
        if let Some(port) = self.port.from_port() {
            rule = rule.from_port(port);
        }
        if let Some(port) = self.port.to_port() {
            rule = rule.to_port(port);
        }
        match &self.peer {
            PeerRuleConfig::CidrIp(cidr) => rule.cidr_ip(cidr),
            PeerRuleConfig::CidrIpv6(cidr) => rule.cidr_ipv6(cidr),
            PeerRuleConfig::PrefixList(id) => rule.destination_prefix_list_id(id),
            PeerRuleConfig::SecurityGroup(id, _) => rule.destination_security_group_id(id),
            _ => rule,
        }
    }
}

fn identity(peer: &PeerRuleConfig) -> (u8, String, Option<String>) {
    let text = |value: &Value<String>| value.as_json().identity();
    match peer {
        PeerRuleConfig::CidrIp(cidr) => (0, text(cidr), None),
        PeerRuleConfig::CidrIpv6(cidr) => (1, text(cidr), None),
        PeerRuleConfig::PrefixList(id) => (2, text(id), None),
        PeerRuleConfig::SecurityGroup(id, owner) => (3, text(id), owner.as_ref().map(text)),
        _ => (4, String::new(), None),
    }
}

/// What a rule is described as if nobody says it: its direction, peer and port.
pub(super) fn description(rule: &SecurityGroupRule<'_>, direction: &str) -> Value<String> {
    match &rule.description {
        Some(description) => description.clone(),
        None => cfn_format!("{} {}:{}", direction, rule.peer.unique_id(), rule.port.to_string()),
    }
}

/// What makes rules as resources of their own: the security group, its id, and the number of peers it has seen that are
/// known only at deployment.
#[derive(Debug)]
pub(super) struct RuleResources {
    group: Node,
    group_id: Value<String>,
    unknown_peers: Cell<u32>,
}

impl RuleResources {
    pub(super) fn new(group: &Node, group_id: Value<String>) -> Self {
        Self { group: group.clone(), group_id, unknown_peers: Cell::new(0) }
    }

    /// Adds a rule, unless one of the same peer and port is there already.
    pub(super) fn add(&self, rule: &SecurityGroupRule<'_>) -> Option<CfnResource> {
        let direction = if rule.egress { "to" } else { "from" };
        let description = description(rule, direction);
        let (scope, id) = self.place(rule, direction);
        if scope.try_find_child(&id).is_some() {
            return None;
        }
        let protocol = rule.port.protocol().as_str();
        if rule.egress {
            let mut resource = CfnSecurityGroupEgress::builder(&scope, id)
                .group_id(&self.group_id)
                .ip_protocol(protocol)
                .description(description);
            if let Some(port) = rule.port.from_port() {
                resource = resource.from_port(port);
            }
            if let Some(port) = rule.port.to_port() {
                resource = resource.to_port(port);
            }
            resource = match rule.peer.to_egress_rule_config() {
                PeerRuleConfig::CidrIp(cidr) => resource.cidr_ip(cidr),
                PeerRuleConfig::CidrIpv6(cidr) => resource.cidr_ipv6(cidr),
                PeerRuleConfig::PrefixList(id) => resource.destination_prefix_list_id(id),
                PeerRuleConfig::SecurityGroup(id, _) => resource.destination_security_group_id(id),
                _ => resource,
            };
            return CfnResource::from_construct(&resource.build());
        }
        let mut resource = CfnSecurityGroupIngress::builder(&scope, id)
            .group_id(&self.group_id)
            .ip_protocol(protocol)
            .description(description);
        if let Some(port) = rule.port.from_port() {
            resource = resource.from_port(port);
        }
        if let Some(port) = rule.port.to_port() {
            resource = resource.to_port(port);
        }
        resource = match rule.peer.to_ingress_rule_config() {
            PeerRuleConfig::CidrIp(cidr) => resource.cidr_ip(cidr),
            PeerRuleConfig::CidrIpv6(cidr) => resource.cidr_ipv6(cidr),
            PeerRuleConfig::PrefixList(id) => resource.source_prefix_list_id(id),
            PeerRuleConfig::SecurityGroup(id, owner) => {
                let resource = resource.source_security_group_id(id);
                match owner {
                    Some(owner) => resource.source_security_group_owner_id(owner),
                    None => resource,
                }
            }
            _ => resource,
        };
        CfnResource::from_construct(&resource.build())
    }

    /// Where a rule stands. One that another stack's security group asked for stands below that one, since that stack
    /// depends on this one and not the other way round.
    fn place(&self, rule: &SecurityGroupRule<'_>, direction: &str) -> (Node, String) {
        let asked_by = rule.peer.security_group_node().filter(|_| rule.remote);
        if let Some(peer) = asked_by.filter(|peer| Stack::of(*peer) != Stack::of(&self.group)) {
            let reversed = if rule.egress { "from" } else { "to" };
            return (peer.clone(), format!("{}:{} {reversed}", Names::unique_id(&self.group), rule.port));
        }
        let id = format!("{direction} {}:{}", self.peer_text(rule), rule.port).replacen('/', "_", 1);
        (self.group.clone(), id.replace('/', "--"))
    }

    fn peer_text(&self, rule: &SecurityGroupRule<'_>) -> String {
        if let Some(text) = rule.peer.unique_id().as_literal() {
            return text.to_owned();
        }
        let seen = self.unknown_peers.get();
        self.unknown_peers.set(seen + 1);
        if seen == 0 { "{IndirectPeer}".to_owned() } else { format!("'{{IndirectPeer{}}}'", seen + 1) }
    }
}
