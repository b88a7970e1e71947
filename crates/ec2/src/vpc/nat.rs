//! NAT gateways: the way out of private subnets.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_cfn_ec2::CfnNatGateway;
use aws_cdk_core::{Diagnostic, Duration, IConstruct, Node, Value};
use aws_cdk_interfaces::ec2::{ISubnet, IVpc};

use crate::route::RouterType;
use crate::subnet::{PrivateSubnet, PublicSubnet, drain_seconds};
use crate::vpc::Vpc;

/// What lets private subnets call the internet.
///
/// ```
/// use aws_cdk_ec2::NatProvider;
///
/// let with_known_addresses = NatProvider::gateway().eip_allocation_ids(["eipalloc-1", "eipalloc-2"]);
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct NatProvider {
    pub(super) regional: bool,
    eip_allocation_ids: Option<Value<Vec<String>>>,
    max_drain_duration: Option<Duration>,
    configured: Rc<RefCell<Vec<GatewayConfig>>>,
}

/// A NAT gateway that a VPC has.
#[derive(Clone, Debug)]
pub struct GatewayConfig {
    /// The availability zone; `regional` of a gateway for all zones.
    pub az: Value<String>,
    /// The id of the gateway.
    pub gateway_id: Value<String>,
}

impl NatProvider {
    /// NAT gateways, each in a public subnet.
    pub fn gateway() -> Self {
        Self { regional: false, eip_allocation_ids: None, max_drain_duration: None, configured: Rc::default() }
    }

    /// One NAT gateway for the whole VPC, which needs no public subnet.
    pub fn regional_gateway() -> Self {
        Self { regional: true, ..Self::gateway() }
    }

    /// The allocations of the gateways' addresses, at least one for each; a regional gateway takes the first. Default: new
    /// addresses.
    pub fn eip_allocation_ids(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.eip_allocation_ids = Some(value.into());
        self
    }

    /// How long a gateway that is deleted lets connections end, 1 to 4,000 whole seconds. Default: that of EC2, 350 seconds.
    pub fn max_drain_duration(mut self, value: Duration) -> Self {
        self.max_drain_duration = Some(value);
        self
    }

    /// The gateways of the VPC that the provider was given to.
    pub fn configured_gateways(&self) -> Vec<GatewayConfig> {
        self.configured.borrow().clone()
    }

    /// Adds a gateway to each of some public subnets, and routes of private subnets to it. Errors: `ec2::nat-addresses`,
    /// `ec2::drain-duration`.
    #[track_caller]
    pub(super) fn configure(&self, vpc: &Node, public: &[PublicSubnet], private: &[PrivateSubnet]) {
        for (index, subnet) in public.iter().enumerate() {
            let address = self.address(vpc, index, public.len());
            let gateway = subnet.add_nat_gateway(address, self.max_drain_duration);
            let config = GatewayConfig { az: subnet.availability_zone(), gateway_id: gateway.ref_().into() };
            self.configured.borrow_mut().push(config);
        }
        let identity = |zone: &Value<String>| zone.as_json().identity();
        let gateways = self.configured_gateways();
        // A zone without a gateway takes turns with those of others.
        let mut turns = gateways.iter().cycle();
        for subnet in private {
            let zone = identity(&subnet.availability_zone());
            let Some(gateway) =
                gateways.iter().rev().find(|gateway| identity(&gateway.az) == zone).or_else(|| turns.next())
            else {
                continue;
            };
            subnet.add_default_nat_route(&gateway.gateway_id);
        }
    }

    fn address(&self, vpc: &Node, index: usize, needed: usize) -> Option<Value<String>> {
        let ids = self.eip_allocation_ids.as_ref()?;
        let Some(known) = ids.as_elements() else { return Some(aws_cdk_core::Fn::select(index, ids)) };
        if known.len() < needed && index == 0 {
            let message = format!("there are {} addresses for {needed} NAT gateways", known.len());
            let problem = Diagnostic::error("ec2::nat-addresses", message);
            vpc.report(problem.help("name an allocation for each gateway, or none").at(vpc.location()));
        }
        known.get(index).cloned()
    }

    /// Adds one gateway for all zones of a VPC, and routes of private subnets to it.
    #[track_caller]
    pub(super) fn configure_regional(&self, vpc: &Vpc, private: &[PrivateSubnet]) {
        let mut gateway = CfnNatGateway::builder(vpc, "RegionalNatGateway")
            .vpc_id(vpc.vpc_id())
            .availability_mode("regional")
            .connectivity_type("public");
        if let Some(address) = self.address(vpc.node(), 0, 1) {
            gateway = gateway.allocation_id(address);
        }
        if let Some(seconds) = drain_seconds(vpc.node(), self.max_drain_duration) {
            gateway = gateway.max_drain_duration_seconds(seconds);
        }
        let gateway = gateway.build();
        gateway.node().add_dependency_group(&vpc.internet_connectivity_established());
        let gateway_id: Value<String> = gateway.attr_nat_gateway_id().into();
        for subnet in private {
            subnet
                .add_route("DefaultRoute", RouterType::NatGateway, &gateway_id)
                .enables_internet_connectivity(true)
                .build();
        }
        self.configured.borrow_mut().push(GatewayConfig { az: "regional".into(), gateway_id });
    }
}
