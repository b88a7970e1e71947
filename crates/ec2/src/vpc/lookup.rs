//! VPCs that the `cdk` CLI looks up in the account.

use std::rc::Rc;

use aws_cdk_core::{ArnComponents, Construct, IConstruct, Json, Object, Stack, Value};
use aws_cdk_interfaces::ec2::ISubnet;

use super::Vpc;
use super::imported::{ImportedVpc, LookedUp};
use crate::imported_subnet::SubnetAttributes;
use crate::subnet::Subnet;

/// Which VPC of the account is meant; it must be one.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct VpcLookupOptions {
    vpc_id: Option<String>,
    vpc_name: Option<String>,
    tags: Vec<(String, String)>,
    is_default: Option<bool>,
    owner_account_id: Option<String>,
    subnet_group_name_tag: Option<String>,
    return_vpn_gateways: Option<bool>,
    region: Option<String>,
}

impl VpcLookupOptions {
    /// Any VPC: the account has only one.
    pub fn new() -> Self {
        Self::default()
    }

    /// The id. Default: any.
    pub fn vpc_id(mut self, value: impl Into<String>) -> Self {
        self.vpc_id = Some(value.into());
        self
    }

    /// The name, which is a tag. Default: any.
    pub fn vpc_name(mut self, value: impl Into<String>) -> Self {
        self.vpc_name = Some(value.into());
        self
    }

    /// A tag that the VPC has. Default: any.
    pub fn tag(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.tags.push((key.into(), value.into()));
        self
    }

    /// Whether it is the default VPC of the region. Default: either.
    pub fn is_default(mut self, value: bool) -> Self {
        self.is_default = Some(value);
        self
    }

    /// The account that owns it. Default: that of the stack.
    pub fn owner_account_id(mut self, value: impl Into<String>) -> Self {
        self.owner_account_id = Some(value.into());
        self
    }

    /// The tag of subnets that names their group. Default: `aws-cdk:subnet-name`.
    pub fn subnet_group_name_tag(mut self, value: impl Into<String>) -> Self {
        self.subnet_group_name_tag = Some(value.into());
        self
    }

    /// Whether the VPN gateway is looked up as well. Default: true.
    pub fn return_vpn_gateways(mut self, value: bool) -> Self {
        self.return_vpn_gateways = Some(value);
        self
    }

    /// The region. Default: that of the stack.
    pub fn region(mut self, value: impl Into<String>) -> Self {
        self.region = Some(value.into());
        self
    }

    /// What the provider takes.
    fn props(&self) -> Object {
        let mut filter: Object = self.tags.iter().map(|(key, value)| (format!("tag:{key}"), value)).collect();
        let is_default = self.is_default.map(|value| value.to_string());
        let entries = [
            ("vpc-id", &self.vpc_id),
            ("tag:Name", &self.vpc_name),
            ("owner-id", &self.owner_account_id),
            ("isDefault", &is_default),
        ];
        for (key, value) in entries {
            if let Some(value) = value {
                filter.insert(key, value);
            }
        }
        let mut props = Object::new();
        if let Some(region) = &self.region {
            props.insert("region", region);
        }
        props.insert("filter", Json::Object(filter)).insert("returnAsymmetricSubnets", true);
        if let Some(value) = self.return_vpn_gateways {
            props.insert("returnVpnGateways", value);
        }
        if let Some(tag) = &self.subnet_group_name_tag {
            props.insert("subnetGroupNameTag", tag);
        }
        props
    }
}

/// A subnet, as the CLI describes it or as it stands in for one before the look-up.
struct Description {
    group: String,
    kind: String,
    id: String,
    zone: String,
    cidr: Option<String>,
    route_table: Option<String>,
}

impl Vpc {
    /// A VPC that exists, looked up by the `cdk` CLI in the account and region of the stack, which must name both. What it
    /// finds is kept in `cdk.context.json`. Before that there are stand-ins, and groups of subnets may seem empty. Errors:
    /// `core::unknown-environment`, `core::lookup`.
    ///
    /// ```
    /// use aws_cdk_core::{App, Environment, Stack};
    /// use aws_cdk_ec2::{IVpc, Vpc, VpcLookupOptions};
    ///
    /// let app = App::new();
    /// let env = Environment::new().account("111111111111").region("eu-west-1");
    /// let stack = Stack::builder(&app, "Stack").env(env).build();
    /// let vpc = Vpc::from_lookup(&stack, "Vpc", VpcLookupOptions::new().is_default(true));
    /// assert!(vpc.is_pending_lookup()); // until the CLI has run
    /// ```
    #[track_caller]
    pub fn from_lookup(scope: &impl IConstruct, id: impl AsRef<str>, options: VpcLookupOptions) -> ImportedVpc {
        let stack = Stack::of(scope);
        let found = stack.context_value("vpc-provider", options.props(), None);
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-ec2.Vpc");
        let text = |key: &str| found.as_ref()?.get(key)?.as_str().map(str::to_owned);
        let vpc_id = text("vpcId").unwrap_or_else(|| "vpc-12345".to_owned());
        let mut arn = ArnComponents::new("ec2", "vpc").resource_name(&vpc_id);
        if let Some(account) = text("ownerAccountId") {
            arn = arn.account(account);
        }
        if let Some(region) = text("region") {
            arn = arn.region(region);
        }
        let mut descriptions = Vec::new();
        for group in found.iter().filter_map(|found| found.get("subnetGroups")?.as_list()).flatten() {
            let of = |value: Option<String>| value.unwrap_or_default();
            let group_text = |key: &str| group.get(key)?.as_str().map(str::to_owned);
            for subnet in group.get("subnets").and_then(|subnets| subnets.as_list()).into_iter().flatten() {
                let text = |key: &str| subnet.get(key)?.as_str().map(str::to_owned);
                descriptions.push(Description {
                    group: of(group_text("name")),
                    kind: of(group_text("type")),
                    id: of(text("subnetId")),
                    zone: of(text("availabilityZone")),
                    cidr: text("cidr"),
                    route_table: text("routeTableId"),
                });
            }
        }
        if found.is_none() {
            descriptions = stand_ins();
        }
        let mut zones: Vec<String> = descriptions.iter().map(|subnet| subnet.zone.clone()).collect();
        zones.sort();
        zones.dedup();
        let cidr = if found.is_none() { Some("1.2.3.4/5".to_owned()) } else { text("vpcCidrBlock") };
        let known = LookedUp {
            vpc_id: vpc_id.into(),
            vpc_arn: stack.format_arn(arn),
            vpc_cidr_block: cidr.map(Value::from),
            vpn_gateway_id: text("vpnGatewayId").map(Value::from),
            availability_zones: zones.into_iter().map(Value::from).collect(),
            public: subnets(&construct, &descriptions, "Public"),
            private: subnets(&construct, &descriptions, "Private"),
            isolated: subnets(&construct, &descriptions, "Isolated"),
            is_pending: found.is_none(),
        };
        ImportedVpc::looked_up(construct, known)
    }
}

#[track_caller]
fn subnets(vpc: &Construct, descriptions: &[Description], kind: &str) -> Vec<Rc<dyn ISubnet>> {
    let mut subnets: Vec<Rc<dyn ISubnet>> = Vec::new();
    let (mut group, mut index) = ("", 0);
    for subnet in descriptions.iter().filter(|subnet| subnet.kind == kind) {
        index = if subnet.group == group { index + 1 } else { 1 };
        group = &subnet.group;
        let mut attributes = SubnetAttributes::new(&subnet.id).availability_zone(&subnet.zone);
        attributes.ipv4_cidr_block = subnet.cidr.as_ref().map(Value::from);
        attributes.route_table_id = subnet.route_table.as_ref().map(Value::from);
        subnets.push(Rc::new(Subnet::from_subnet_attributes(vpc, format!("{group}Subnet{index}"), attributes)));
    }
    subnets
}

/// Subnets in two zones, as long as nobody knows better.
fn stand_ins() -> Vec<Description> {
    let mut subnets = Vec::new();
    for (kind, letter) in [("Public", "s"), ("Private", "p"), ("Isolated", "p")] {
        for (zone, number) in [("dummy1a", "12345"), ("dummy1b", "67890")] {
            subnets.push(Description {
                group: kind.to_owned(),
                kind: kind.to_owned(),
                id: format!("{letter}-{number}"),
                zone: zone.to_owned(),
                cidr: Some("1.2.3.4/5".to_owned()),
                route_table: Some(format!("rtb-{number}{letter}")),
            });
        }
    }
    subnets
}
