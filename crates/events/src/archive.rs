//! Archives: events that are kept, so that they can be sent again.

use std::rc::Rc;

use aws_cdk_cfn_events::CfnArchive;
use aws_cdk_core::{Construct, Diagnostic, Duration, IConstruct, Node, PhysicalName, ResourceName, Value, cfn_json};
use aws_cdk_iam::{PolicyStatement, ServicePrincipal};
use aws_cdk_interfaces::events::IEventBus;
use aws_cdk_interfaces::kms::IKey;

use crate::event_pattern::EventPattern;

/// An archive of the events of an event bus.
///
/// Source: <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html>.
///
/// ```
/// use aws_cdk_core::{App, Duration, Stack};
/// use aws_cdk_events::{EventBus, EventPattern};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let bus = EventBus::new(&stack, "Bus");
/// let orders = EventPattern::new().source(["shop"]);
/// let archive = bus.archive("Orders", orders).retention(Duration::days(30)).build();
/// ```
#[derive(Clone, Debug)]
pub struct Archive {
    construct: Construct,
    resource: CfnArchive,
}

impl IConstruct for Archive {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl Archive {
    /// Starts an archive of those events of an event bus that match a pattern.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        source_event_bus: &dyn IEventBus,
        event_pattern: EventPattern,
    ) -> ArchiveBuilder {
        ArchiveBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            source_arn: source_event_bus.event_bus_arn(),
            event_pattern,
            archive_name: None,
            description: None,
            retention: None,
            kms_key: None,
        }
    }

    /// The name of the archive.
    pub fn archive_name(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    /// The ARN of the archive.
    pub fn archive_arn(&self) -> Value<String> {
        self.resource.attr_arn().into()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnArchive {
        &self.resource
    }
}

/// Builds an [`Archive`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ArchiveBuilder {
    scope: Node,
    id: String,
    source_arn: Value<String>,
    event_pattern: EventPattern,
    archive_name: Option<PhysicalName>,
    description: Option<Value<String>>,
    retention: Option<Duration>,
    kms_key: Option<Rc<dyn IKey>>,
}

impl ArchiveBuilder {
    /// The name. Default: one that CloudFormation makes.
    pub fn archive_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.archive_name = Some(value.into());
        self
    }

    /// The description. Default: none; one that names the event bus if it is made with `EventBus::archive`.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// How long events are kept; whole days. Default: for ever.
    pub fn retention(mut self, value: Duration) -> Self {
        self.retention = Some(value);
        self
    }

    /// The key that encrypts the events. EventBridge gets the right to use it. Default: one of AWS.
    pub fn kms_key(mut self, key: &(impl IKey + Clone + 'static)) -> Self {
        self.kms_key = Some(Rc::new(key.clone()));
        self
    }

    /// Adds the archive. Errors: `events::archive-retention`, and those of ids.
    #[track_caller]
    pub fn build(self) -> Archive {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-events.Archive");
        if let Some(key) = &self.kms_key {
            grant_key(&**key, &self.source_arn);
        }
        let days = match self.retention.map(Duration::to_days) {
            Some(Err(error)) => {
                construct.node().report(
                    Diagnostic::error("events::archive-retention", format!("the retention cannot be used: {error}"))
                        .help("use whole days"),
                );
                0
            }
            Some(Ok(days)) => days,
            None => 0,
        };
        let key_arn = self.kms_key.map_or_else(|| "".into(), |key| key.key_arn());
        let mut resource = CfnArchive::builder(&construct, "Archive")
            .source_arn(self.source_arn)
            .retention_days(days)
            .kms_key_identifier(key_arn);
        if let Some(description) = self.description {
            resource = resource.description(description);
        }
        if let Some(pattern) = self.event_pattern.render() {
            resource = resource.event_pattern(pattern);
        }
        if let Some(name) = ResourceName::new(&construct, self.archive_name).property() {
            resource = resource.archive_name(name);
        }
        let resource = resource.build();
        construct.node().set_default_child(&resource);
        Archive { construct, resource }
    }
}

/// Lets EventBridge use a key for the events of an event bus:
/// <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-archives.html>.
#[track_caller]
fn grant_key(key: &dyn IKey, source_arn: &Value<String>) {
    let statement = |sid: &str, actions: &[&str]| {
        PolicyStatement::new()
            .sid(sid)
            .actions(actions.iter().copied())
            .resources(["*"])
            .principal(&ServicePrincipal::new("events.amazonaws.com"))
    };
    let actions = ["kms:Decrypt", "kms:GenerateDataKey", "kms:ReEncrypt*"];
    let keys = cfn_json!({ "kms:EncryptionContext:aws:events:event-bus:arn": source_arn });
    key.add_to_resource_policy(
        statement("Allow EventBridge to use kms operations", &actions).condition("StringEquals", keys),
    );
    key.add_to_resource_policy(statement("Allow EventBridge to call kms:DescribeKey", &["kms:DescribeKey"]));
}
