//! Network load balancers: they share connections among targets.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_ec2::{Vpc, VpcAttributes};
//! use aws_cdk_elasticloadbalancingv2::{
//!     IpTarget, NetworkListenerOptions, NetworkLoadBalancer, NetworkTargetGroupOptions,
//! };
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let vpc = Vpc::from_vpc_attributes(
//!     &stack,
//!     "Vpc",
//!     VpcAttributes::new("vpc-00000001", ["eu-west-1a"]).private_subnets(["subnet-00000001"]),
//! );
//! let load_balancer = NetworkLoadBalancer::builder(&stack, "LoadBalancer", &vpc).cross_zone_enabled(true).build();
//! let listener = load_balancer.add_listener("Tcp", NetworkListenerOptions::new(80));
//! listener.add_targets("Books", NetworkTargetGroupOptions::new(8080).targets([IpTarget::new("10.0.0.10")]));
//! ```

use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_elasticloadbalancingv2::CfnLoadBalancer;
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{Construct, Diagnostic, FeatureFlags, IConstruct, Lazy, Node, PhysicalName, Value};
use aws_cdk_interfaces::ec2::{Connections, IConnectable, ISecurityGroup, IVpc, SubnetSelection};
use aws_cdk_interfaces::elasticloadbalancingv2::ILoadBalancerV2;
use aws_cdk_interfaces::s3::IBucket;

use super::network_listener::{NetworkListener, NetworkListenerOptions, build_listener};
use crate::alb::default_security_group;
use crate::shared::load_balancer::{LoadBalancerBaseOptions, LoadBalancerCore, check_mappings};
use crate::shared::{ClientRoutingPolicy, IpAddressType, Protocol, SubnetMapping};

/// A network load balancer, made here or imported.
pub trait INetworkLoadBalancer: ILoadBalancerV2 + IConnectable {
    /// The VPC. Default: unknown, of an import.
    fn vpc(&self) -> Option<Rc<dyn IVpc>>;
}

impl<T: INetworkLoadBalancer + ?Sized> INetworkLoadBalancer for Rc<T> {
    fn vpc(&self) -> Option<Rc<dyn IVpc>> {
        (**self).vpc()
    }
}

struct State {
    core: LoadBalancerCore,
    connections: Connections,
    translates_ipv6: bool,
}

/// A network load balancer.
#[derive(Clone)]
pub struct NetworkLoadBalancer {
    state: Rc<State>,
}

impl fmt::Debug for NetworkLoadBalancer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NetworkLoadBalancer({})", self.node().path())
    }
}

impl IConstruct for NetworkLoadBalancer {
    fn node(&self) -> &Node {
        self.state.core.construct.node()
    }
}

impl IConnectable for NetworkLoadBalancer {
    fn connections(&self) -> Connections {
        self.state.connections.clone()
    }
}

impl ILoadBalancerV2 for NetworkLoadBalancer {
    fn load_balancer_arn(&self) -> Value<String> {
        self.state.core.resource.ref_().into()
    }

    fn load_balancer_dns_name(&self) -> Value<String> {
        self.state.core.resource.attr_dns_name().into()
    }

    fn load_balancer_canonical_hosted_zone_id(&self) -> Value<String> {
        self.state.core.resource.attr_canonical_hosted_zone_id().into()
    }
}

impl INetworkLoadBalancer for NetworkLoadBalancer {
    fn vpc(&self) -> Option<Rc<dyn IVpc>> {
        Some(self.state.core.vpc.clone())
    }
}

impl NetworkLoadBalancer {
    /// An internal load balancer in a VPC, with the defaults.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>, vpc: &(impl IVpc + Clone + 'static)) -> Self {
        Self::builder(scope, id, vpc).build()
    }

    /// Starts a load balancer in a VPC.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        vpc: &(impl IVpc + Clone + 'static),
    ) -> NetworkLoadBalancerBuilder {
        NetworkLoadBalancerBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            base: LoadBalancerBaseOptions::new(Rc::new(vpc.clone())),
            security_groups: None,
            disable_security_groups: false,
            client_routing_policy: None,
            zonal_shift: None,
            enforce_security_group_inbound_rules_on_private_link_traffic: None,
            enable_prefix_for_ipv6_source_nat: None,
            subnet_mappings: None,
        }
    }

    /// The ARN of the load balancer.
    pub fn load_balancer_arn(&self) -> Value<String> {
        ILoadBalancerV2::load_balancer_arn(self)
    }

    /// The name in DNS.
    pub fn load_balancer_dns_name(&self) -> Value<String> {
        ILoadBalancerV2::load_balancer_dns_name(self)
    }

    /// The full name, as metrics have it.
    pub fn load_balancer_full_name(&self) -> Value<String> {
        self.state.core.resource.attr_load_balancer_full_name().into()
    }

    /// The name of the load balancer.
    pub fn load_balancer_name(&self) -> Value<String> {
        self.state.core.resource.attr_load_balancer_name().into()
    }

    /// The connections of the load balancer.
    pub fn connections(&self) -> &Connections {
        &self.state.connections
    }

    /// Adds a listener. UDP of a load balancer with IPv6 that does not translate it is the error
    /// `elasticloadbalancingv2::ip-address-type`; others are those of
    /// [`NetworkListenerBuilder::build`](super::NetworkListenerBuilder::build).
    #[track_caller]
    pub fn add_listener(&self, id: impl AsRef<str>, options: NetworkListenerOptions) -> NetworkListener {
        let is_udp = matches!(options.protocol, Some(Protocol::Udp | Protocol::TcpUdp));
        let has_ipv6 = self.state.core.ip_address_type.is_some_and(|kind| kind != IpAddressType::Ipv4);
        if is_udp && has_ipv6 && !self.state.translates_ipv6 {
            let message = "UDP over IPv6 needs addresses for its translation";
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::ip-address-type", message);
            self.node().report(diagnostic.help("set `enable_prefix_for_ipv6_source_nat(true)` of the load balancer"));
        }
        build_listener(self.node(), id.as_ref(), Rc::new(self.clone()), options)
    }

    /// Adds a security group.
    pub fn add_security_group(&self, security_group: impl ISecurityGroup + 'static) {
        self.state.connections.add_security_group(Rc::new(security_group));
    }

    /// Writes the access logs into a bucket, whose policy then lets it; keys start with the prefix, which may be empty.
    ///
    /// A stack without a region is the error `elasticloadbalancingv2::no-region`. The policy of an imported bucket is not
    /// changed: the warning `elasticloadbalancingv2::logs-policy`.
    #[track_caller]
    pub fn log_access_logs(&self, bucket: &(impl IBucket + ?Sized), prefix: &str) {
        self.state.core.log("access_logs", bucket, prefix);
    }

    /// Sets an attribute.
    ///
    /// Source: <https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html>.
    pub fn set_attribute(&self, key: impl AsRef<str>, value: impl Into<Value<String>>) {
        self.state.core.attributes.set(key.as_ref(), Some(value.into()));
    }

    /// Removes an attribute.
    pub fn remove_attribute(&self, key: impl AsRef<str>) {
        self.state.core.attributes.set(key.as_ref(), None);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnLoadBalancer {
        &self.state.core.resource
    }
}

/// Builds a [`NetworkLoadBalancer`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct NetworkLoadBalancerBuilder {
    scope: Node,
    id: String,
    base: LoadBalancerBaseOptions,
    security_groups: Option<Vec<Rc<dyn ISecurityGroup>>>,
    disable_security_groups: bool,
    client_routing_policy: Option<ClientRoutingPolicy>,
    zonal_shift: Option<bool>,
    enforce_security_group_inbound_rules_on_private_link_traffic: Option<bool>,
    enable_prefix_for_ipv6_source_nat: Option<bool>,
    subnet_mappings: Option<Vec<SubnetMapping>>,
}

impl NetworkLoadBalancerBuilder {
    /// The name, up to 32 letters, digits and hyphens. Default: one that CloudFormation makes.
    pub fn load_balancer_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.base.load_balancer_name = Some(value.into());
        self
    }

    /// Whether the internet can reach it. Default: false.
    pub fn internet_facing(mut self, value: bool) -> Self {
        self.base.internet_facing = value;
        self
    }

    /// The subnets. Default: the public ones if the internet can reach it, else the private ones.
    pub fn vpc_subnets(mut self, value: SubnetSelection) -> Self {
        self.base.vpc_subnets = Some(value);
        self
    }

    /// The subnets with the addresses that it has there; not together with `vpc_subnets`. Default: none.
    pub fn subnet_mappings(mut self, mappings: impl IntoIterator<Item = SubnetMapping>) -> Self {
        self.subnet_mappings = Some(mappings.into_iter().collect());
        self
    }

    /// Whether it cannot be deleted. Default: false.
    pub fn deletion_protection(mut self, value: bool) -> Self {
        self.base.deletion_protection = value;
        self
    }

    /// Whether targets of all availability zones get connections. Default: that of Elastic Load Balancing, false.
    pub fn cross_zone_enabled(mut self, value: bool) -> Self {
        self.base.cross_zone_enabled = Some(value);
        self
    }

    /// Whether IPv6 traffic of the internet gateway is refused; of load balancers with IPv6. Default: as its scheme says.
    pub fn deny_all_igw_traffic(mut self, value: bool) -> Self {
        self.base.deny_all_igw_traffic = Some(value);
        self
    }

    /// The capacity that is kept ready, in units, 2,750 to 45,000 for each availability zone. Default: none.
    pub fn minimum_capacity_unit(mut self, value: i64) -> Self {
        self.base.minimum_capacity_unit = Some(value);
        self
    }

    /// The versions of IP. Default: IPv4.
    pub fn ip_address_type(mut self, value: IpAddressType) -> Self {
        self.base.ip_address_type = Some(value);
        self
    }

    /// The security groups. Default: a new one, by the feature flag
    /// `@aws-cdk/aws-elasticloadbalancingv2:networkLoadBalancerWithSecurityGroupByDefault`; else none.
    pub fn security_groups<G: ISecurityGroup + 'static>(mut self, groups: impl IntoIterator<Item = G>) -> Self {
        self.security_groups = Some(groups.into_iter().map(|group| Rc::new(group) as Rc<dyn ISecurityGroup>).collect());
        self
    }

    /// Whether it has no security group; not together with `security_groups`. Default: false.
    pub fn disable_security_groups(mut self, value: bool) -> Self {
        self.disable_security_groups = value;
        self
    }

    /// To which availability zones clients are led. Default: that of Elastic Load Balancing, any.
    pub fn client_routing_policy(mut self, value: ClientRoutingPolicy) -> Self {
        self.client_routing_policy = Some(value);
        self
    }

    /// Whether traffic can be shifted away from an availability zone. Default: that of Elastic Load Balancing, false.
    pub fn zonal_shift(mut self, value: bool) -> Self {
        self.zonal_shift = Some(value);
        self
    }

    /// Whether the security groups' rules are for traffic of AWS PrivateLink too. Default: that of Elastic Load Balancing,
    /// true.
    pub fn enforce_security_group_inbound_rules_on_private_link_traffic(mut self, value: bool) -> Self {
        self.enforce_security_group_inbound_rules_on_private_link_traffic = Some(value);
        self
    }

    /// Whether IPv6 is translated, which UDP listeners need. Default: that of Elastic Load Balancing, false.
    pub fn enable_prefix_for_ipv6_source_nat(mut self, value: bool) -> Self {
        self.enable_prefix_for_ipv6_source_nat = Some(value);
        self
    }

    /// Adds the load balancer. Errors: `elasticloadbalancingv2::name`, `elasticloadbalancingv2::ip-address-type`,
    /// `elasticloadbalancingv2::capacity`, `elasticloadbalancingv2::subnet-mappings`, `elasticloadbalancingv2::ipv6-prefix`,
    /// `elasticloadbalancingv2::security-groups`, and those of selections.
    #[track_caller]
    pub fn build(self) -> NetworkLoadBalancer {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-elasticloadbalancingv2.NetworkLoadBalancer");
        check(&construct, &self);
        let connections = Connections::new([]);
        let (groups, are_given) = (connections.clone(), self.security_groups.is_some());
        let vpc = self.base.vpc.clone();
        let mappings = self.subnet_mappings.as_deref();
        let (enforce, translate) =
            (self.enforce_security_group_inbound_rules_on_private_link_traffic, self.enable_prefix_for_ipv6_source_nat);
        let on_off = |value: bool| if value { "on" } else { "off" };
        let core = LoadBalancerCore::new(construct, "network", self.base, mappings, |resource| {
            let mut resource = resource.security_groups(Lazy::value(move |_| {
                let groups = groups.security_groups();
                let is_used = are_given || !groups.is_empty();
                is_used.then(|| groups.iter().map(|group| group.security_group_id()).collect())
            }));
            if let Some(value) = enforce {
                resource = resource.enforce_security_group_inbound_rules_on_private_link_traffic(on_off(value));
            }
            if let Some(value) = translate {
                resource = resource.enable_prefix_for_ipv6_source_nat(on_off(value));
            }
            resource
        });
        let by_flag =
            FeatureFlags::of(&core.construct).is_enabled(flags::NETWORK_LOAD_BALANCER_WITH_SECURITY_GROUP_BY_DEFAULT);
        let groups = match self.security_groups {
            Some(groups) => groups,
            None if by_flag && !self.disable_security_groups => vec![default_security_group(&core.construct, &vpc)],
            None => Vec::new(),
        };
        for group in groups {
            connections.add_security_group(group);
        }
        if let Some(policy) = self.client_routing_policy {
            core.attributes.set("dns_record.client_routing_policy", Some(policy.as_str().into()));
        }
        if let Some(value) = self.zonal_shift {
            core.attributes.set_flag("zonal_shift.config.enabled", value);
        }
        NetworkLoadBalancer { state: Rc::new(State { core, connections, translates_ipv6: translate == Some(true) }) }
    }
}

#[track_caller]
fn check(construct: &Construct, builder: &NetworkLoadBalancerBuilder) {
    let node = construct.node();
    let translates = builder.enable_prefix_for_ipv6_source_nat == Some(true);
    let mappings = builder.subnet_mappings.as_deref().unwrap_or_default();
    check_mappings(construct, mappings, builder.base.internet_facing, translates);
    let zones = i64::try_from(builder.base.vpc.availability_zones().len()).unwrap_or(i64::MAX).max(1);
    let fits = |units: i64| (2750 * zones..=45_000 * zones).contains(&units);
    if builder.base.minimum_capacity_unit.is_some_and(|units| !fits(units)) {
        let message = "a network load balancer keeps 2,750 to 45,000 units ready for each availability zone";
        node.report(
            Diagnostic::error("elasticloadbalancingv2::capacity", message).help("use a number between, or none"),
        );
    }
    if builder.base.ip_address_type == Some(IpAddressType::DualStackWithoutPublicIpv4) {
        let message = "a network load balancer with public IPv6 has public IPv4 as well";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::ip-address-type", message);
        node.report(diagnostic.help("use `IpAddressType::DualStack`"));
    }
    if builder.security_groups.is_some() && builder.disable_security_groups {
        let message = "security groups are both given and refused";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::security-groups", message);
        node.report(diagnostic.help("leave `disable_security_groups` out"));
    }
}
