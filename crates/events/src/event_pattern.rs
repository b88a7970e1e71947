//! Which events are meant.

use aws_cdk_core::{Json, Object, Value};

/// Which events are meant: those that have one of the values in each field that is given.
///
/// Source: <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html>.
///
/// ```
/// use aws_cdk_core::cfn_json;
/// use aws_cdk_events::EventPattern;
///
/// let large_orders = EventPattern::new()
///     .source(["shop"])
///     .detail_type(["Order"])
///     .detail(cfn_json!({ "total": [{ "numeric": [">", 100] }] }));
/// ```
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct EventPattern {
    fields: Object,
}

impl EventPattern {
    /// All events.
    pub fn new() -> Self {
        Self::default()
    }

    fn field(mut self, name: &str, values: impl Into<Value<Json>>) -> Self {
        self.fields.insert(name, values);
        self
    }

    /// The accounts that events come from. Default: any.
    pub fn account(self, values: impl Into<Value<Json>>) -> Self {
        self.field("account", values)
    }

    /// What events say, an object as that of events, with lists of values. Default: anything.
    pub fn detail(self, value: impl Into<Value<Json>>) -> Self {
        self.field("detail", value)
    }

    /// What kinds of events. Default: any.
    pub fn detail_type(self, values: impl Into<Value<Json>>) -> Self {
        self.field("detail-type", values)
    }

    /// The ids of events. Default: any.
    pub fn id(self, values: impl Into<Value<Json>>) -> Self {
        self.field("id", values)
    }

    /// The regions that events come from. Default: any.
    pub fn region(self, values: impl Into<Value<Json>>) -> Self {
        self.field("region", values)
    }

    /// The ARNs of the resources that events are about. Default: any.
    pub fn resources(self, values: impl Into<Value<Json>>) -> Self {
        self.field("resources", values)
    }

    /// The services or applications that events come from. Default: any.
    pub fn source(self, values: impl Into<Value<Json>>) -> Self {
        self.field("source", values)
    }

    /// The times of events. Default: any.
    pub fn time(self, values: impl Into<Value<Json>>) -> Self {
        self.field("time", values)
    }

    /// The versions of events. Default: any.
    pub fn version(self, values: impl Into<Value<Json>>) -> Self {
        self.field("version", values)
    }

    /// The pattern as the template has it; nothing if it is that of all events.
    pub(crate) fn render(self) -> Option<Json> {
        (!self.fields.is_empty()).then_some(Json::Object(self.fields))
    }
}
