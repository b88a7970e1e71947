//! Event buses.

use aws_cdk_cfn_events::CfnEventBus;
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{
    ArnComponents, Construct, DependencyGroup, Diagnostic, FeatureFlags, IConstruct, Node, ResourceName, Value,
    cfn_format,
};
use aws_cdk_iam::{AddToResourcePolicyResult, Grant, GrantOptions, IGrantable, IResourceWithPolicy, PolicyStatement};
use aws_cdk_interfaces::events::IEventBus;

use crate::archive::{Archive, ArchiveBuilder};
use crate::event_bus_builder::EventBusBuilder;
use crate::event_bus_policy::EventBusPolicy;
use crate::event_pattern::EventPattern;

/// An event bus.
///
/// Source: <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html>.
#[derive(Clone, Debug)]
pub struct EventBus {
    pub(crate) construct: Construct,
    pub(crate) resource: CfnEventBus,
    pub(crate) name: ResourceName,
    pub(crate) event_source_name: Option<Value<String>>,
}

impl IConstruct for EventBus {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for EventBus {
    /// Each statement is a resource, whose id is made of that of the statement. A statement without an id is the error
    /// `events::statement-without-sid`.
    #[track_caller]
    fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult {
        let Some(sid) = statement.statement_id().cloned() else {
            self.node().report(
                Diagnostic::error("events::statement-without-sid", "a statement for an event bus has no id")
                    .help("give it one with `sid`"),
            );
            return AddToResourcePolicyResult::not_added();
        };
        let id = match sid.as_literal() {
            Some(sid) => format!("cdk-{sid}").chars().take(64).collect::<String>().into(),
            None => cfn_format!("cdk-{}", sid),
        };
        let policy = EventBusPolicy::new(self, self, statement.sid(&id), id);
        AddToResourcePolicyResult::added(DependencyGroup::of(&policy))
    }
}

impl IEventBus for EventBus {
    fn event_bus_name(&self) -> Value<String> {
        self.name.name_attribute(self.resource.ref_())
    }

    fn event_bus_arn(&self) -> Value<String> {
        self.name.arn_attribute(self.resource.attr_arn(), |name| {
            ArnComponents::new("events", "event-bus").resource_name(name)
        })
    }

    fn event_bus_policy(&self) -> Value<String> {
        self.resource.get_att("Policy").into()
    }

    fn event_source_name(&self) -> Option<Value<String>> {
        self.event_source_name.clone()
    }

    #[track_caller]
    fn grant_put_events_to(&self, grantee: &dyn IGrantable, sid: Option<&str>) -> Grant {
        grant_put_events(self, self, grantee, sid)
    }
}

impl EventBus {
    /// An event bus with the defaults.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts an event bus with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> EventBusBuilder {
        EventBusBuilder::new(scope.node(), id.into())
    }

    /// Grants the right to send events to any event bus.
    #[track_caller]
    pub fn grant_all_put_events(grantee: &dyn IGrantable) -> Grant {
        Grant::add_to_principal(GrantOptions::new(grantee).actions(["events:PutEvents"]).resource_arns(["*"]))
    }

    /// Starts an archive of the event bus, under it.
    pub fn archive(&self, id: impl Into<String>, event_pattern: EventPattern) -> ArchiveBuilder {
        let description = cfn_format!("Event Archive for {} Event Bus", self.event_bus_name());
        Archive::builder(self, id, self, event_pattern).description(description)
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnEventBus {
        &self.resource
    }
}

/// Grants to the principal, else in the policy of the event bus; that needs the id of the statement.
#[track_caller]
pub(crate) fn grant_put_events(
    event_bus: &dyn IEventBus,
    resource: &dyn IResourceWithPolicy,
    grantee: &dyn IGrantable,
    sid: Option<&str>,
) -> Grant {
    let options =
        || GrantOptions::new(grantee).actions(["events:PutEvents"]).resource_arns([event_bus.event_bus_arn()]);
    let grant = Grant::add_to_principal(options());
    if grant.success() {
        return grant;
    }
    let node = event_bus.node();
    if !FeatureFlags::of(node).is_enabled(flags::EVENT_BUS_POLICY_SID_REQUIRED) {
        node.report(
            Diagnostic::warning(
                "events::grant-to-service",
                "a principal without policies gets no right to send events",
            )
            .help("unset the feature flag `@aws-cdk/aws-events:requireEventBusPolicySid`, and give a `sid`"),
        );
        return Grant::drop(grantee, "put events");
    }
    let mut statement = PolicyStatement::new()
        .actions(["events:PutEvents"])
        .resources([event_bus.event_bus_arn()])
        .principal(&grantee.grant_principal());
    if let Some(sid) = sid {
        statement = statement.sid(sid);
    }
    Grant::add_statement_to_resource_policy(options(), resource, statement)
}
