//! Security groups that exist already.

use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{Construct, Diagnostic, IConstruct, Names, Node, Object, Stack, Value, cfn_json};
use aws_cdk_interfaces::ec2::{
    Connections, IConnectable, IPeer, ISecurityGroup, IVpc, PeerRuleConfig, Port, SecurityGroupRule,
};

use super::rules::RuleResources;
use super::{SecurityGroup, report_problem};

/// What is known of a security group that exists already.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct SecurityGroupImportOptions {
    allow_all_outbound: Option<bool>,
    allow_all_ipv6_outbound: Option<bool>,
    mutable: Option<bool>,
}

impl SecurityGroupImportOptions {
    /// A group whose members may call everybody, and which may get rules.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether members may call any IPv4 address; only if not are rules added for what they may call. Default: true.
    pub fn allow_all_outbound(mut self, value: bool) -> Self {
        self.allow_all_outbound = Some(value);
        self
    }

    /// Whether members may call any IPv6 address. Default: false.
    pub fn allow_all_ipv6_outbound(mut self, value: bool) -> Self {
        self.allow_all_ipv6_outbound = Some(value);
        self
    }

    /// Whether the group gets rules; if not, asking for some does nothing. Default: true.
    pub fn mutable(mut self, value: bool) -> Self {
        self.mutable = Some(value);
        self
    }
}

struct State {
    construct: Construct,
    security_group_id: Value<String>,
    options: SecurityGroupImportOptions,
    rules: RuleResources,
    connections: OnceCell<Connections>,
}

/// A security group that exists already.
#[derive(Clone)]
pub struct ImportedSecurityGroup {
    state: Rc<State>,
}

impl SecurityGroup {
    /// A security group that exists, by its id. It gets rules as resources of their own.
    #[track_caller]
    pub fn from_security_group_id(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        security_group_id: impl Into<Value<String>>,
    ) -> ImportedSecurityGroup {
        Self::from_security_group_id_with(scope, id, security_group_id, SecurityGroupImportOptions::new())
    }

    /// As [`SecurityGroup::from_security_group_id`], with what else is known of it.
    #[track_caller]
    pub fn from_security_group_id_with(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        security_group_id: impl Into<Value<String>>,
        options: SecurityGroupImportOptions,
    ) -> ImportedSecurityGroup {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-ec2.SecurityGroup");
        let security_group_id = security_group_id.into();
        let rules = RuleResources::new(construct.node(), security_group_id.clone());
        let state = State { construct, security_group_id, options, rules, connections: OnceCell::new() };
        ImportedSecurityGroup { state: Rc::new(state) }
    }
}

impl SecurityGroup {
    /// A security group that exists, looked up by the `cdk` CLI by its id in the account and region of the stack, which must name
    /// both. Errors: `core::unknown-environment`, `core::lookup`.
    #[track_caller]
    pub fn from_lookup_by_id(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        security_group_id: impl AsRef<str>,
    ) -> ImportedSecurityGroup {
        Self::look_up(scope, id.as_ref(), [("securityGroupId", security_group_id.as_ref())].into_iter().collect())
    }

    /// As [`SecurityGroup::from_lookup_by_id`], by its name in a VPC whose id is known: another one is the error
    /// `ec2::unknown-vpc`.
    #[track_caller]
    pub fn from_lookup_by_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        security_group_name: impl AsRef<str>,
        vpc: &(impl IVpc + ?Sized),
    ) -> ImportedSecurityGroup {
        let vpc_id = vpc.vpc_id();
        if vpc_id.as_literal().is_none() {
            let diagnostic =
                Diagnostic::error("ec2::unknown-vpc", "the VPC of a security group is made by the same app");
            scope.node().report(diagnostic.help("look the VPC up as well, or import the group by its id"));
        }
        let vpc_id = vpc_id.as_literal().unwrap_or_default();
        let props = [("securityGroupName", security_group_name.as_ref()), ("vpcId", vpc_id)];
        Self::look_up(scope, id.as_ref(), props.into_iter().collect())
    }

    #[track_caller]
    fn look_up(scope: &impl IConstruct, id: &str, props: Object) -> ImportedSecurityGroup {
        let stack = Stack::of(scope);
        let stand_in = cfn_json!({ "securityGroupId": "sg-12345678", "allowAllOutbound": true });
        let found = stack.context_value("security-group", props, Some(stand_in));
        let text = found.as_ref().and_then(|found| found.get("securityGroupId")?.as_str().map(str::to_owned));
        let open = found.as_ref().and_then(|found| found.get("allowAllOutbound")?.as_bool());
        let options = SecurityGroupImportOptions::new().mutable(true).allow_all_outbound(open.unwrap_or(true));
        Self::from_security_group_id_with(scope, id, text.unwrap_or_else(|| "sg-12345678".to_owned()), options)
    }
}

impl fmt::Debug for ImportedSecurityGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImportedSecurityGroup({})", self.node().path())
    }
}

impl ImportedSecurityGroup {
    /// The id of the security group.
    pub fn security_group_id(&self) -> Value<String> {
        self.state.security_group_id.clone()
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

    /// Lets the members call a peer, if the import says that they may not call everybody. The description stands in the
    /// rule; default: one made of peer and port. Errors: `ec2::cidr`, `ec2::security-group-id`.
    #[track_caller]
    pub fn add_egress_rule(&self, peer: &(impl IPeer + 'static), connection: Port, description: Option<&str>) {
        self.add_rule(&SecurityGroupRule::new(peer, &connection, description, true));
    }
}

impl IConstruct for ImportedSecurityGroup {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

impl IConnectable for ImportedSecurityGroup {
    fn connections(&self) -> Connections {
        self.state
            .connections
            .get_or_init(|| Connections::new([Rc::new(self.clone()) as Rc<dyn ISecurityGroup>]))
            .clone()
    }
}

impl IPeer for ImportedSecurityGroup {
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

impl ISecurityGroup for ImportedSecurityGroup {
    fn security_group_id(&self) -> Value<String> {
        self.security_group_id()
    }

    fn allow_all_outbound(&self) -> bool {
        self.state.options.allow_all_outbound.unwrap_or(true)
    }

    fn allow_all_ipv6_outbound(&self) -> bool {
        self.state.options.allow_all_ipv6_outbound.unwrap_or(false)
    }

    fn add_rule(&self, rule: &SecurityGroupRule<'_>) {
        let is_mutable = self.state.options.mutable.unwrap_or(true);
        if !is_mutable || (rule.egress && self.allow_all_outbound()) {
            return;
        }
        report_problem(self.node(), rule);
        self.state.rules.add(rule);
    }
}
