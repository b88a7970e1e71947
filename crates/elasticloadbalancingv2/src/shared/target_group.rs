//! What target groups of both kinds share.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_elasticloadbalancingv2::CfnTargetGroup;
use aws_cdk_cfn_elasticloadbalancingv2::cfn_target_group::CfnTargetGroupBuilder;
use aws_cdk_core::{
    Arn, ArnFormat, Construct, DependencyGroup, Diagnostic, Duration, Fn, IConstruct, Json, Lazy, Value, cfn_format,
};
use aws_cdk_interfaces::ec2::IVpc;

use super::attributes::{Attributes, json, object};
use super::enums::{TargetGroupIpAddressType, TargetType};
use super::health_check::HealthCheck;
use super::targets::LoadBalancerTargetProps;

/// A target group, made here or imported.
pub trait ITargetGroup: IConstruct + fmt::Debug {
    /// The ARN of the target group.
    fn target_group_arn(&self) -> Value<String>;

    /// The name of the target group.
    fn target_group_name(&self) -> Value<String>;

    /// What must exist before the targets get requests.
    fn load_balancer_attached(&self) -> DependencyGroup;
}

/// How many healthy targets a group needs.
///
/// Source: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html>.
#[must_use]
#[derive(Clone, Copy, Debug, Default)]
pub struct TargetGroupHealth {
    dns_count: Option<u32>,
    dns_percentage: Option<u32>,
    routing_count: Option<u32>,
    routing_percentage: Option<u32>,
}

impl TargetGroupHealth {
    /// As Elastic Load Balancing has it by default: one healthy target.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many healthy targets a zone needs to stay in DNS; 0 for any number. Default: 1.
    pub fn dns_minimum_healthy_target_count(mut self, value: u32) -> Self {
        self.dns_count = Some(value);
        self
    }

    /// How many healthy targets a zone needs to stay in DNS, in percent; 0 for any number. Default: any number.
    pub fn dns_minimum_healthy_target_percentage(mut self, value: u32) -> Self {
        self.dns_percentage = Some(value);
        self
    }

    /// With how many healthy targets only these get requests, at least 1. Default: 1.
    pub fn routing_minimum_healthy_target_count(mut self, value: u32) -> Self {
        self.routing_count = Some(value);
        self
    }

    /// With how many healthy targets only these get requests, in percent; 0 for any number. Default: any number.
    pub fn routing_minimum_healthy_target_percentage(mut self, value: u32) -> Self {
        self.routing_percentage = Some(value);
        self
    }
}

/// The options of target groups of both kinds.
#[derive(Clone, Debug, Default)]
pub(crate) struct TargetGroupBaseOptions {
    pub(crate) target_group_name: Option<Value<String>>,
    pub(crate) vpc: Option<Rc<dyn IVpc>>,
    pub(crate) deregistration_delay: Option<Duration>,
    pub(crate) health_check: HealthCheck,
    pub(crate) target_type: Option<TargetType>,
    pub(crate) cross_zone_enabled: Option<bool>,
    pub(crate) ip_address_type: Option<TargetGroupIpAddressType>,
    pub(crate) target_group_health: TargetGroupHealth,
}

/// What differs between the kinds, as the template has it.
pub(crate) struct Traffic {
    pub(crate) protocol: Option<&'static str>,
    pub(crate) protocol_version: Option<&'static str>,
    pub(crate) port: Option<Value<i64>>,
}

/// A target group of either kind.
pub(crate) struct TargetGroupCore {
    pub(crate) construct: Construct,
    pub(crate) resource: CfnTargetGroup,
    pub(crate) attributes: Attributes,
    pub(crate) health_check: Rc<RefCell<HealthCheck>>,
    pub(crate) target_type: Rc<Cell<Option<TargetType>>>,
    targets: Rc<RefCell<Vec<Json>>>,
    pub(crate) attached: DependencyGroup,
    pub(crate) listeners: RefCell<Vec<Value<String>>>,
}

impl TargetGroupCore {
    #[track_caller]
    pub(crate) fn new(construct: Construct, options: TargetGroupBaseOptions, traffic: Traffic) -> Self {
        let attributes = Attributes::default();
        set_base_attributes(&construct, &attributes, &options);
        let health_check = Rc::new(RefCell::new(options.health_check));
        let target_type = Rc::new(Cell::new(options.target_type));
        let targets = Rc::new(RefCell::new(Vec::new()));
        let name = options.target_group_name.clone();
        let vpc_id = options.vpc.as_ref().map(|vpc| vpc.vpc_id());
        let mut resource = CfnTargetGroup::builder(&construct, "Resource")
            .target_group_attributes(attributes.property())
            .target_type(lazy(&target_type, |it| it.get().map(|kind| kind.as_str().into())))
            .targets(Lazy::list_omit_empty({
                let targets = targets.clone();
                move || Value::from_json(Json::List(targets.borrow().clone()))
            }))
            .vpc_id(lazy(&target_type, {
                let vpc_id = vpc_id.clone();
                move |it| vpc_id.clone().filter(|_| it.get() != Some(TargetType::Lambda))
            }));
        resource = check_properties(resource, &health_check);
        if let Some(name) = options.target_group_name {
            resource = resource.name(name);
        }
        if let Some(value) = options.ip_address_type {
            resource = resource.ip_address_type(value.as_str());
        }
        if let Some(protocol) = traffic.protocol {
            resource = resource.protocol(protocol);
        }
        if let Some(version) = traffic.protocol_version {
            resource = resource.protocol_version(version);
        }
        if let Some(port) = traffic.port {
            resource = resource.port(port);
        }
        let core = Self {
            resource: resource.build(),
            construct,
            attributes,
            health_check,
            target_type,
            targets,
            attached: DependencyGroup::new(),
            listeners: RefCell::default(),
        };
        core.add_validation(name, vpc_id.is_some());
        core
    }

    /// Adds a target. Errors: `elasticloadbalancingv2::target-type`.
    #[track_caller]
    pub(crate) fn add_target(&self, props: LoadBalancerTargetProps) {
        let known = self.target_type.get();
        let has_function = props.target_type == TargetType::Lambda && !self.targets.borrow().is_empty();
        let message = match known.filter(|known| *known != props.target_type) {
            Some(known) => {
                format!("a target of the type {:?} is added to one of the type {known:?}", props.target_type)
            }
            None if has_function => "a second Lambda function is added".to_owned(),
            None => {
                self.target_type.set(Some(props.target_type));
                self.targets.borrow_mut().extend(props.target_json);
                return;
            }
        };
        self.construct.node().report(
            Diagnostic::error("elasticloadbalancingv2::target-type", message)
                .help("make a target group for each type of targets, and for each function"),
        );
    }

    /// The load balancer's name in ARNs and metrics, from the first listener that uses the group.
    #[track_caller]
    pub(crate) fn first_load_balancer_full_name(&self) -> Value<String> {
        match self.listeners.borrow().first() {
            Some(listener_arn) => name_in_path(listener_arn),
            None => {
                self.construct.node().report(
                    Diagnostic::error("elasticloadbalancingv2::not-attached", "no listener uses the target group yet")
                        .help("ask for it after the group is given to a listener"),
                );
                "".into()
            }
        }
    }

    fn add_validation(&self, name: Option<Value<String>>, has_vpc: bool) {
        let (node, targets, target_type) =
            (self.construct.node().clone(), self.targets.clone(), self.target_type.clone());
        let location = node.location();
        self.construct.node().add_validation(move || {
            let mut found = Vec::new();
            if target_type.get().is_none() && targets.borrow().is_empty() {
                let message = "an empty target group does not say what its targets are";
                let warning = Diagnostic::warning("elasticloadbalancingv2::no-target-type", message);
                found.push(warning.help("set `target_type`").at(location));
            }
            if target_type.get() != Some(TargetType::Lambda) && !has_vpc {
                let problem = Diagnostic::error("elasticloadbalancingv2::no-vpc", "the target group has no VPC");
                found.push(problem.help("set `vpc`, unless the target is a Lambda function").at(location));
            }
            let literal = name.as_ref().and_then(|name| name.as_literal());
            found.extend(literal.and_then(|name| check_name(name, "target group")).map(|problem| problem.at(location)));
            found
        });
    }
}

/// A property made of state when templates are rendered.
fn lazy<S: 'static, T>(state: &Rc<S>, produce: impl std::ops::Fn(&S) -> Option<Value<T>> + 'static) -> Value<T> {
    let state = state.clone();
    Lazy::value(move |_| produce(&state))
}

fn check_properties(resource: CfnTargetGroupBuilder, check: &Rc<RefCell<HealthCheck>>) -> CfnTargetGroupBuilder {
    let seconds = |duration: Option<Duration>| duration.and_then(|it| it.to_seconds().ok()).map(Value::from);
    resource
        .health_check_enabled(lazy(check, |it| it.borrow().enabled.map(Value::from)))
        .health_check_interval_seconds(lazy(check, move |it| seconds(it.borrow().interval)))
        .health_check_path(lazy(check, |it| it.borrow().path.clone()))
        .health_check_port(lazy(check, |it| it.borrow().port.clone()))
        .health_check_protocol(lazy(check, |it| it.borrow().protocol.map(|protocol| protocol.as_str().into())))
        .health_check_timeout_seconds(lazy(check, move |it| seconds(it.borrow().timeout)))
        .healthy_threshold_count(lazy(check, |it| it.borrow().healthy_threshold_count.clone()))
        .unhealthy_threshold_count(lazy(check, |it| it.borrow().unhealthy_threshold_count.clone()))
        .matcher(lazy(check, |it| {
            let check = it.borrow();
            let (grpc, http) = (json(&check.healthy_grpc_codes), json(&check.healthy_http_codes));
            let is_given = grpc.is_some() || http.is_some();
            is_given.then(|| Value::from_json(object([("GrpcCode", grpc), ("HttpCode", http)])))
        }))
}

#[track_caller]
fn set_base_attributes(construct: &Construct, attributes: &Attributes, options: &TargetGroupBaseOptions) {
    if let Some(seconds) = whole_seconds(construct, options.deregistration_delay) {
        attributes.set("deregistration_delay.timeout_seconds", Some(seconds.to_string().into()));
    }
    if let Some(value) = options.cross_zone_enabled {
        attributes.set_flag("load_balancing.cross_zone.enabled", value);
    }
    let health = &options.target_group_health;
    let entries = [
        ("dns_failover.minimum_healthy_targets.count", health.dns_count, u32::MAX, true),
        ("dns_failover.minimum_healthy_targets.percentage", health.dns_percentage, 100, true),
        ("unhealthy_state_routing.minimum_healthy_targets.count", health.routing_count, u32::MAX, false),
        ("unhealthy_state_routing.minimum_healthy_targets.percentage", health.routing_percentage, 100, true),
    ];
    for (key, value, most, may_be_off) in entries {
        let Some(value) = value else { continue };
        if value > most || (value == 0 && !may_be_off) {
            let message = format!("{value} is not a number of healthy targets for `{key}`");
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::target-group-health", message);
            construct.node().report(diagnostic.help("use 1 or more, up to 100 percent"));
        }
        let text = if value == 0 { "off".to_owned() } else { value.to_string() };
        attributes.set(&format!("target_group_health.{key}"), Some(text.into()));
    }
}

/// Whole seconds. Errors: `elasticloadbalancingv2::duration`.
#[track_caller]
pub(crate) fn whole_seconds(construct: &Construct, duration: Option<Duration>) -> Option<u64> {
    match duration?.to_seconds() {
        Ok(seconds) => Some(seconds),
        Err(error) => {
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::duration", error.to_string());
            construct.node().report(diagnostic.help("use whole seconds"));
            None
        }
    }
}

/// The rule is that of Elastic Load Balancing:
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html>.
pub(crate) fn check_name(name: &str, what: &str) -> Option<Diagnostic> {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let fits = (1..=32).contains(&name.len()) && name.bytes().all(is_allowed) && name.trim_matches('-') == name;
    (!fits).then(|| {
        Diagnostic::error("elasticloadbalancingv2::name", format!("`{name}` is not a name for a {what}"))
            .help("use up to 32 letters, digits and hyphens, without a hyphen at either end")
    })
}

/// The second to fourth parts of an ARN between slashes, which name a load balancer.
pub(crate) fn name_in_path(arn: &Value<String>) -> Value<String> {
    let parts = Fn::split("/", arn);
    cfn_format!("{}/{}/{}", Fn::select(1, &parts), Fn::select(2, &parts), Fn::select(3, &parts))
}

/// The name of a target group in its ARN. What is not an ARN is the error `elasticloadbalancingv2::arn`.
#[track_caller]
pub(crate) fn name_in_arn(construct: &Construct, arn: &Value<String>) -> Value<String> {
    let name = match Arn::split(arn, ArnFormat::SlashResourceName) {
        Ok(parts) => parts.resource_name,
        Err(error) => {
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::arn", error.to_string());
            construct.node().report(diagnostic.help("give the ARN of a target group"));
            None
        }
    };
    let name = name.unwrap_or_else(|| "".into());
    let first = name.as_literal().and_then(|name| name.split('/').next()).map(Value::from);
    first.unwrap_or(name)
}

/// What is known of a target group that exists already.
#[must_use]
#[derive(Clone, Debug)]
pub struct TargetGroupAttributes {
    pub(crate) target_group_arn: Value<String>,
    pub(crate) load_balancer_arns: Option<Value<String>>,
}

impl TargetGroupAttributes {
    /// The ARN of the target group.
    pub fn new(target_group_arn: impl Into<Value<String>>) -> Self {
        Self { target_group_arn: target_group_arn.into(), load_balancer_arns: None }
    }

    /// The ARN of the load balancer, which metrics need. Default: unknown.
    pub fn load_balancer_arns(mut self, value: impl Into<Value<String>>) -> Self {
        self.load_balancer_arns = Some(value.into());
        self
    }
}
