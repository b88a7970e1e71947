//! Security groups: who may talk to whom.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_ec2::{Peer, Port, SecurityGroup, Vpc, VpcAttributes};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", VpcAttributes::new("vpc-00000001", ["eu-west-1a"]));
//! let books = SecurityGroup::builder(&stack, "Books", &vpc).description("the books service").build();
//! books.add_ingress_rule(&Peer::ipv4("10.0.0.0/8"), Port::HTTPS, Some("from the office"));
//! let database = SecurityGroup::builder(&stack, "Database", &vpc).allow_all_outbound(false).build();
//! database.connections().allow_from(&books, Port::POSTGRES, None);
//! ```

mod imported;
mod rules;

use std::cell::{Cell, OnceCell, RefCell};
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_ec2::CfnSecurityGroup;
use aws_cdk_core::{
    CfnResource, Construct, Diagnostic, FeatureFlags, IConstruct, Lazy, Names, Node, PhysicalName, ResourceName, Value,
};
use aws_cdk_interfaces::ec2::{
    Connections, IConnectable, IPeer, ISecurityGroup, IVpc, Peer, PeerRuleConfig, Port, SecurityGroupOptions,
    SecurityGroupRule,
};

pub use imported::{ImportedSecurityGroup, SecurityGroupImportOptions};
use rules::{InlineRule, RuleResources, description};

/// The context that keeps rules out of all security groups of an app.
const DISABLE_INLINE_RULES: &str = "@aws-cdk/aws-ec2.securityGroupDisableInlineRules";

/// A rule that lets nothing through: without any, EC2 would let through everything.
const NO_TRAFFIC: (&str, i64, i64, &str) = ("255.255.255.255/32", 252, 86, "Disallow all traffic");

struct State {
    construct: Construct,
    resource: CfnSecurityGroup,
    allow_all_outbound: bool,
    allow_all_ipv6_outbound: bool,
    disable_inline_rules: bool,
    ingress: Rc<RefCell<Vec<InlineRule>>>,
    egress: Rc<RefCell<Vec<InlineRule>>>,
    rules: RuleResources,
    /// Set when a rule for what members send takes the place of the one that lets nothing through.
    sends: Rc<Cell<bool>>,
    connections: OnceCell<Connections>,
}

/// A security group.
#[derive(Clone)]
pub struct SecurityGroup {
    state: Rc<State>,
}

impl fmt::Debug for SecurityGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecurityGroup({})", self.node().path())
    }
}

impl IConstruct for SecurityGroup {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

impl SecurityGroup {
    /// A security group in a VPC, with the defaults: its members may call anybody.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>, vpc: &(impl IVpc + ?Sized)) -> Self {
        Self::builder(scope, id, vpc).build()
    }

    /// Starts a security group in a VPC.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>, vpc: &(impl IVpc + ?Sized)) -> SecurityGroupBuilder {
        SecurityGroupBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            vpc_id: vpc.vpc_id(),
            options: SecurityGroupOptions::new(),
        }
    }

    /// The id of the security group.
    pub fn security_group_id(&self) -> Value<String> {
        self.state.resource.attr_group_id().into()
    }

    /// What `Ref` gives: the id.
    pub fn security_group_name(&self) -> Value<String> {
        self.state.resource.ref_().into()
    }

    /// The id of the VPC.
    pub fn security_group_vpc_id(&self) -> Value<String> {
        self.state.resource.attr_vpc_id().into()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnSecurityGroup {
        &self.state.resource
    }

    /// The connections of the members.
    pub fn connections(&self) -> Connections {
        IConnectable::connections(self)
    }

    /// Lets a peer call the members. The description stands in the rule; default: one made of peer and port. Errors:
    /// `ec2::cidr`, `ec2::security-group-id`.
    #[track_caller]
    pub fn add_ingress_rule(&self, peer: &(impl IPeer + 'static), connection: Port, description: Option<&str>) {
        self.add_rule(&SecurityGroupRule::new(peer, &connection, description, false));
    }

    /// Lets the members call a peer, if they may not call everybody. The description stands in the rule; default: one made
    /// of peer and port. Errors: `ec2::cidr`, `ec2::security-group-id`, `ec2::all-traffic-rule`; the warning
    /// `ec2::egress-rule-ignored` says that members may call everybody anyway.
    #[track_caller]
    pub fn add_egress_rule(&self, peer: &(impl IPeer + 'static), connection: Port, description: Option<&str>) {
        self.add_rule(&SecurityGroupRule::new(peer, &connection, description, true));
    }

    fn add_ingress(&self, rule: &SecurityGroupRule<'_>) {
        if self.state.disable_inline_rules || !rule.peer.can_inline_rule() || !rule.port.can_inline_rule() {
            self.state.rules.add(rule);
            return;
        }
        let inline = InlineRule::new(rule.peer.to_ingress_rule_config(), rule.port, description(rule, "from"));
        push_new(&self.state.ingress, inline);
    }

    fn add_egress(&self, rule: &SecurityGroupRule<'_>) {
        let config = rule.peer.to_egress_rule_config();
        let is_ipv6 = matches!(config, PeerRuleConfig::CidrIpv6(_));
        let (all, option) = match is_ipv6 {
            true => (self.state.allow_all_ipv6_outbound, "allow_all_ipv6_outbound"),
            false => (self.state.allow_all_outbound, "allow_all_outbound"),
        };
        if all {
            if !rule.remote {
                let message = format!("the rule changes nothing, since `{option}` is true");
                let help = format!("set `{option}(false)`, or leave the rule out");
                let warning = Diagnostic::warning("ec2::egress-rule-ignored", message).help(help);
                self.node().report(warning.at(rule.location));
            }
            return;
        }
        if !is_ipv6 {
            self.remove_no_traffic_rule();
        }
        if self.state.disable_inline_rules || !rule.peer.can_inline_rule() || !rule.port.can_inline_rule() {
            self.state.rules.add(rule);
            return;
        }
        let inline = InlineRule::new(config, rule.port, description(rule, "from"));
        if inline.is_all_traffic() {
            let message = "a rule cannot let members call everybody";
            let help = format!("set `{option}(true)` instead");
            self.node().report(Diagnostic::error("ec2::all-traffic-rule", message).help(help).at(rule.location));
            return;
        }
        push_new(&self.state.egress, inline);
    }

    fn remove_no_traffic_rule(&self) {
        self.state.sends.set(true);
        let (peer, port, _) = no_traffic();
        let none = InlineRule::new(peer.to_egress_rule_config(), &port, "");
        let mut egress = self.state.egress.borrow_mut();
        if let Some(index) = egress.iter().position(|rule| rule.is_same(&none)) {
            egress.remove(index);
        }
    }

    /// What members may send if no rule says it.
    #[track_caller]
    fn add_default_rules(&self) {
        let (peer, port, description) = match self.state.allow_all_outbound {
            true => (Peer::any_ipv4(), Port::all_traffic(), "Allow all outbound traffic by default"),
            false => no_traffic(),
        };
        let resource = self.add_default_rule(&peer, &port, description);
        if let Some(resource) = resource.filter(|_| !self.state.allow_all_outbound) {
            let sends = self.state.sends.clone();
            resource.set_synthesize_if(move || !sends.get());
        }
        if self.state.allow_all_ipv6_outbound {
            let description = "Allow all outbound ipv6 traffic by default";
            self.add_default_rule(&Peer::any_ipv6(), &Port::all_traffic(), description);
        }
    }

    #[track_caller]
    fn add_default_rule(&self, peer: &Peer, port: &Port, description: &str) -> Option<CfnResource> {
        if self.state.disable_inline_rules {
            return self.state.rules.add(&SecurityGroupRule::new(peer, port, Some(description), true));
        }
        self.state.egress.borrow_mut().push(InlineRule::new(peer.to_egress_rule_config(), port, description));
        None
    }
}

#[track_caller]
fn no_traffic() -> (Peer, Port, &'static str) {
    let (cidr, icmp_type, code, description) = NO_TRAFFIC;
    (Peer::ipv4(cidr), Port::icmp_type_and_code(icmp_type, code), description)
}

fn push_new(rules: &RefCell<Vec<InlineRule>>, rule: InlineRule) {
    let mut rules = rules.borrow_mut();
    if !rules.iter().any(|known| known.is_same(&rule)) {
        rules.push(rule);
    }
}

impl IConnectable for SecurityGroup {
    fn connections(&self) -> Connections {
        self.state
            .connections
            .get_or_init(|| Connections::new([Rc::new(self.clone()) as Rc<dyn ISecurityGroup>]))
            .clone()
    }
}

impl IPeer for SecurityGroup {
    fn unique_id(&self) -> Value<String> {
        Names::unique_id(self).into()
    }

    fn can_inline_rule(&self) -> bool {
        false
    }

    fn to_ingress_rule_config(&self) -> PeerRuleConfig {
        PeerRuleConfig::SecurityGroup(self.security_group_id(), None)
    }

    fn security_group_node(&self) -> Option<&Node> {
        Some(self.node())
    }
}

impl ISecurityGroup for SecurityGroup {
    fn security_group_id(&self) -> Value<String> {
        self.security_group_id()
    }

    fn allow_all_outbound(&self) -> bool {
        self.state.allow_all_outbound
    }

    fn allow_all_ipv6_outbound(&self) -> bool {
        self.state.allow_all_ipv6_outbound
    }

    fn add_rule(&self, rule: &SecurityGroupRule<'_>) {
        report_problem(self.node(), rule);
        if rule.egress { self.add_egress(rule) } else { self.add_ingress(rule) }
    }
}

/// Reports what is wrong with the peer of a rule.
fn report_problem(node: &Node, rule: &SecurityGroupRule<'_>) {
    if let Some(problem) = rule.peer.problem() {
        node.report(problem);
    }
}

/// Builds a [`SecurityGroup`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct SecurityGroupBuilder {
    scope: Node,
    id: String,
    vpc_id: Value<String>,
    options: SecurityGroupOptions,
}

impl SecurityGroupBuilder {
    /// The name. Default: one that CloudFormation makes.
    pub fn security_group_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.options = self.options.security_group_name(value);
        self
    }

    /// The description, up to 255 characters. Default: the path of the construct.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.options = self.options.description(value);
        self
    }

    /// Whether members may call any IPv4 address; if so, rules for what they may call change nothing. Default: true.
    pub fn allow_all_outbound(mut self, value: bool) -> Self {
        self.options = self.options.allow_all_outbound(value);
        self
    }

    /// Whether members may call any IPv6 address. Default: false.
    pub fn allow_all_ipv6_outbound(mut self, value: bool) -> Self {
        self.options = self.options.allow_all_ipv6_outbound(value);
        self
    }

    /// Whether all rules are resources of their own. Default: context
    /// `@aws-cdk/aws-ec2.securityGroupDisableInlineRules`, else false.
    pub fn disable_inline_rules(mut self, value: bool) -> Self {
        self.options = self.options.disable_inline_rules(value);
        self
    }

    /// Adds the security group.
    #[track_caller]
    pub fn build(self) -> SecurityGroup {
        build_security_group(&self.scope, &self.id, self.vpc_id, self.options)
    }
}

/// Adds a security group.
#[track_caller]
pub(crate) fn build_security_group(
    scope: &Node,
    id: &str,
    vpc_id: Value<String>,
    options: SecurityGroupOptions,
) -> SecurityGroup {
    let construct = Construct::of_type(scope, id, "aws-cdk-ec2.SecurityGroup");
    let by_context = FeatureFlags::of(&construct).is_enabled(DISABLE_INLINE_RULES);
    let disable_inline_rules = options.disable_inline_rules.unwrap_or(by_context);
    let (ingress, egress) =
        (Rc::new(RefCell::<Vec<InlineRule>>::default()), Rc::new(RefCell::<Vec<InlineRule>>::default()));
    let description = options.description.filter(|text| text.as_literal() != Some(""));
    let mut resource = CfnSecurityGroup::builder(&construct, "Resource")
        .group_description(description.unwrap_or_else(|| construct.node().path().into()))
        .security_group_ingress(Lazy::list_omit_empty({
            let rules = ingress.clone();
            move || rules.borrow().iter().map(InlineRule::ingress).collect()
        }))
        .security_group_egress(Lazy::list_omit_empty({
            let rules = egress.clone();
            move || rules.borrow().iter().map(InlineRule::egress).collect()
        }))
        .vpc_id(vpc_id);
    if let Some(name) = ResourceName::new(&construct, options.security_group_name).property() {
        resource = resource.group_name(name);
    }
    let resource = resource.build();
    let rules = RuleResources::new(construct.node(), resource.attr_group_id().into());
    let state = State {
        construct,
        resource,
        allow_all_outbound: options.allow_all_outbound.unwrap_or(true),
        allow_all_ipv6_outbound: options.allow_all_ipv6_outbound.unwrap_or(false),
        disable_inline_rules,
        ingress,
        egress,
        rules,
        sends: Rc::default(),
        connections: OnceCell::new(),
    };
    let group = SecurityGroup { state: Rc::new(state) };
    group.add_default_rules();
    group
}
