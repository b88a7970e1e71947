//! What browsers may do with a bucket from other origins.

use aws_cdk_cfn_s3::cfn_bucket::CorsRuleProperty;
use aws_cdk_core::Value;

/// A method that browsers may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpMethods {
    /// `GET`.
    Get,
    /// `PUT`.
    Put,
    /// `HEAD`.
    Head,
    /// `POST`.
    Post,
    /// `DELETE`.
    Delete,
}

impl HttpMethods {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            HttpMethods::Get => "GET",
            HttpMethods::Put => "PUT",
            HttpMethods::Head => "HEAD",
            HttpMethods::Post => "POST",
            HttpMethods::Delete => "DELETE",
        }
    }
}

/// What browsers may do with a bucket from other origins.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_s3::{Bucket, CorsRule, HttpMethods};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let rule = CorsRule::new([HttpMethods::Get], ["https://books.example.com"]).max_age(3600);
/// Bucket::builder(&stack, "Covers").cors([rule]).build();
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct CorsRule {
    allowed_methods: Vec<HttpMethods>,
    allowed_origins: Value<Vec<String>>,
    allowed_headers: Option<Value<Vec<String>>>,
    exposed_headers: Option<Value<Vec<String>>>,
    id: Option<Value<String>>,
    max_age: Option<Value<i64>>,
}

impl CorsRule {
    /// These methods are allowed from these origins.
    pub fn new(
        allowed_methods: impl IntoIterator<Item = HttpMethods>,
        allowed_origins: impl Into<Value<Vec<String>>>,
    ) -> Self {
        Self {
            allowed_methods: allowed_methods.into_iter().collect(),
            allowed_origins: allowed_origins.into(),
            allowed_headers: None,
            exposed_headers: None,
            id: None,
            max_age: None,
        }
    }

    /// The headers that may be sent. Default: none.
    pub fn allowed_headers(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.allowed_headers = Some(value.into());
        self
    }

    /// The headers that scripts may read of a response. Default: none.
    pub fn exposed_headers(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.exposed_headers = Some(value.into());
        self
    }

    /// The name of the rule. Default: none.
    pub fn id(mut self, value: impl Into<Value<String>>) -> Self {
        self.id = Some(value.into());
        self
    }

    /// How long browsers may keep the answer, in seconds. Default: not at all.
    pub fn max_age(mut self, value: impl Into<Value<i64>>) -> Self {
        self.max_age = Some(value.into());
        self
    }

    pub(crate) fn property(&self) -> CorsRuleProperty {
        let methods: Vec<&str> = self.allowed_methods.iter().map(|method| method.as_str()).collect();
        let mut property = CorsRuleProperty::new().allowed_methods(methods).allowed_origins(&self.allowed_origins);
        if let Some(headers) = &self.allowed_headers {
            property = property.allowed_headers(headers);
        }
        if let Some(headers) = &self.exposed_headers {
            property = property.exposed_headers(headers);
        }
        if let Some(id) = &self.id {
            property = property.id(id);
        }
        if let Some(max_age) = &self.max_age {
            property = property.max_age(max_age);
        }
        property
    }
}
