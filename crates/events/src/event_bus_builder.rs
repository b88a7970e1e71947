//! Building event buses.

use std::rc::Rc;

use aws_cdk_cfn_events::CfnEventBus;
use aws_cdk_cfn_events::cfn_event_bus::{DeadLetterConfigProperty, LogConfigProperty};
use aws_cdk_core::{
    ArnComponents, Construct, Diagnostic, IConstruct, Lazy, Names, Node, ResourceName, Stack, Value, cfn_json,
};
use aws_cdk_iam::{PolicyStatement, ServicePrincipal};
use aws_cdk_interfaces::kms::IKey;
use aws_cdk_sqs::IQueue;

use crate::event_bus::EventBus;

/// Whether log records have the details of events.
///
/// Source: <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IncludeDetail {
    /// `FULL`: all of the event, and the request to its target.
    Full,
    /// `NONE`.
    None,
}

impl IncludeDetail {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            IncludeDetail::Full => "FULL",
            IncludeDetail::None => "NONE",
        }
    }
}

/// What is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Level {
    /// `INFO`: errors, and the major steps.
    Info,
    /// `ERROR`: errors.
    Error,
    /// `TRACE`: all steps.
    Trace,
    /// `OFF`: nothing.
    Off,
}

impl Level {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Info => "INFO",
            Level::Error => "ERROR",
            Level::Trace => "TRACE",
            Level::Off => "OFF",
        }
    }
}

/// What an event bus logs.
#[must_use]
#[derive(Clone, Copy, Debug, Default)]
pub struct LogConfig {
    include_detail: Option<IncludeDetail>,
    level: Option<Level>,
}

impl LogConfig {
    /// What EventBridge logs by itself.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether records have the details of events. Default: that of EventBridge, no.
    pub fn include_detail(mut self, value: IncludeDetail) -> Self {
        self.include_detail = Some(value);
        self
    }

    /// What is logged. Default: that of EventBridge, [`Level::Off`].
    pub fn level(mut self, value: Level) -> Self {
        self.level = Some(value);
        self
    }

    fn property(self) -> LogConfigProperty {
        let mut property = LogConfigProperty::new();
        if let Some(detail) = self.include_detail {
            property = property.include_detail(detail.as_str());
        }
        if let Some(level) = self.level {
            property = property.level(level.as_str());
        }
        property
    }
}

/// Builds an [`EventBus`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct EventBusBuilder {
    scope: Node,
    id: String,
    event_bus_name: Option<Value<String>>,
    event_source_name: Option<Value<String>>,
    dead_letter_queue: Option<Rc<dyn IQueue>>,
    description: Option<Value<String>>,
    kms_key: Option<Rc<dyn IKey>>,
    log_config: Option<LogConfig>,
}

impl EventBusBuilder {
    pub(crate) fn new(scope: &Node, id: String) -> Self {
        Self {
            scope: scope.clone(),
            id,
            event_bus_name: None,
            event_source_name: None,
            dead_letter_queue: None,
            description: None,
            kms_key: None,
            log_config: None,
        }
    }

    /// The name: 1 to 256 letters, digits, `.`, `-` and `_`, and not `default`. Not together with an event source. Default:
    /// made of the path.
    pub fn event_bus_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.event_bus_name = Some(value.into());
        self
    }

    /// The partner's event source that events come from, which is also the name of the event bus:
    /// `aws.partner/name/…`. Default: none.
    pub fn event_source_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.event_source_name = Some(value.into());
        self
    }

    /// Where events go that cannot be delivered. Default: nowhere.
    pub fn dead_letter_queue(mut self, queue: &(impl IQueue + Clone + 'static)) -> Self {
        self.dead_letter_queue = Some(Rc::new(queue.clone()));
        self
    }

    /// The description, up to 512 characters. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// The key that encrypts events. EventBridge gets the right to use it. Default: one of AWS.
    pub fn kms_key(mut self, key: &(impl IKey + Clone + 'static)) -> Self {
        self.kms_key = Some(Rc::new(key.clone()));
        self
    }

    /// What is logged. Default: nothing.
    pub fn log_config(mut self, value: LogConfig) -> Self {
        self.log_config = Some(value);
        self
    }

    /// Adds the event bus. Errors: `events::event-bus-name`, `events::event-source-name`, `events::description`, and those
    /// of ids.
    #[track_caller]
    pub fn build(self) -> EventBus {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-events.EventBus");
        self.check(construct.node());
        let given = self.event_bus_name.clone().or_else(|| self.event_source_name.clone());
        let node = construct.node().clone();
        let name: Value<String> = given.unwrap_or_else(|| Lazy::string(move || Names::unique_id(&node)).into());
        let mut resource = CfnEventBus::builder(&construct, "Resource").name(&name);
        if let Some(source) = &self.event_source_name {
            resource = resource.event_source_name(source);
        }
        if let Some(queue) = &self.dead_letter_queue {
            resource = resource.dead_letter_config(DeadLetterConfigProperty::new().arn(queue.queue_arn()));
        }
        if let Some(description) = self.description {
            resource = resource.description(description);
        }
        if let Some(key) = &self.kms_key {
            resource = resource.kms_key_identifier(key.key_arn());
        }
        if let Some(config) = self.log_config {
            resource = resource.log_config(config.property());
        }
        let resource = resource.build();
        if let Some(key) = &self.kms_key {
            grant_key(&**key, &Stack::of(&construct), &name);
        }
        let resource_name = ResourceName::new(&construct, Some(name.into()));
        EventBus { construct, resource, name: resource_name, event_source_name: self.event_source_name }
    }

    /// The rules are EventBridge's:
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html>.
    #[track_caller]
    fn check(&self, node: &Node) {
        let literal =
            |value: &Option<Value<String>>| value.as_ref().and_then(|value| value.as_literal().map(str::to_owned));
        if self.event_bus_name.is_some() && self.event_source_name.is_some() {
            node.report(
                Diagnostic::error("events::event-bus-name", "an event bus has either a name or an event source")
                    .help("leave `event_bus_name` out: the event source is the name"),
            );
        }
        if let Some(name) = literal(&self.event_bus_name).filter(|name| name == "default" || !is_name(name, "")) {
            node.report(
                Diagnostic::error("events::event-bus-name", format!("`{name}` is not a name for an event bus"))
                    .help("use 1 to 256 letters, digits, `.`, `-` and `_`, and not `default`"),
            );
        }
        let is_source = |name: &str| {
            let mut parts = name.strip_prefix("aws.partner/").unwrap_or_default().split('/');
            is_name(name, "/") && parts.clone().count() >= 2 && parts.all(|part| !part.is_empty())
        };
        let source = literal(&self.event_source_name).filter(|_| self.event_bus_name.is_none());
        if let Some(source) = source.filter(|source| !is_source(source)) {
            node.report(
                Diagnostic::error("events::event-source-name", format!("`{source}` is not a partner's event source"))
                    .help("give its name, such as `aws.partner/example.com/books/42`"),
            );
        }
        let length = literal(&self.description).map(|text| text.encode_utf16().count());
        if let Some(length) = length.filter(|length| *length > 512) {
            node.report(
                Diagnostic::error("events::description", format!("the description has {length} characters"))
                    .help("use up to 512 characters"),
            );
        }
    }
}

fn is_name(name: &str, more: &str) -> bool {
    let allowed =
        |character: char| character.is_ascii_alphanumeric() || "._-".contains(character) || more.contains(character);
    (1..=256).contains(&name.len()) && name.chars().all(allowed)
}

/// Lets EventBridge use a key for the events of an event bus:
/// <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html>.
#[track_caller]
fn grant_key(key: &dyn IKey, stack: &Stack, name: &Value<String>) {
    let arn = || stack.format_arn(ArnComponents::new("events", "event-bus").resource_name(name));
    let keys = cfn_json!({
        "aws:SourceAccount": stack.account(),
        "aws:SourceArn": arn(),
        "kms:EncryptionContext:aws:events:event-bus:arn": arn(),
    });
    let statement = PolicyStatement::new()
        .actions(["kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"])
        .resources(["*"])
        .principal(&ServicePrincipal::new("events.amazonaws.com"))
        .condition("StringEquals", keys);
    key.add_to_resource_policy(statement);
}
