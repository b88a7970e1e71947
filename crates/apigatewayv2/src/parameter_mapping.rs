//! Parameter mapping: how a request is changed on its way to the backend.
//!
//! ```
//! use aws_cdk_apigatewayv2::{MappingValue, ParameterMapping};
//!
//! let mapping = ParameterMapping::new()
//!     .append_header("x-book", MappingValue::request_path_param("id"))
//!     .overwrite_header("x-caller", MappingValue::context_variable("identity.sourceIp"))
//!     .remove_header("cookie")
//!     .append_query_string("backend", MappingValue::stage_variable("backend"))
//!     .overwrite_query_string("page", MappingValue::request_query_string("p"))
//!     .remove_query_string("debug")
//!     .overwrite_path(MappingValue::request_path());
//!
//! // The parameters of an AWS service have names of their own.
//! let message = ParameterMapping::new()
//!     .custom("QueueUrl", "https://sqs.eu-west-1.amazonaws.com/111111111111/orders")
//!     .custom("MessageBody", MappingValue::request_body("message").value())
//!     .custom("MessageGroupId", MappingValue::request_header("x-group").value());
//! ```

use aws_cdk_core::{Map, Value, cfn_format};

/// Where a mapped parameter takes its value from.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html>.
#[derive(Clone, Debug)]
pub struct MappingValue {
    value: Value<String>,
}

impl MappingValue {
    /// The empty value, which removing takes.
    pub fn none() -> Self {
        Self::custom("")
    }

    /// A header of the request: `$request.header.name`.
    pub fn request_header(name: impl Into<Value<String>>) -> Self {
        Self::custom(cfn_format!("$request.header.{}", name.into()))
    }

    /// A query string parameter of the request: `$request.querystring.name`.
    pub fn request_query_string(name: impl Into<Value<String>>) -> Self {
        Self::custom(cfn_format!("$request.querystring.{}", name.into()))
    }

    /// A field of the request's body: `$request.body.name`.
    pub fn request_body(name: impl Into<Value<String>>) -> Self {
        Self::custom(cfn_format!("$request.body.{}", name.into()))
    }

    /// The path of the request: `$request.path`.
    pub fn request_path() -> Self {
        Self::custom("$request.path")
    }

    /// A path parameter of the route: `$request.path.name`.
    pub fn request_path_param(name: impl Into<Value<String>>) -> Self {
        Self::custom(cfn_format!("$request.path.{}", name.into()))
    }

    /// A context variable: `$context.name`.
    pub fn context_variable(name: impl Into<Value<String>>) -> Self {
        Self::custom(cfn_format!("$context.{}", name.into()))
    }

    /// A stage variable: `$stageVariables.name`.
    pub fn stage_variable(name: impl Into<Value<String>>) -> Self {
        Self::custom(cfn_format!("$stageVariables.{}", name.into()))
    }

    /// Any other value, such as static text or several variables in `${…}`.
    pub fn custom(value: impl Into<Value<String>>) -> Self {
        Self { value: value.into() }
    }

    /// The value as the template has it.
    pub fn value(&self) -> &Value<String> {
        &self.value
    }
}

/// The changes that are made to a request, in the order in which they are given here.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct ParameterMapping {
    mappings: Map<String>,
}

impl ParameterMapping {
    /// No changes.
    pub fn new() -> Self {
        Self::default()
    }

    fn map(mut self, key: String, value: MappingValue) -> Self {
        self.mappings = self.mappings.entry(key, value.value);
        self
    }

    /// Adds a value to a header.
    pub fn append_header(self, name: impl AsRef<str>, value: MappingValue) -> Self {
        self.map(format!("append:header.{}", name.as_ref()), value)
    }

    /// Replaces a header.
    pub fn overwrite_header(self, name: impl AsRef<str>, value: MappingValue) -> Self {
        self.map(format!("overwrite:header.{}", name.as_ref()), value)
    }

    /// Removes a header.
    pub fn remove_header(self, name: impl AsRef<str>) -> Self {
        self.map(format!("remove:header.{}", name.as_ref()), MappingValue::none())
    }

    /// Adds a value to a query string parameter.
    pub fn append_query_string(self, name: impl AsRef<str>, value: MappingValue) -> Self {
        self.map(format!("append:querystring.{}", name.as_ref()), value)
    }

    /// Replaces a query string parameter.
    pub fn overwrite_query_string(self, name: impl AsRef<str>, value: MappingValue) -> Self {
        self.map(format!("overwrite:querystring.{}", name.as_ref()), value)
    }

    /// Removes a query string parameter.
    pub fn remove_query_string(self, name: impl AsRef<str>) -> Self {
        self.map(format!("remove:querystring.{}", name.as_ref()), MappingValue::none())
    }

    /// Replaces the path.
    pub fn overwrite_path(self, value: MappingValue) -> Self {
        self.map("overwrite:path".to_owned(), value)
    }

    /// Any other change, by its key as API Gateway names it.
    pub fn custom(self, key: impl AsRef<str>, value: impl Into<Value<String>>) -> Self {
        self.map(key.as_ref().to_owned(), MappingValue::custom(value))
    }

    /// The changes as the template has them.
    pub fn mappings(&self) -> Map<String> {
        self.mappings.clone()
    }
}

impl<K: AsRef<str>> FromIterator<(K, MappingValue)> for ParameterMapping {
    fn from_iter<I: IntoIterator<Item = (K, MappingValue)>>(entries: I) -> Self {
        entries.into_iter().fold(Self::new(), |mapping, (key, value)| mapping.map(key.as_ref().to_owned(), value))
    }
}

impl<K: AsRef<str>, const N: usize> From<[(K, MappingValue); N]> for ParameterMapping {
    fn from(entries: [(K, MappingValue); N]) -> Self {
        entries.into_iter().collect()
    }
}
