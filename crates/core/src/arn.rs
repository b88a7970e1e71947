//! Amazon Resource Names.

use crate::format::concat;
use crate::stack::Stack;
use crate::value::Value;

/// How the resource part of an ARN is written.
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArnFormat {
    /// `arn:aws:service:region:account:resource`
    NoResourceName,
    /// `arn:aws:service:region:account:resource:resourceName`
    ColonResourceName,
    /// `arn:aws:service:region:account:resource/resourceName`
    SlashResourceName,
    /// `arn:aws:service:region:account:/resource/resourceName`
    SlashResourceSlashResourceName,
}

/// The parts of an ARN; partition, region and account are the stack's unless given.
///
/// ```
/// use aws_cdk_core::{App, ArnComponents, Environment, Stack};
///
/// let app = App::new();
/// let env = Environment::new().account("111111111111").region("eu-west-1");
/// let stack = Stack::builder(&app, "Stack").env(env).build();
/// let arn = stack.format_arn(ArnComponents::new("dynamodb", "table").resource_name("books"));
/// assert_eq!(arn.as_literal(), Some("arn:aws:dynamodb:eu-west-1:111111111111:table/books"));
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct ArnComponents {
    service: Value<String>,
    resource: Value<String>,
    partition: Option<Value<String>>,
    region: Option<Value<String>>,
    account: Option<Value<String>>,
    resource_name: Option<Value<String>>,
    arn_format: ArnFormat,
}

impl ArnComponents {
    /// An ARN of a service (`sqs`, `lambda`) and a resource or resource type (`function`).
    pub fn new(service: impl Into<Value<String>>, resource: impl Into<Value<String>>) -> Self {
        Self {
            service: service.into(),
            resource: resource.into(),
            partition: None,
            region: None,
            account: None,
            resource_name: None,
            arn_format: ArnFormat::SlashResourceName,
        }
    }

    /// The partition. Default: that of the stack.
    pub fn partition(mut self, value: impl Into<Value<String>>) -> Self {
        self.partition = Some(value.into());
        self
    }

    /// The region; empty for global services. Default: that of the stack.
    pub fn region(mut self, value: impl Into<Value<String>>) -> Self {
        self.region = Some(value.into());
        self
    }

    /// The account; empty for some services. Default: that of the stack.
    pub fn account(mut self, value: impl Into<Value<String>>) -> Self {
        self.account = Some(value.into());
        self
    }

    /// The name that follows the resource type. Default: none.
    pub fn resource_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.resource_name = Some(value.into());
        self
    }

    /// How the resource part is written. Default: [`ArnFormat::SlashResourceName`].
    pub fn arn_format(mut self, value: ArnFormat) -> Self {
        self.arn_format = value;
        self
    }
}

pub(crate) fn format(components: ArnComponents, stack: &Stack) -> Value<String> {
    let partition = components.partition.unwrap_or_else(|| stack.partition());
    let region = components.region.unwrap_or_else(|| stack.region());
    let account = components.account.unwrap_or_else(|| stack.account());
    let lead = if components.arn_format == ArnFormat::SlashResourceSlashResourceName { "/" } else { "" };
    let separator = if components.arn_format == ArnFormat::ColonResourceName { ":" } else { "/" };
    let mut parts: Vec<Value<String>> = vec![
        "arn:".into(),
        partition,
        ":".into(),
        components.service,
        ":".into(),
        region,
        ":".into(),
        account,
        ":".into(),
        lead.into(),
        components.resource,
    ];
    if let Some(name) = components.resource_name {
        parts.extend([separator.into(), name]);
    }
    concat(parts.into_iter().map(Value::into_json))
}
