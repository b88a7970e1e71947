//! Gateway endpoints: ways to Amazon S3 and Amazon DynamoDB, by routes.

use aws_cdk_cfn_ec2::CfnVPCEndpoint;
use aws_cdk_cfn_ec2::cfn_vpc_endpoint::DnsOptionsSpecificationProperty;
use aws_cdk_core::{Aws, Construct, Diagnostic, IConstruct, Node, Value, cfn_format};
use aws_cdk_iam::{PolicyDocument, PolicyStatement};
use aws_cdk_interfaces::ec2::{IVpc, SubnetSelection};

use super::{VpcEndpointDnsRecordIpType, VpcEndpointIpAddressType, all_route_table_ids};

/// A service of AWS that has gateway endpoints.
#[derive(Clone, Debug)]
pub struct GatewayVpcEndpointAwsService {
    name: std::borrow::Cow<'static, str>,
}

impl GatewayVpcEndpointAwsService {
    /// Amazon DynamoDB.
    pub const DYNAMODB: Self = Self { name: std::borrow::Cow::Borrowed("dynamodb") };
    /// Amazon S3.
    pub const S3: Self = Self { name: std::borrow::Cow::Borrowed("s3") };
    /// Directory buckets of Amazon S3.
    pub const S3_EXPRESS: Self = Self { name: std::borrow::Cow::Borrowed("s3express") };

    /// A service by its name, for what has no constant here.
    pub fn of(name: impl Into<String>) -> Self {
        Self { name: name.into().into() }
    }

    /// The name as the template has it.
    pub fn name(&self) -> Value<String> {
        cfn_format!("com.amazonaws.{}.{}", Aws::REGION, &*self.name)
    }
}

/// A gateway endpoint's options.
#[must_use]
#[derive(Clone, Debug)]
pub struct GatewayVpcEndpointOptions {
    service: GatewayVpcEndpointAwsService,
    subnets: Option<Vec<SubnetSelection>>,
    ip_address_type: Option<VpcEndpointIpAddressType>,
    dns_record_ip_type: Option<VpcEndpointDnsRecordIpType>,
}

impl GatewayVpcEndpointOptions {
    /// An endpoint of a service, for all subnets.
    pub fn new(service: GatewayVpcEndpointAwsService) -> Self {
        Self { service, subnets: None, ip_address_type: None, dns_record_ip_type: None }
    }

    /// The subnets whose route tables lead to it. Default: all.
    pub fn subnets(mut self, selections: impl IntoIterator<Item = SubnetSelection>) -> Self {
        self.subnets = Some(selections.into_iter().collect());
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
}

/// A gateway endpoint.
#[derive(Clone, Debug)]
pub struct GatewayVpcEndpoint {
    construct: Construct,
    resource: CfnVPCEndpoint,
    policy: PolicyDocument,
}

impl IConstruct for GatewayVpcEndpoint {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl GatewayVpcEndpoint {
    /// An endpoint of a VPC. Subnets without route tables are the error `ec2::no-route-tables`.
    #[track_caller]
    pub fn new(
        scope: &impl IConstruct,
        id: impl Into<String>,
        vpc: &impl IVpc,
        options: GatewayVpcEndpointOptions,
    ) -> Self {
        let construct = Construct::of_type(scope, &id.into(), "aws-cdk-ec2.GatewayVpcEndpoint");
        let mut subnets = Vec::new();
        match &options.subnets {
            Some(selections) => {
                for selection in selections {
                    subnets.extend(vpc.select_subnets(selection).subnets);
                }
            }
            None => subnets = [vpc.private_subnets(), vpc.public_subnets(), vpc.isolated_subnets()].concat(),
        }
        let route_tables = all_route_table_ids(&subnets);
        if route_tables.is_empty() {
            construct.node().report(
                Diagnostic::error("ec2::no-route-tables", "no route table of the endpoint's subnets is known")
                    .help("import the VPC with the ids of its route tables, or select other subnets"),
            );
        }
        let policy = PolicyDocument::new();
        let mut resource = CfnVPCEndpoint::builder(&construct, "Resource")
            .policy_document(&policy)
            .route_table_ids(route_tables)
            .service_name(options.service.name())
            .vpc_endpoint_type("Gateway")
            .vpc_id(vpc.vpc_id());
        if let Some(value) = options.ip_address_type {
            resource = resource.ip_address_type(value.as_str());
        }
        if let Some(value) = options.dns_record_ip_type {
            let dns = DnsOptionsSpecificationProperty::new().dns_record_ip_type(value.as_str());
            resource = resource.dns_options(dns);
        }
        Self { resource: resource.build(), construct, policy }
    }

    /// The id of the endpoint.
    pub fn vpc_endpoint_id(&self) -> Value<String> {
        self.resource.ref_().into()
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

#[track_caller]
pub(super) fn add_to_policy(node: &Node, policy: &PolicyDocument, statement: PolicyStatement) {
    if !statement.has_principal() {
        let diagnostic =
            Diagnostic::error("ec2::no-principal", "a statement of an endpoint's policy names no principal");
        node.report(diagnostic.help("name one: `PolicyStatement::new().any_principal()`"));
        return;
    }
    policy.add_statements([statement]);
}
