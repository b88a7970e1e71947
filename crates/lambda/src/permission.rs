//! Permissions: who may invoke a function.

use aws_cdk_core::{Node, Value};
use aws_cdk_iam::IPrincipal;

/// A statement of a function's own policy: who may invoke it, and from where.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html>.
///
/// ```
/// use aws_cdk_iam::ServicePrincipal;
/// use aws_cdk_lambda::Permission;
///
/// let permission = Permission::new(&ServicePrincipal::new("events")).source_account("111111111111");
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct Permission {
    pub(crate) principal: Value<String>,
    pub(crate) action: Value<String>,
    pub(crate) scope: Option<Node>,
    pub(crate) source_account: Option<Value<String>>,
    pub(crate) source_arn: Option<Value<String>>,
    pub(crate) event_source_token: Option<Value<String>>,
}

impl Permission {
    /// Lets a principal invoke the function: an AWS service, or what an ARN names.
    pub fn new(principal: &dyn IPrincipal) -> Self {
        let fragment = principal.policy_fragment();
        let value = fragment.principal_json.into_iter().flat_map(|(_, values)| values).next();
        Self {
            principal: value.unwrap_or_else(|| "*".into()),
            action: "lambda:InvokeFunction".into(),
            scope: None,
            source_account: None,
            source_arn: None,
            event_source_token: None,
        }
    }

    /// What may be done. Default: `lambda:InvokeFunction`.
    pub fn action(mut self, value: impl Into<Value<String>>) -> Self {
        self.action = value.into();
        self
    }

    /// Where the permission is made. Default: under the function.
    pub fn scope(mut self, scope: &Node) -> Self {
        self.scope = Some(scope.clone());
        self
    }

    /// The account that owns the source. Default: any.
    pub fn source_account(mut self, value: impl Into<Value<String>>) -> Self {
        self.source_account = Some(value.into());
        self
    }

    /// The ARN of what invokes the function; it may have wildcards. Default: anything.
    pub fn source_arn(mut self, value: impl Into<Value<String>>) -> Self {
        self.source_arn = Some(value.into());
        self
    }

    /// The token that an Alexa skill must send. Default: none.
    pub fn event_source_token(mut self, value: impl Into<Value<String>>) -> Self {
        self.event_source_token = Some(value.into());
        self
    }
}
