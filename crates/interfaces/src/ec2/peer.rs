//! Peers: who a rule of a security group is for.

use std::panic::Location;
use std::rc::Rc;

use aws_cdk_core::{Diagnostic, Node, Value};

use super::connections::{Connections, IConnectable};

/// Who a rule of a security group is for: addresses, a prefix list, or a security group.
pub trait IPeer: IConnectable {
    /// The text by which ids and descriptions of rules name the peer.
    fn unique_id(&self) -> Value<String>;

    /// Whether a rule for the peer can stand in the security group itself.
    fn can_inline_rule(&self) -> bool;

    /// How a rule for what comes from the peer names it.
    fn to_ingress_rule_config(&self) -> PeerRuleConfig;

    /// How a rule for what goes to the peer names it. Default: as for what comes from it.
    fn to_egress_rule_config(&self) -> PeerRuleConfig {
        self.to_ingress_rule_config()
    }

    /// The construct of the peer, if it is a security group.
    fn security_group_node(&self) -> Option<&Node> {
        None
    }

    /// For L2 crates: what is wrong with the peer, reported by the security group that gets a rule for it.
    #[doc(hidden)]
    fn problem(&self) -> Option<Diagnostic> {
        None
    }
}

impl<T: IPeer + ?Sized> IPeer for Rc<T> {
    fn unique_id(&self) -> Value<String> {
        (**self).unique_id()
    }

    fn can_inline_rule(&self) -> bool {
        (**self).can_inline_rule()
    }

    fn to_ingress_rule_config(&self) -> PeerRuleConfig {
        (**self).to_ingress_rule_config()
    }

    fn to_egress_rule_config(&self) -> PeerRuleConfig {
        (**self).to_egress_rule_config()
    }

    fn security_group_node(&self) -> Option<&Node> {
        (**self).security_group_node()
    }

    fn problem(&self) -> Option<Diagnostic> {
        (**self).problem()
    }
}

/// How a rule names its peer.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PeerRuleConfig {
    /// Addresses of IPv4.
    CidrIp(Value<String>),
    /// Addresses of IPv6.
    CidrIpv6(Value<String>),
    /// A prefix list, by its id.
    PrefixList(Value<String>),
    /// A security group, by its id, and the account that owns it if that is another one.
    SecurityGroup(Value<String>, Option<Value<String>>),
}

/// Addresses, a prefix list, or a security group by its id.
///
/// ```
/// use aws_cdk_interfaces::ec2::{IPeer, Peer};
///
/// assert_eq!(Peer::any_ipv4().unique_id().as_literal(), Some("0.0.0.0/0"));
/// let office = Peer::ipv4("192.0.2.0/24");
/// let partner = Peer::security_group_id("sg-0123456789abcdef0").owner("111111111111");
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct Peer {
    rule: PeerRuleConfig,
    location: &'static Location<'static>,
}

impl Peer {
    /// A range of IPv4 addresses, such as `10.0.0.0/8`. Errors, when a rule is made for it: `ec2::cidr`.
    #[track_caller]
    pub fn ipv4(cidr_ip: impl Into<Value<String>>) -> Self {
        Self { rule: PeerRuleConfig::CidrIp(cidr_ip.into()), location: Location::caller() }
    }

    /// Any IPv4 address.
    #[track_caller]
    pub fn any_ipv4() -> Self {
        Self::ipv4("0.0.0.0/0")
    }

    /// A range of IPv6 addresses, such as `2001:db8::/32`. Errors, when a rule is made for it: `ec2::cidr`.
    #[track_caller]
    pub fn ipv6(cidr_ipv6: impl Into<Value<String>>) -> Self {
        Self { rule: PeerRuleConfig::CidrIpv6(cidr_ipv6.into()), location: Location::caller() }
    }

    /// Any IPv6 address.
    #[track_caller]
    pub fn any_ipv6() -> Self {
        Self::ipv6("::/0")
    }

    /// A prefix list, by its id.
    #[track_caller]
    pub fn prefix_list(prefix_list_id: impl Into<Value<String>>) -> Self {
        Self { rule: PeerRuleConfig::PrefixList(prefix_list_id.into()), location: Location::caller() }
    }

    /// A security group, by its id: `sg-` and 8 to 17 lower-case letters and digits. Errors, when a rule is made for it:
    /// `ec2::security-group-id`.
    #[track_caller]
    pub fn security_group_id(security_group_id: impl Into<Value<String>>) -> Self {
        let rule = PeerRuleConfig::SecurityGroup(security_group_id.into(), None);
        Self { rule, location: Location::caller() }
    }

    /// The account that owns the security group, twelve digits. Default: that of the stack. Of other peers it changes
    /// nothing. Errors, when a rule is made for it: `ec2::security-group-id`.
    pub fn owner(mut self, account: impl Into<Value<String>>) -> Self {
        if let PeerRuleConfig::SecurityGroup(_, owner) = &mut self.rule {
            *owner = Some(account.into());
        }
        self
    }
}

impl IConnectable for Peer {
    fn connections(&self) -> Connections {
        Connections::new([]).with_peer(Rc::new(self.clone()))
    }
}

impl IPeer for Peer {
    fn unique_id(&self) -> Value<String> {
        match &self.rule {
            PeerRuleConfig::CidrIp(value)
            | PeerRuleConfig::CidrIpv6(value)
            | PeerRuleConfig::PrefixList(value)
            | PeerRuleConfig::SecurityGroup(value, _) => value.clone(),
        }
    }

    fn can_inline_rule(&self) -> bool {
        !matches!(self.rule, PeerRuleConfig::PrefixList(_))
    }

    fn to_ingress_rule_config(&self) -> PeerRuleConfig {
        self.rule.clone()
    }

    fn to_egress_rule_config(&self) -> PeerRuleConfig {
        match &self.rule {
            PeerRuleConfig::SecurityGroup(id, _) => PeerRuleConfig::SecurityGroup(id.clone(), None),
            rule => rule.clone(),
        }
    }

    fn problem(&self) -> Option<Diagnostic> {
        let found = match &self.rule {
            PeerRuleConfig::CidrIp(value) => check_cidr(value.as_literal()?, is_ipv4, "IPv4", 32),
            PeerRuleConfig::CidrIpv6(value) => check_cidr(value.as_literal()?, is_ipv6, "IPv6", 128),
            PeerRuleConfig::PrefixList(_) => None,
            PeerRuleConfig::SecurityGroup(id, owner) => {
                check_security_group(id.as_literal(), owner.as_ref().and_then(|owner| owner.as_literal()))
            }
        };
        found.map(|problem| problem.at(self.location))
    }
}

fn check_cidr(cidr: &str, is_address: fn(&str) -> bool, family: &str, length: u8) -> Option<Diagnostic> {
    let (address, mask) = cidr.split_once('/').map_or((cidr, None), |(address, mask)| (address, Some(mask)));
    let is_mask = |mask: &str| !mask.is_empty() && mask.bytes().all(|byte| byte.is_ascii_digit());
    if !is_address(address) || !mask.is_none_or(is_mask) {
        let message = format!("`{cidr}` is not a range of {family} addresses");
        let help = "write an address, a slash and the number of bits that are fixed";
        return Some(Diagnostic::error("ec2::cidr", message).help(help));
    }
    mask.is_none().then(|| {
        Diagnostic::error("ec2::cidr", format!("`{cidr}` is an {family} address, not a range"))
            .help(format!("write `{cidr}/{length}` for that address alone"))
    })
}

fn is_ipv4(address: &str) -> bool {
    let is_part = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    address.split('.').count() == 4 && address.split('.').all(is_part)
}

fn is_ipv6(address: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let is_part = |part: &str| part.len() <= 4 && part.bytes().all(is_digit);
    (3..=8).contains(&address.split(':').count()) && address.split(':').all(is_part)
}

/// The form is EC2's: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html>.
fn check_security_group(id: Option<&str>, owner: Option<&str>) -> Option<Diagnostic> {
    let is_id = |id: &str| {
        let lower = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_lowercase();
        id.strip_prefix("sg-").is_some_and(|rest| (8..=17).contains(&rest.len()) && rest.bytes().all(lower))
    };
    if let Some(id) = id.filter(|id| !is_id(id)) {
        let message = format!("`{id}` is not the id of a security group");
        let help = "write `sg-` and 8 to 17 lower-case letters and digits";
        return Some(Diagnostic::error("ec2::security-group-id", message).help(help));
    }
    let is_account = |owner: &str| owner.len() == 12 && owner.bytes().all(|byte| byte.is_ascii_digit());
    let owner = owner.filter(|owner| !owner.is_empty() && !is_account(owner))?;
    let message = format!("`{owner}` is not an account");
    Some(Diagnostic::error("ec2::security-group-id", message).help("write its twelve digits"))
}
