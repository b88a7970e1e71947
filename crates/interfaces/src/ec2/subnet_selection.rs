//! Which subnets of a VPC something is put into.

use std::fmt;
use std::panic::Location;
use std::rc::Rc;

use aws_cdk_core::ordered_map::OrderedMap;
use aws_cdk_core::{DependencyGroup, Diagnostic, IConstruct, Value};

use super::network::{CidrBlock, parse_address};
use super::subnet::{ISubnet, SubnetType};
use super::vpc::IVpc;

type Subnets = Vec<Rc<dyn ISubnet>>;

/// Which subnets of a VPC something is put into: those of a type, of a group, or some that are given; and of these those
/// that pass the filters.
///
/// ```
/// use aws_cdk_interfaces::ec2::{SubnetFilter, SubnetSelection, SubnetType};
///
/// let public = SubnetSelection::new().subnet_type(SubnetType::Public).one_per_az(true);
/// let small = SubnetSelection::new().subnet_group_name("db").subnet_filters([SubnetFilter::by_cidr_mask(28)]);
/// ```
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct SubnetSelection {
    subnet_type: Option<SubnetType>,
    subnet_group_name: Option<String>,
    subnets: Option<Subnets>,
    availability_zones: Option<Vec<Value<String>>>,
    one_per_az: bool,
    subnet_filters: Vec<SubnetFilter>,
}

impl SubnetSelection {
    /// The private subnets with a way out; without any the isolated ones; without any the public ones.
    pub fn new() -> Self {
        Self::default()
    }

    /// The subnets of a type. Default: as [`SubnetSelection::new`] says.
    pub fn subnet_type(mut self, value: SubnetType) -> Self {
        self.subnet_type = Some(value);
        self
    }

    /// The subnets of a group, by the name that the VPC's configuration gave it. Default: those of a type.
    pub fn subnet_group_name(mut self, value: impl Into<String>) -> Self {
        self.subnet_group_name = Some(value.into());
        self
    }

    /// These subnets, whatever else is said. Default: those of a type.
    pub fn subnets(mut self, subnets: impl IntoIterator<Item = impl ISubnet + 'static>) -> Self {
        self.subnets = Some(subnets.into_iter().map(|subnet| Rc::new(subnet) as Rc<dyn ISubnet>).collect());
        self
    }

    /// Only those in some availability zones. Default: in all.
    pub fn availability_zones<V: Into<Value<String>>>(mut self, zones: impl IntoIterator<Item = V>) -> Self {
        self.availability_zones = Some(zones.into_iter().map(Into::into).collect());
        self
    }

    /// Whether there is at most one in each availability zone. Default: false.
    pub fn one_per_az(mut self, value: bool) -> Self {
        self.one_per_az = value;
        self
    }

    /// Only those that pass all filters. Default: all.
    pub fn subnet_filters(mut self, filters: impl IntoIterator<Item = SubnetFilter>) -> Self {
        self.subnet_filters = filters.into_iter().collect();
        self
    }
}

/// Picks some of several subnets.
#[derive(Clone)]
pub struct SubnetFilter {
    kind: Kind,
}

#[derive(Clone)]
enum Kind {
    Ids(Vec<String>),
    AvailabilityZones(Vec<String>),
    OnePerAz,
    IpAddresses(Vec<String>),
    CidrMask(u32),
    CidrRanges(Vec<String>),
    Custom(Rc<dyn Fn(Subnets) -> Subnets>),
}

impl fmt::Debug for SubnetFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SubnetFilter")
    }
}

fn identity(value: &Value<String>) -> String {
    value.as_json().identity()
}

impl SubnetFilter {
    /// The subnets with these ids.
    pub fn by_ids<V: Into<Value<String>>>(subnet_ids: impl IntoIterator<Item = V>) -> Self {
        Self { kind: Kind::Ids(subnet_ids.into_iter().map(|id| identity(&id.into())).collect()) }
    }

    /// The subnets in these availability zones.
    pub fn availability_zones<V: Into<Value<String>>>(zones: impl IntoIterator<Item = V>) -> Self {
        Self { kind: Kind::AvailabilityZones(zones.into_iter().map(|zone| identity(&zone.into())).collect()) }
    }

    /// The first subnet in each availability zone.
    pub fn one_per_az() -> Self {
        Self { kind: Kind::OnePerAz }
    }

    /// The subnets that hold one of these IPv4 addresses. What is no address is the error `ec2::cidr`.
    pub fn contains_ip_addresses<S: Into<String>>(addresses: impl IntoIterator<Item = S>) -> Self {
        Self { kind: Kind::IpAddresses(addresses.into_iter().map(Into::into).collect()) }
    }

    /// The subnets of a size, in fixed bits.
    pub fn by_cidr_mask(mask: u32) -> Self {
        Self { kind: Kind::CidrMask(mask) }
    }

    /// The subnets inside one of these ranges of IPv4 addresses. What is no range is the error `ec2::cidr`.
    pub fn by_cidr_ranges<S: Into<String>>(ranges: impl IntoIterator<Item = S>) -> Self {
        Self { kind: Kind::CidrRanges(ranges.into_iter().map(Into::into).collect()) }
    }

    /// What a function picks.
    pub fn custom(filter: impl Fn(Vec<Rc<dyn ISubnet>>) -> Vec<Rc<dyn ISubnet>> + 'static) -> Self {
        Self { kind: Kind::Custom(Rc::new(filter)) }
    }

    fn apply(&self, subnets: Subnets, report: &dyn Fn(Diagnostic)) -> Subnets {
        match &self.kind {
            Kind::Ids(ids) => retain(subnets, &mut |subnet| ids.contains(&identity(&subnet.subnet_id()))),
            Kind::AvailabilityZones(zones) => {
                retain(subnets, &mut |subnet| zones.contains(&identity(&subnet.availability_zone())))
            }
            Kind::OnePerAz => {
                let mut seen = OrderedMap::new();
                retain(subnets, &mut |subnet| seen.insert(identity(&subnet.availability_zone()), ()).is_none())
            }
            Kind::IpAddresses(addresses) => {
                let addresses = parse_all(addresses, |text| Some(CidrBlock::new(parse_address(text)?, 32)), report);
                retain(subnets, &mut |subnet| {
                    addresses.iter().any(|address| block(subnet).is_some_and(|it| it.contains(address)))
                })
            }
            Kind::CidrMask(mask) => retain(subnets, &mut |subnet| block(subnet).is_some_and(|it| it.mask() == *mask)),
            Kind::CidrRanges(ranges) => {
                let ranges = parse_all(ranges, CidrBlock::parse, report);
                retain(subnets, &mut |subnet| {
                    block(subnet).is_some_and(|it| ranges.iter().any(|range| range.contains(&it)))
                })
            }
            Kind::Custom(filter) => filter(subnets),
        }
    }
}

fn retain(mut subnets: Subnets, keep: &mut dyn FnMut(&Rc<dyn ISubnet>) -> bool) -> Subnets {
    subnets.retain(keep);
    subnets
}

fn block(subnet: &Rc<dyn ISubnet>) -> Option<CidrBlock> {
    CidrBlock::parse(subnet.ipv4_cidr_block().as_literal()?)
}

fn parse_all(texts: &[String], parse: fn(&str) -> Option<CidrBlock>, report: &dyn Fn(Diagnostic)) -> Vec<CidrBlock> {
    let mut blocks = Vec::new();
    for text in texts {
        match parse(text) {
            Some(block) => blocks.push(block),
            None => report(
                Diagnostic::error("ec2::cidr", format!("`{text}` is not what a filter of subnets takes"))
                    .help("write addresses such as `10.0.0.1`, and ranges such as `10.0.0.0/24`"),
            ),
        }
    }
    blocks
}

/// The subnets of a selection.
#[derive(Clone, Debug)]
pub struct SelectedSubnets {
    /// The subnets.
    pub subnets: Vec<Rc<dyn ISubnet>>,
    /// Whether one of them is public.
    pub has_public: bool,
    /// Whether the VPC's subnets are not known yet, because they are to be looked up first.
    pub is_pending_lookup: bool,
}

impl SelectedSubnets {
    /// The ids of the subnets.
    pub fn subnet_ids(&self) -> Vec<Value<String>> {
        self.subnets.iter().map(|subnet| subnet.subnet_id()).collect()
    }

    /// The availability zone of each subnet.
    pub fn availability_zones(&self) -> Vec<Value<String>> {
        self.subnets.iter().map(|subnet| subnet.availability_zone()).collect()
    }

    /// Makes a construct wait for what must exist before something in the subnets can reach the internet.
    #[track_caller]
    pub fn depend_on_internet_connectivity(&self, construct: &impl IConstruct) {
        for group in self.internet_connectivity_established() {
            construct.node().add_dependency_group(&group);
        }
    }

    /// What must exist before something in the subnets can reach the internet, for each subnet.
    pub fn internet_connectivity_established(&self) -> Vec<DependencyGroup> {
        self.subnets.iter().map(|subnet| subnet.internet_connectivity_established()).collect()
    }
}

/// The name of the group of a subnet, which is the beginning of its id.
#[doc(hidden)]
pub fn subnet_group_name_from_construct_id(subnet: &dyn ISubnet) -> String {
    let id = subnet.node().construct_id();
    let without_index = id.trim_end_matches(|character: char| character.is_ascii_digit());
    match without_index.strip_suffix("Subnet").filter(|_| without_index.len() < id.len()) {
        Some(name) => name.to_owned(),
        None => id,
    }
}

/// Selects subnets, and reports on the VPC what is wrong with the selection.
pub(super) fn select(
    vpc: &dyn IVpc,
    selection: &SubnetSelection,
    location: &'static Location<'static>,
) -> SelectedSubnets {
    let report = |diagnostic: Diagnostic| vpc.node().report(diagnostic.at(location));
    let subnets = select_objects(vpc, selection, &report);
    let public = vpc.public_subnets();
    let is_public = |subnet: &Rc<dyn ISubnet>| public.iter().any(|known| known.node() == subnet.node());
    let has_public = subnets.iter().any(is_public);
    SelectedSubnets { subnets, has_public, is_pending_lookup: vpc.is_pending_lookup() }
}

fn select_objects(vpc: &dyn IVpc, selection: &SubnetSelection, report: &dyn Fn(Diagnostic)) -> Subnets {
    let given = [
        ("subnets", selection.subnets.is_some()),
        ("subnet_type", selection.subnet_type.is_some()),
        ("subnet_group_name", selection.subnet_group_name.is_some()),
    ];
    let given: Vec<&str> = given.into_iter().filter(|(_, given)| *given).map(|(name, _)| name).collect();
    if given.len() > 1 {
        let message = format!("a selection of subnets names {} at once", given.join(" and "));
        report(Diagnostic::error("ec2::subnet-selection", message).help("name one of them"));
    }
    if let Some(subnets) = &selection.subnets {
        return subnets.clone();
    }
    let mut subnets = match &selection.subnet_group_name {
        Some(name) => by_name(vpc, name, report),
        None => by_type(vpc, selection.subnet_type.unwrap_or_else(|| default_type(vpc)), report),
    };
    for filter in &selection.subnet_filters {
        subnets = filter.apply(subnets, report);
    }
    if let Some(zones) = &selection.availability_zones {
        subnets = SubnetFilter::availability_zones(zones).apply(subnets, report);
    }
    if selection.one_per_az {
        subnets = SubnetFilter::one_per_az().apply(subnets, report);
    }
    subnets
}

fn default_type(vpc: &dyn IVpc) -> SubnetType {
    if !vpc.private_subnets().is_empty() {
        SubnetType::PrivateWithEgress
    } else if !vpc.isolated_subnets().is_empty() {
        SubnetType::PrivateIsolated
    } else {
        SubnetType::Public
    }
}

fn of_type(vpc: &dyn IVpc, subnet_type: SubnetType) -> Subnets {
    match subnet_type {
        SubnetType::PrivateIsolated => vpc.isolated_subnets(),
        SubnetType::PrivateWithEgress | SubnetType::PrivateWithNat => vpc.private_subnets(),
        SubnetType::Public => vpc.public_subnets(),
    }
}

fn by_type(vpc: &dyn IVpc, subnet_type: SubnetType, report: &dyn Fn(Diagnostic)) -> Subnets {
    let subnets = of_type(vpc, subnet_type);
    if subnets.is_empty() && !vpc.is_pending_lookup() {
        let known = [SubnetType::PrivateIsolated, SubnetType::PrivateWithEgress, SubnetType::Public];
        let known: Vec<String> =
            known.into_iter().filter(|kind| !of_type(vpc, *kind).is_empty()).map(|kind| format!("{kind:?}")).collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        report(
            Diagnostic::error("ec2::no-subnets", format!("the VPC has no subnets of the type {subnet_type:?}"))
                .help(format!("select subnets of a type that it has: {known}")),
        );
    }
    subnets
}

fn by_name(vpc: &dyn IVpc, name: &str, report: &dyn Fn(Diagnostic)) -> Subnets {
    let all = [vpc.public_subnets(), vpc.private_subnets(), vpc.isolated_subnets()].concat();
    let subnets = retain(all.clone(), &mut |subnet| subnet_group_name_from_construct_id(&**subnet) == name);
    if subnets.is_empty() && !vpc.is_pending_lookup() {
        let mut known: Vec<String> = Vec::new();
        for subnet in &all {
            let group = subnet_group_name_from_construct_id(&**subnet);
            if !known.contains(&group) {
                known.push(group);
            }
        }
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        report(
            Diagnostic::error("ec2::no-subnets", format!("the VPC has no group of subnets `{name}`"))
                .help(format!("select a group that it has: {known}")),
        );
    }
    subnets
}
