//! Flow logs: records of what goes in and out of network interfaces.

use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_ec2::CfnFlowLog;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, PhysicalName, Tags, Value};
use aws_cdk_iam::{IRole, PolicyStatement, Role, ServicePrincipal};
use aws_cdk_interfaces::ec2::{ISubnet, IVpc};
use aws_cdk_logs::{ILogGroup, LogGroup};

/// What a flow log is of.
#[derive(Clone, Debug)]
pub struct FlowLogResourceType {
    resource_type: &'static str,
    resource_id: Value<String>,
}

impl FlowLogResourceType {
    /// All network interfaces of a subnet.
    pub fn from_subnet(subnet: &(impl ISubnet + ?Sized)) -> Self {
        Self { resource_type: "Subnet", resource_id: subnet.subnet_id() }
    }

    /// All network interfaces of a VPC.
    pub fn from_vpc(vpc: &(impl IVpc + ?Sized)) -> Self {
        Self { resource_type: "VPC", resource_id: vpc.vpc_id() }
    }

    /// A network interface, by its id.
    pub fn from_network_interface_id(id: impl Into<Value<String>>) -> Self {
        Self { resource_type: "NetworkInterface", resource_id: id.into() }
    }

    /// A transit gateway, by its id.
    pub fn from_transit_gateway_id(id: impl Into<Value<String>>) -> Self {
        Self { resource_type: "TransitGateway", resource_id: id.into() }
    }

    /// An attachment of a transit gateway, by its id.
    pub fn from_transit_gateway_attachment_id(id: impl Into<Value<String>>) -> Self {
        Self { resource_type: "TransitGatewayAttachment", resource_id: id.into() }
    }

    fn is_transit_gateway(&self) -> bool {
        self.resource_type.starts_with("TransitGateway")
    }
}

/// Which traffic is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FlowLogTrafficType {
    /// What was let through.
    Accept,
    /// All.
    All,
    /// What was refused.
    Reject,
}

impl FlowLogTrafficType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            FlowLogTrafficType::Accept => "ACCEPT",
            FlowLogTrafficType::All => "ALL",
            FlowLogTrafficType::Reject => "REJECT",
        }
    }
}

/// How long records of one flow are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FlowLogMaxAggregationInterval {
    /// A minute.
    OneMinute,
    /// Ten minutes.
    TenMinutes,
}

/// Where records go.
#[derive(Clone)]
pub struct FlowLogDestination {
    kind: Destination,
}

#[derive(Clone)]
enum Destination {
    Logs { log_group: Option<Rc<dyn ILogGroup>>, role: Option<Rc<dyn IRole>> },
    Arn { destination_type: &'static str, arn: Value<String> },
}

impl fmt::Debug for FlowLogDestination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &self.kind {
            Destination::Logs { .. } => "FlowLogDestination(cloud-watch-logs)",
            Destination::Arn { destination_type, .. } => destination_type,
        })
    }
}

impl FlowLogDestination {
    /// A log group and a role, both new ones.
    pub fn to_cloud_watch_logs() -> Self {
        Self { kind: Destination::Logs { log_group: None, role: None } }
    }

    /// A log group that exists, and a role that may write to it; without one a new role.
    pub fn to_log_group(log_group: &(impl ILogGroup + Clone + 'static), role: Option<Rc<dyn IRole>>) -> Self {
        Self { kind: Destination::Logs { log_group: Some(Rc::new(log_group.clone())), role } }
    }

    /// A bucket, or a folder of it, by the ARN; its policy must let `delivery.logs.amazonaws.com` write.
    pub fn to_s3_arn(arn: impl Into<Value<String>>) -> Self {
        Self { kind: Destination::Arn { destination_type: "s3", arn: arn.into() } }
    }

    /// A stream of Data Firehose, by its ARN.
    pub fn to_kinesis_data_firehose_destination(delivery_stream_arn: impl Into<Value<String>>) -> Self {
        Self { kind: Destination::Arn { destination_type: "kinesis-data-firehose", arn: delivery_stream_arn.into() } }
    }
}

/// A flow log's options.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct FlowLogOptions {
    destination: Option<FlowLogDestination>,
    traffic_type: Option<FlowLogTrafficType>,
    log_format: Vec<String>,
    max_aggregation_interval: Option<FlowLogMaxAggregationInterval>,
    flow_log_name: Option<String>,
}

impl FlowLogOptions {
    /// All traffic to a new log group.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where records go. Default: to a new log group.
    pub fn destination(mut self, value: FlowLogDestination) -> Self {
        self.destination = Some(value);
        self
    }

    /// Which traffic is recorded. Default: all.
    pub fn traffic_type(mut self, value: FlowLogTrafficType) -> Self {
        self.traffic_type = Some(value);
        self
    }

    /// The fields of a record, such as `srcaddr`. Default: those of version 2.
    ///
    /// Source: <https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html>.
    pub fn log_format<S: AsRef<str>>(mut self, fields: impl IntoIterator<Item = S>) -> Self {
        self.log_format = fields.into_iter().map(|field| format!("${{{}}}", field.as_ref())).collect();
        self
    }

    /// How long records of one flow are put together. Default: that of EC2, ten minutes.
    pub fn max_aggregation_interval(mut self, value: FlowLogMaxAggregationInterval) -> Self {
        self.max_aggregation_interval = Some(value);
        self
    }

    /// The name, which is a tag. Default: the path of the construct.
    pub fn flow_log_name(mut self, value: impl Into<String>) -> Self {
        self.flow_log_name = Some(value.into());
        self
    }
}

/// A flow log.
#[derive(Clone, Debug)]
pub struct FlowLog {
    construct: Construct,
    resource: CfnFlowLog,
    log_group: Option<Rc<dyn ILogGroup>>,
}

impl IConstruct for FlowLog {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl FlowLog {
    /// A flow log. One of a transit gateway takes neither a kind of traffic nor ten minutes: that is the error
    /// `ec2::flow-log`.
    #[track_caller]
    pub fn new(
        scope: &impl IConstruct,
        id: impl Into<String>,
        resource_type: FlowLogResourceType,
        options: FlowLogOptions,
    ) -> Self {
        let construct = Construct::of_type(scope, &id.into(), "aws-cdk-ec2.FlowLog");
        let destination = options.destination.clone().unwrap_or_else(FlowLogDestination::to_cloud_watch_logs);
        let (log_group, role) = match &destination.kind {
            Destination::Logs { log_group, role } => {
                let (log_group, role) = logs(&construct, log_group.clone(), role.clone());
                (Some(log_group), Some(role))
            }
            Destination::Arn { .. } => (None, None),
        };
        let name = options.flow_log_name.clone().filter(|name| !name.is_empty());
        Tags::of(&construct).add("Name", name.unwrap_or_else(|| construct.node().path()));
        check(&construct, &resource_type, &options);
        let mut resource = CfnFlowLog::builder(&construct, "FlowLog")
            .resource_id(&resource_type.resource_id)
            .resource_type(resource_type.resource_type);
        resource = match &destination.kind {
            Destination::Logs { .. } => resource.log_destination_type("cloud-watch-logs"),
            Destination::Arn { destination_type, arn } => {
                resource.log_destination_type(*destination_type).log_destination(arn)
            }
        };
        if let Some(log_group) = &log_group {
            resource = resource.log_group_name(log_group.log_group_name());
        }
        if let Some(role) = role {
            resource = resource.deliver_logs_permission_arn(role.role_arn());
        }
        if !resource_type.is_transit_gateway() {
            resource = resource.traffic_type(options.traffic_type.unwrap_or(FlowLogTrafficType::All).as_str());
        }
        if !options.log_format.is_empty() {
            resource = resource.log_format(options.log_format.join(" "));
        }
        if let Some(interval) = options.max_aggregation_interval {
            let seconds = if interval == FlowLogMaxAggregationInterval::OneMinute { 60 } else { 600 };
            resource = resource.max_aggregation_interval(seconds);
        }
        let resource = resource.build();
        construct.node().set_default_child(&resource);
        Self { construct, resource, log_group }
    }

    /// The id of the flow log.
    pub fn flow_log_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    /// The log group that gets the records, if one does.
    pub fn log_group(&self) -> Option<&Rc<dyn ILogGroup>> {
        self.log_group.as_ref()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnFlowLog {
        &self.resource
    }
}

/// The log group and the role that may write to it, new ones where there are none.
#[track_caller]
fn logs(
    construct: &Construct,
    log_group: Option<Rc<dyn ILogGroup>>,
    role: Option<Rc<dyn IRole>>,
) -> (Rc<dyn ILogGroup>, Rc<dyn IRole>) {
    let role = match role {
        Some(role) => role,
        None => Rc::new(
            Role::builder(construct, "IAMRole", ServicePrincipal::new("vpc-flow-logs.amazonaws.com"))
                .role_name(PhysicalName::GENERATE_IF_NEEDED)
                .build(),
        ),
    };
    let log_group = match log_group {
        Some(log_group) => log_group,
        None => Rc::new(LogGroup::new(construct, "LogGroup")),
    };
    let statement = PolicyStatement::new()
        .actions(["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"])
        .resources([log_group.log_group_arn()]);
    role.add_to_principal_policy(statement);
    (log_group, role)
}

/// The rules are EC2's: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html>.
#[track_caller]
fn check(construct: &Construct, resource_type: &FlowLogResourceType, options: &FlowLogOptions) {
    if !resource_type.is_transit_gateway() {
        return;
    }
    if options.traffic_type.is_some() {
        let message = "flow logs of transit gateways record all traffic";
        let diagnostic = Diagnostic::error("ec2::flow-log", message);
        construct.node().report(diagnostic.help("leave `traffic_type` out"));
    }
    if options.max_aggregation_interval == Some(FlowLogMaxAggregationInterval::TenMinutes) {
        let message = "flow logs of transit gateways put records of one minute together";
        let diagnostic = Diagnostic::error("ec2::flow-log", message);
        construct.node().report(diagnostic.help("leave `max_aggregation_interval` out, or make it one minute"));
    }
}
