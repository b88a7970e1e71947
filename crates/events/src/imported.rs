//! Event buses that exist.

use aws_cdk_core::{Arn, ArnComponents, ArnFormat, Construct, Diagnostic, IConstruct, Node, Stack, Value};
use aws_cdk_iam::{AddToResourcePolicyResult, Grant, IGrantable, IResourceWithPolicy, PolicyStatement};
use aws_cdk_interfaces::events::IEventBus;

use crate::archive::{Archive, ArchiveBuilder};
use crate::event_bus::{EventBus, grant_put_events};
use crate::event_pattern::EventPattern;

/// What is known of an event bus that exists.
#[must_use]
#[derive(Clone, Debug)]
pub struct EventBusAttributes {
    event_bus_name: Value<String>,
    event_bus_arn: Value<String>,
    event_bus_policy: Value<String>,
    event_source_name: Option<Value<String>>,
}

impl EventBusAttributes {
    /// The name, the ARN, and the policy as JSON text.
    pub fn new(
        event_bus_name: impl Into<Value<String>>,
        event_bus_arn: impl Into<Value<String>>,
        event_bus_policy: impl Into<Value<String>>,
    ) -> Self {
        Self {
            event_bus_name: event_bus_name.into(),
            event_bus_arn: event_bus_arn.into(),
            event_bus_policy: event_bus_policy.into(),
            event_source_name: None,
        }
    }

    /// The partner's event source. Default: none.
    pub fn event_source_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.event_source_name = Some(value.into());
        self
    }
}

/// An event bus that exists already. Its policy cannot be changed here.
#[derive(Clone, Debug)]
pub struct ImportedEventBus {
    construct: Construct,
    attributes: EventBusAttributes,
    account: Option<Value<String>>,
}

impl IConstruct for ImportedEventBus {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for ImportedEventBus {
    /// Has no effect but the warning `events::imported-policy`.
    #[track_caller]
    fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult {
        let statement = statement.to_statement_json().to_readable_text();
        self.node().report(
            Diagnostic::warning("events::imported-policy", "the policy of an imported event bus is not changed here")
                .help(format!("add this statement to it by hand: {statement}")),
        );
        AddToResourcePolicyResult::not_added()
    }

    fn resource_account(&self) -> Value<String> {
        self.account.clone().unwrap_or_else(|| Stack::of(self).account())
    }
}

impl IEventBus for ImportedEventBus {
    fn event_bus_name(&self) -> Value<String> {
        self.attributes.event_bus_name.clone()
    }

    fn event_bus_arn(&self) -> Value<String> {
        self.attributes.event_bus_arn.clone()
    }

    fn event_bus_policy(&self) -> Value<String> {
        self.attributes.event_bus_policy.clone()
    }

    fn event_source_name(&self) -> Option<Value<String>> {
        self.attributes.event_source_name.clone()
    }

    #[track_caller]
    fn grant_put_events_to(&self, grantee: &dyn IGrantable, sid: Option<&str>) -> Grant {
        grant_put_events(self, self, grantee, sid)
    }
}

impl ImportedEventBus {
    /// Starts an archive of the event bus, under it.
    pub fn archive(&self, id: impl Into<String>, event_pattern: EventPattern) -> ArchiveBuilder {
        let description = aws_cdk_core::cfn_format!("Event Archive for {} Event Bus", self.event_bus_name());
        Archive::builder(self, id, self, event_pattern).description(description)
    }
}

impl EventBus {
    /// An event bus that exists, by its ARN. Something else than an ARN is the error `events::invalid-arn`.
    #[track_caller]
    pub fn from_event_bus_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        event_bus_arn: impl Into<Value<String>>,
    ) -> ImportedEventBus {
        let arn = event_bus_arn.into();
        let parts = Arn::split(&arn, ArnFormat::SlashResourceName).ok();
        let name = parts.and_then(|parts| parts.resource_name).unwrap_or_else(|| "".into());
        Self::from_event_bus_attributes(scope, id, EventBusAttributes::new(name, arn, ""))
    }

    /// An event bus of the stack's account and region that exists, by its name; `default` is the one of each account.
    ///
    /// ```
    /// use aws_cdk_core::{App, Stack};
    /// use aws_cdk_events::EventBus;
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Stack");
    /// let bus = EventBus::from_event_bus_name(&stack, "Bus", "default");
    /// ```
    #[track_caller]
    pub fn from_event_bus_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        event_bus_name: impl Into<Value<String>>,
    ) -> ImportedEventBus {
        let name = event_bus_name.into();
        let arn = Stack::of(scope).format_arn(ArnComponents::new("events", "event-bus").resource_name(&name));
        Self::from_event_bus_attributes(scope, id, EventBusAttributes::new(name, arn, ""))
    }

    /// An event bus that exists, by all that is known of it. Something else than an ARN is the error `events::invalid-arn`.
    #[track_caller]
    pub fn from_event_bus_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: EventBusAttributes,
    ) -> ImportedEventBus {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-events.ImportedEventBus");
        let account = match Arn::split(&attributes.event_bus_arn, ArnFormat::SlashResourceName) {
            Ok(parts) => Some(parts.account),
            Err(error) => {
                construct.node().report(
                    Diagnostic::error("events::invalid-arn", error.to_string())
                        .help("give the ARN of an event bus: `arn:aws:events:eu-west-1:111111111111:event-bus/name`"),
                );
                None
            }
        };
        ImportedEventBus { construct, attributes, account }
    }
}
