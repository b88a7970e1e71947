//! Functions in a VPC.

use std::rc::Rc;

use aws_cdk_cfn_lambda::cfn_function::VpcConfigProperty;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Names};
use aws_cdk_interfaces::ec2::{Connections, IConnectable, ISecurityGroup, IVpc, SecurityGroupOptions, SubnetSelection};

use crate::function::Function;
use crate::function_builder::FunctionBuilder;

/// Where in a VPC a function is.
#[derive(Default)]
pub(crate) struct Network {
    vpc: Option<Rc<dyn IVpc>>,
    vpc_subnets: Option<SubnetSelection>,
    security_groups: Vec<Rc<dyn ISecurityGroup>>,
    allow_all_outbound: Option<bool>,
    allow_all_ipv6_outbound: Option<bool>,
    allow_public_subnet: bool,
    ipv6_allowed_for_dual_stack: Option<bool>,
}

impl<R, H, C> FunctionBuilder<R, H, C> {
    /// The VPC in which the function is. Default: none.
    ///
    /// ```
    /// # use aws_cdk_core::{Set, Stack};
    /// # use aws_cdk_interfaces::ec2::{IVpc, SubnetSelection, SubnetType};
    /// # use aws_cdk_lambda::{Function, FunctionBuilder};
    /// # fn example(builder: FunctionBuilder<Set, Set, Set>, vpc: &(impl IVpc + Clone + 'static)) -> Function {
    /// let isolated = SubnetSelection::new().subnet_type(SubnetType::PrivateIsolated);
    /// builder.vpc(vpc).vpc_subnets(isolated).build()
    /// # }
    /// ```
    pub fn vpc(mut self, vpc: &(impl IVpc + Clone + 'static)) -> Self {
        self.options.network.vpc = Some(Rc::new(vpc.clone()));
        self
    }

    /// The subnets of the VPC in which the function is. Default: the private ones.
    pub fn vpc_subnets(mut self, value: SubnetSelection) -> Self {
        self.options.network.vpc_subnets = Some(value);
        self
    }

    /// Adds a security group. Default: one made with the function.
    pub fn security_group(mut self, group: &(impl ISecurityGroup + Clone + 'static)) -> Self {
        self.options.network.security_groups.push(Rc::new(group.clone()));
        self
    }

    /// Adds security groups. Default: one made with the function.
    pub fn security_groups(mut self, groups: impl IntoIterator<Item = impl ISecurityGroup + 'static>) -> Self {
        let groups = groups.into_iter().map(|group| Rc::new(group) as Rc<dyn ISecurityGroup>);
        self.options.network.security_groups.extend(groups);
        self
    }

    /// Whether the function may call any IPv4 address; only for the security group that is made with it. Default: true.
    pub fn allow_all_outbound(mut self, value: bool) -> Self {
        self.options.network.allow_all_outbound = Some(value);
        self
    }

    /// Whether the function may call any IPv6 address; only for the security group that is made with it. Default: false.
    pub fn allow_all_ipv6_outbound(mut self, value: bool) -> Self {
        self.options.network.allow_all_ipv6_outbound = Some(value);
        self
    }

    /// Whether the function may be in a public subnet, from which it cannot reach the internet. Default: false.
    pub fn allow_public_subnet(mut self, value: bool) -> Self {
        self.options.network.allow_public_subnet = value;
        self
    }

    /// Whether the function may use IPv6 in subnets that have both. Default: that of Lambda, false.
    pub fn ipv6_allowed_for_dual_stack(mut self, value: bool) -> Self {
        self.options.network.ipv6_allowed_for_dual_stack = Some(value);
        self
    }
}

impl Network {
    pub(crate) fn is_in_vpc(&self) -> bool {
        self.vpc.is_some()
    }

    /// The property, and the connections of the function. Errors: `lambda::without-vpc`, `lambda::outbound-of-security-group`,
    /// `lambda::public-subnet`.
    #[track_caller]
    pub(crate) fn configure(&self, construct: &Construct) -> Option<(VpcConfigProperty, Connections)> {
        self.check(construct);
        let vpc = self.vpc.as_ref()?;
        let groups = if self.security_groups.is_empty() {
            vec![self.own_group(&**vpc, construct)]
        } else {
            self.security_groups.clone()
        };
        let selection = self.vpc_subnets.clone().unwrap_or_default();
        let selected = vpc.select_subnets(&selection);
        if selected.has_public && !self.allow_public_subnet {
            construct.node().report(
                Diagnostic::error("lambda::public-subnet", "from a public subnet a function cannot reach the internet")
                    .help("choose private subnets, or call `allow_public_subnet(true)` if it need not reach it"),
            );
        }
        selected.depend_on_internet_connectivity(construct);
        let ids: Vec<_> = groups.iter().map(|group| group.security_group_id()).collect();
        let mut property = VpcConfigProperty::new().subnet_ids(selected.subnet_ids()).security_group_ids(ids);
        if let Some(allowed) = self.ipv6_allowed_for_dual_stack {
            property = property.ipv6_allowed_for_dual_stack(allowed);
        }
        Some((property, Connections::new(groups)))
    }

    fn own_group(&self, vpc: &dyn IVpc, construct: &Construct) -> Rc<dyn ISecurityGroup> {
        let description = format!("Automatic security group for Lambda Function {}", Names::unique_id(construct));
        let mut options = SecurityGroupOptions::new().description(description);
        if let Some(allow) = self.allow_all_outbound {
            options = options.allow_all_outbound(allow);
        }
        if let Some(allow) = self.allow_all_ipv6_outbound {
            options = options.allow_all_ipv6_outbound(allow);
        }
        vpc.create_security_group(construct.node(), "SecurityGroup", options)
    }

    #[track_caller]
    fn check(&self, construct: &Construct) {
        let has_groups = !self.security_groups.is_empty();
        let says_outbound = self.allow_all_outbound.is_some() || self.allow_all_ipv6_outbound.is_some();
        let says_more =
            has_groups || says_outbound || self.vpc_subnets.is_some() || self.ipv6_allowed_for_dual_stack == Some(true);
        if self.vpc.is_none() && says_more {
            construct.node().report(
                Diagnostic::error("lambda::without-vpc", "options of a VPC are set, and the VPC is not")
                    .help("call `vpc`, or leave them out"),
            );
        }
        if self.vpc.is_some() && has_groups && says_outbound {
            construct.node().report(
                Diagnostic::error(
                    "lambda::outbound-of-security-group",
                    "a given security group says itself what it lets out",
                )
                .help("set it on the security group"),
            );
        }
    }
}

impl IConnectable for Function {
    /// Those of the security groups. A function outside of a VPC has none, which is the error `lambda::without-vpc`.
    fn connections(&self) -> Connections {
        match &self.connections {
            Some(connections) => connections.clone(),
            None => {
                self.node().report(
                    Diagnostic::error("lambda::without-vpc", "a function outside of a VPC has no security groups")
                        .help("set its `vpc`")
                        .at(self.node().location()),
                );
                Connections::new([])
            }
        }
    }
}
