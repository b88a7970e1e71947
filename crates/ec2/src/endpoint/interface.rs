//! Interface endpoints: ways to services, by network interfaces in the subnets.

use std::rc::Rc;

use aws_cdk_cfn_ec2::CfnVPCEndpoint;
use aws_cdk_cfn_ec2::cfn_vpc_endpoint::DnsOptionsSpecificationProperty;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Json, Node, Stack, Value};
use aws_cdk_iam::{PolicyDocument, PolicyStatement};
use aws_cdk_interfaces::ec2::{Connections, IConnectable, ISecurityGroup, ISubnet, IVpc, Peer, Port, SubnetSelection};

use super::aws_services::InterfaceVpcEndpointAwsService;
use super::gateway::add_to_policy;
use super::{VpcEndpointDnsRecordIpType, VpcEndpointIpAddressType};
use crate::security_group::SecurityGroup;

/// A service that has interface endpoints: one of AWS, or one's own.
#[derive(Clone, Debug)]
pub struct InterfaceVpcEndpointService {
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Own { name: Value<String>, port: u16 },
    Aws(InterfaceVpcEndpointAwsService),
}

impl InterfaceVpcEndpointService {
    /// A service by its full name, and the port on which it listens.
    pub fn new(name: impl Into<Value<String>>, port: u16) -> Self {
        Self { kind: Kind::Own { name: name.into(), port } }
    }

    fn name(&self, stack: &Stack) -> Value<String> {
        match &self.kind {
            Kind::Own { name, .. } => name.clone(),
            Kind::Aws(service) => service.name(stack),
        }
    }

    fn port(&self) -> u16 {
        match &self.kind {
            Kind::Own { port, .. } => *port,
            Kind::Aws(service) => service.port(),
        }
    }
}

impl From<InterfaceVpcEndpointAwsService> for InterfaceVpcEndpointService {
    fn from(service: InterfaceVpcEndpointAwsService) -> Self {
        Self { kind: Kind::Aws(service) }
    }
}

/// An interface endpoint's options.
#[must_use]
#[derive(Clone, Debug)]
pub struct InterfaceVpcEndpointOptions {
    service: InterfaceVpcEndpointService,
    private_dns_enabled: Option<bool>,
    private_dns_only_for_inbound_resolver_endpoint: Option<bool>,
    subnets: SubnetSelection,
    security_groups: Option<Vec<Rc<dyn ISecurityGroup>>>,
    open: bool,
    lookup_supported_azs: bool,
    ip_address_type: Option<VpcEndpointIpAddressType>,
    dns_record_ip_type: Option<VpcEndpointDnsRecordIpType>,
    service_region: Option<Value<String>>,
}

impl InterfaceVpcEndpointOptions {
    /// An endpoint of a service, in one private subnet of each availability zone.
    pub fn new(service: impl Into<InterfaceVpcEndpointService>) -> Self {
        Self {
            service: service.into(),
            private_dns_enabled: None,
            private_dns_only_for_inbound_resolver_endpoint: None,
            subnets: SubnetSelection::new(),
            security_groups: None,
            open: true,
            lookup_supported_azs: false,
            ip_address_type: None,
            dns_record_ip_type: None,
            service_region: None,
        }
    }

    /// Whether the usual name of the service leads to the endpoint. Default: true for services of AWS.
    pub fn private_dns_enabled(mut self, value: bool) -> Self {
        self.private_dns_enabled = Some(value);
        self
    }

    /// Whether only inbound resolver endpoints get the private name, such as those of networks outside. Default: all do.
    pub fn private_dns_only_for_inbound_resolver_endpoint(mut self, value: bool) -> Self {
        self.private_dns_only_for_inbound_resolver_endpoint = Some(value);
        self
    }

    /// The subnets, of which one in each availability zone is taken. Default: the private ones.
    pub fn subnets(mut self, value: SubnetSelection) -> Self {
        self.subnets = value;
        self
    }

    /// The security groups. Default: a new one.
    pub fn security_groups<G: ISecurityGroup + 'static>(mut self, groups: impl IntoIterator<Item = G>) -> Self {
        self.security_groups = Some(groups.into_iter().map(|group| Rc::new(group) as Rc<dyn ISecurityGroup>).collect());
        self
    }

    /// Whether all of the VPC may call the endpoint. Default: true.
    pub fn open(mut self, value: bool) -> Self {
        self.open = value;
        self
    }

    /// Whether only subnets in zones that the service has are taken, which the `cdk` CLI looks up. Default: false.
    pub fn lookup_supported_azs(mut self, value: bool) -> Self {
        self.lookup_supported_azs = value;
        self
    }

    /// The versions of IP. Default: those of the service.
    pub fn ip_address_type(mut self, value: VpcEndpointIpAddressType) -> Self {
        self.ip_address_type = Some(value);
        self
    }

    /// The records in DNS. Default: those of the service.
    pub fn dns_record_ip_type(mut self, value: VpcEndpointDnsRecordIpType) -> Self {
        self.dns_record_ip_type = Some(value);
        self
    }

    /// The region of the service. Default: that of the stack.
    pub fn service_region(mut self, value: impl Into<Value<String>>) -> Self {
        self.service_region = Some(value.into());
        self
    }
}

/// An interface endpoint.
#[derive(Clone, Debug)]
pub struct InterfaceVpcEndpoint {
    construct: Construct,
    resource: CfnVPCEndpoint,
    policy: PolicyDocument,
    connections: Connections,
}

impl IConstruct for InterfaceVpcEndpoint {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IConnectable for InterfaceVpcEndpoint {
    fn connections(&self) -> Connections {
        self.connections.clone()
    }
}

impl InterfaceVpcEndpoint {
    /// An endpoint of a VPC. Errors: `ec2::endpoint-subnets`, and those of selections.
    #[track_caller]
    pub fn new(
        scope: &impl IConstruct,
        id: impl Into<String>,
        vpc: &impl IVpc,
        options: InterfaceVpcEndpointOptions,
    ) -> Self {
        let construct = Construct::of_type(scope, &id.into(), "aws-cdk-ec2.InterfaceVpcEndpoint");
        let groups = match &options.security_groups {
            Some(groups) => groups.clone(),
            None => vec![Rc::new(SecurityGroup::new(&construct, "SecurityGroup", vpc)) as Rc<dyn ISecurityGroup>],
        };
        let port = options.service.port();
        let connections = Connections::new(groups.clone()).with_default_port(Port::tcp(port));
        if options.open {
            connections.allow_default_port_from(&Peer::ipv4(vpc.vpc_cidr_block()), None);
        }
        let service_name = options.service.name(&Stack::of(&construct));
        let subnets = subnets(&construct, vpc, &options, &service_name);
        let is_aws = matches!(options.service.kind, Kind::Aws(_));
        let policy = PolicyDocument::new();
        let mut resource = CfnVPCEndpoint::builder(&construct, "Resource")
            .private_dns_enabled(options.private_dns_enabled.unwrap_or(is_aws))
            .policy_document(&policy)
            .security_group_ids(groups.iter().map(|group| group.security_group_id()).collect::<Value<Vec<String>>>())
            .service_name(service_name)
            .vpc_endpoint_type("Interface")
            .subnet_ids(subnets)
            .vpc_id(vpc.vpc_id());
        if let Some(value) = options.ip_address_type {
            resource = resource.ip_address_type(value.as_str());
        }
        if let Some(dns) = dns_options(&options) {
            resource = resource.dns_options(dns);
        }
        if let Some(region) = options.service_region {
            resource = resource.service_region(region);
        }
        Self { resource: resource.build(), construct, policy, connections }
    }

    /// An endpoint that exists, by its id and the port on which it listens.
    #[track_caller]
    pub fn from_interface_vpc_endpoint_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        vpc_endpoint_id: impl Into<Value<String>>,
        port: u16,
        security_groups: impl IntoIterator<Item = Rc<dyn ISecurityGroup>>,
    ) -> ImportedInterfaceVpcEndpoint {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-ec2.InterfaceVpcEndpoint");
        let connections = Connections::new(security_groups).with_default_port(Port::tcp(port));
        ImportedInterfaceVpcEndpoint { construct, vpc_endpoint_id: vpc_endpoint_id.into(), connections }
    }

    /// The id of the endpoint.
    pub fn vpc_endpoint_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    /// The names of the endpoint in DNS, each with its hosted zone.
    pub fn vpc_endpoint_dns_entries(&self) -> Value<Vec<String>> {
        self.resource.attr_dns_entries().into()
    }

    /// The ids of the network interfaces.
    pub fn vpc_endpoint_network_interface_ids(&self) -> Value<Vec<String>> {
        self.resource.attr_network_interface_ids().into()
    }

    /// The connections of the endpoint, with its port as the default.
    pub fn connections(&self) -> &Connections {
        &self.connections
    }

    /// Adds a statement to the policy. Default: everybody may do everything through the endpoint. A statement without
    /// principal is the error `ec2::no-principal`.
    #[track_caller]
    pub fn add_to_policy(&self, statement: PolicyStatement) {
        add_to_policy(self.node(), &self.policy, statement);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnVPCEndpoint {
        &self.resource
    }
}

fn dns_options(options: &InterfaceVpcEndpointOptions) -> Option<DnsOptionsSpecificationProperty> {
    let inbound = options.private_dns_only_for_inbound_resolver_endpoint;
    if options.dns_record_ip_type.is_none() && inbound.is_none() {
        return None;
    }
    let mut dns = DnsOptionsSpecificationProperty::new();
    if let Some(value) = options.dns_record_ip_type {
        dns = dns.dns_record_ip_type(value.as_str());
    }
    if let Some(value) = inbound {
        let value = if value { "OnlyInboundResolver" } else { "AllResolvers" };
        dns = dns.private_dns_only_for_inbound_resolver_endpoint(value);
    }
    Some(dns)
}

/// One subnet in each zone, and only zones that the service has if these are looked up.
#[track_caller]
fn subnets(
    construct: &Construct,
    vpc: &impl IVpc,
    options: &InterfaceVpcEndpointOptions,
    service_name: &Value<String>,
) -> Vec<Value<String>> {
    let selected = vpc.select_subnets(&options.subnets.clone().one_per_az(true));
    let mut subnets = selected.subnets;
    if options.lookup_supported_azs {
        subnets = supported(construct, subnets, service_name);
    }
    if subnets.is_empty() && !selected.is_pending_lookup {
        construct.node().report(
            Diagnostic::error("ec2::endpoint-subnets", "no subnet is left for the endpoint")
                .help("select subnets in availability zones that the service has"),
        );
    }
    subnets.iter().map(|subnet| subnet.subnet_id()).collect()
}

#[track_caller]
fn supported(
    construct: &Construct,
    subnets: Vec<Rc<dyn ISubnet>>,
    service_name: &Value<String>,
) -> Vec<Rc<dyn ISubnet>> {
    let zones: Vec<Value<String>> = subnets.iter().map(|subnet| subnet.availability_zone()).collect();
    let Some(service) = service_name.as_literal().filter(|_| zones.iter().all(|zone| zone.as_literal().is_some()))
    else {
        construct.node().report(
            Diagnostic::error(
                "ec2::endpoint-subnets",
                "zones of a service are looked up where names are not known yet",
            )
            .help("give the stack an account and a region, or leave `lookup_supported_azs` out"),
        );
        return subnets;
    };
    let stack = Stack::of(construct);
    let all: Vec<String> =
        stack.availability_zones().iter().filter_map(|zone| zone.as_literal().map(str::to_owned)).collect();
    let props = [("serviceName", service)].into_iter().collect();
    let Some(known) =
        stack.context_value("endpoint-service-availability-zones", props, Some(Value::<Json>::from(all).into_json()))
    else {
        return subnets;
    };
    let has = |zone: &Value<String>| {
        let mut known = known.as_list().into_iter().flatten();
        known.any(|known| known.as_str() == zone.as_literal())
    };
    subnets.into_iter().filter(|subnet| has(&subnet.availability_zone())).collect()
}

/// An interface endpoint that exists already.
#[derive(Clone, Debug)]
pub struct ImportedInterfaceVpcEndpoint {
    construct: Construct,
    vpc_endpoint_id: Value<String>,
    connections: Connections,
}

impl ImportedInterfaceVpcEndpoint {
    /// The id of the endpoint.
    pub fn vpc_endpoint_id(&self) -> Value<String> {
        self.vpc_endpoint_id.clone()
    }
}

impl IConstruct for ImportedInterfaceVpcEndpoint {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IConnectable for ImportedInterfaceVpcEndpoint {
    fn connections(&self) -> Connections {
        self.connections.clone()
    }
}
