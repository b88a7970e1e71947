//! Subnets that exist already.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{Construct, DependencyGroup, Diagnostic, IConstruct, Node, Value};
use aws_cdk_interfaces::ec2::ISubnet;

use crate::subnet::{PrivateSubnet, PublicSubnet, Subnet};

/// What is known of a subnet that exists already.
#[must_use]
#[derive(Clone, Debug)]
pub struct SubnetAttributes {
    pub(crate) subnet_id: Value<String>,
    pub(crate) availability_zone: Option<Value<String>>,
    pub(crate) ipv4_cidr_block: Option<Value<String>>,
    pub(crate) route_table_id: Option<Value<String>>,
}

impl SubnetAttributes {
    /// The id of the subnet.
    pub fn new(subnet_id: impl Into<Value<String>>) -> Self {
        Self { subnet_id: subnet_id.into(), availability_zone: None, ipv4_cidr_block: None, route_table_id: None }
    }

    /// The availability zone. Default: unknown.
    pub fn availability_zone(mut self, value: impl Into<Value<String>>) -> Self {
        self.availability_zone = Some(value.into());
        self
    }

    /// The IPv4 addresses. Default: unknown.
    pub fn ipv4_cidr_block(mut self, value: impl Into<Value<String>>) -> Self {
        self.ipv4_cidr_block = Some(value.into());
        self
    }

    /// The id of the route table. Default: unknown, which the warning `ec2::no-route-table` says.
    pub fn route_table_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.route_table_id = Some(value.into());
        self
    }
}

struct State {
    construct: Construct,
    attributes: SubnetAttributes,
    internet: DependencyGroup,
}

/// A subnet that exists already.
#[derive(Clone)]
pub struct ImportedSubnet {
    state: Rc<State>,
}

impl Subnet {
    /// A subnet that exists, by what is known of it.
    #[track_caller]
    pub fn from_subnet_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: SubnetAttributes,
    ) -> ImportedSubnet {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-ec2.Subnet");
        let is_known =
            |value: &Option<Value<String>>| value.as_ref().is_some_and(|value| value.as_literal() != Some(""));
        if !is_known(&attributes.route_table_id) {
            construct.node().report(
                Diagnostic::warning("ec2::no-route-table", "the route table of the imported subnet is not known")
                    .help("give it with `route_table_id` if something needs it, such as a gateway endpoint"),
            );
        }
        ImportedSubnet { state: Rc::new(State { construct, attributes, internet: DependencyGroup::new() }) }
    }

    /// A subnet that exists, by its id.
    #[track_caller]
    pub fn from_subnet_id(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        subnet_id: impl Into<Value<String>>,
    ) -> ImportedSubnet {
        Self::from_subnet_attributes(scope, id, SubnetAttributes::new(subnet_id))
    }
}

impl PublicSubnet {
    /// A public subnet that exists, by what is known of it.
    #[track_caller]
    pub fn from_public_subnet_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: SubnetAttributes,
    ) -> ImportedSubnet {
        Subnet::from_subnet_attributes(scope, id, attributes)
    }
}

impl PrivateSubnet {
    /// A private subnet that exists, by what is known of it.
    #[track_caller]
    pub fn from_private_subnet_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: SubnetAttributes,
    ) -> ImportedSubnet {
        Subnet::from_subnet_attributes(scope, id, attributes)
    }
}

impl fmt::Debug for ImportedSubnet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImportedSubnet({})", self.node().path())
    }
}

impl IConstruct for ImportedSubnet {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

impl ImportedSubnet {
    fn known(&self, value: &Option<Value<String>>, code: &'static str, what: &str, option: &str) -> Value<String> {
        if let Some(value) = value {
            return value.clone();
        }
        let diagnostic = Diagnostic::error(code, format!("the subnet was imported without its {what}"));
        let help = format!("import it with `from_subnet_attributes` and `{option}`");
        self.node().report(diagnostic.help(help).at(self.node().location()));
        "".into()
    }
}

impl ISubnet for ImportedSubnet {
    fn subnet_id(&self) -> Value<String> {
        self.state.attributes.subnet_id.clone()
    }

    fn availability_zone(&self) -> Value<String> {
        let zone = &self.state.attributes.availability_zone;
        self.known(zone, "ec2::no-availability-zone", "availability zone", "availability_zone")
    }

    fn ipv4_cidr_block(&self) -> Value<String> {
        let cidr = &self.state.attributes.ipv4_cidr_block;
        self.known(cidr, "ec2::no-cidr-block", "IPv4 addresses", "ipv4_cidr_block")
    }

    fn route_table_id(&self) -> Option<Value<String>> {
        self.state.attributes.route_table_id.clone()
    }

    fn internet_connectivity_established(&self) -> DependencyGroup {
        self.state.internet.clone()
    }
}
