//! Conditions of rules: which requests a rule is for.

use aws_cdk_core::{Json, Value};

use crate::shared::attributes::{json, object, text};

/// Which requests a rule is for.
///
/// Source: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html>.
#[derive(Clone, Debug)]
pub struct ListenerCondition {
    condition: Json,
    pub(crate) too_many: bool,
}

impl ListenerCondition {
    fn new(field: &str, config: &str, values: Json) -> Self {
        Self { condition: object([("Field", text(field)), (config, Some(values))]), too_many: false }
    }

    fn of_values(field: &str, config: &str, values: Value<Vec<String>>) -> Self {
        Self::new(field, config, object([("Values", Some(values.into_json()))]))
    }

    /// Those to one of some hosts; `*` and `?` stand for any characters and for one.
    pub fn host_headers(values: impl Into<Value<Vec<String>>>) -> Self {
        Self::of_values("host-header", "HostHeaderConfig", values.into())
    }

    /// Those with a header of one of some values.
    pub fn http_header(name: impl Into<Value<String>>, values: impl Into<Value<Vec<String>>>) -> Self {
        let config =
            object([("HttpHeaderName", Some(name.into().into_json())), ("Values", Some(values.into().into_json()))]);
        Self::new("http-header", "HttpHeaderConfig", config)
    }

    /// Those by one of some methods.
    pub fn http_request_methods(values: impl Into<Value<Vec<String>>>) -> Self {
        Self::of_values("http-request-method", "HttpRequestMethodConfig", values.into())
    }

    /// Those to one of up to five paths; `*` and `?` stand for any characters and for one. More are the error
    /// `elasticloadbalancingv2::condition-values`, when the condition is used.
    pub fn path_patterns(values: impl Into<Value<Vec<String>>>) -> Self {
        let values = values.into();
        let too_many = values.as_elements().is_some_and(|values| values.len() > 5);
        Self { too_many, ..Self::of_values("path-pattern", "PathPatternConfig", values) }
    }

    /// Those with one of some parameters.
    pub fn query_strings(values: impl IntoIterator<Item = QueryStringCondition>) -> Self {
        let values =
            values.into_iter().map(|it| object([("Key", json(&it.key)), ("Value", Some(it.value.into_json()))]));
        let values = Json::List(values.collect());
        Self::new("query-string", "QueryStringConfig", object([("Values", Some(values))]))
    }

    /// Those from one of some ranges of addresses.
    pub fn source_ips(values: impl Into<Value<Vec<String>>>) -> Self {
        Self::of_values("source-ip", "SourceIpConfig", values.into())
    }

    /// The condition as the template has it.
    pub fn render_raw_condition(&self) -> Json {
        self.condition.clone()
    }
}

/// A parameter in the query of a request.
#[derive(Clone, Debug)]
pub struct QueryStringCondition {
    key: Option<Value<String>>,
    value: Value<String>,
}

impl QueryStringCondition {
    /// A value, of any parameter.
    pub fn new(value: impl Into<Value<String>>) -> Self {
        Self { key: None, value: value.into() }
    }

    /// The name of the parameter. Default: any.
    #[must_use]
    pub fn key(mut self, value: impl Into<Value<String>>) -> Self {
        self.key = Some(value.into());
        self
    }
}
