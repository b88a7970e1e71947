//! Permissions: who may invoke a function.

use aws_cdk_cfn_lambda::CfnPermission;
use aws_cdk_core::{Diagnostic, Json, Node, Object, Value, cfn_json};
use aws_cdk_iam::IPrincipal;

use crate::function_base::IFunction;

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
    principal: Value<String>,
    principal_kind: String,
    action: Value<String>,
    scope: Option<Node>,
    source_account: Option<Value<String>>,
    source_arn: Option<Value<String>>,
    event_source_token: Option<Value<String>>,
}

impl Permission {
    /// Lets a principal invoke the function: an AWS service, or what an ARN names.
    pub fn new(principal: &dyn IPrincipal) -> Self {
        let fragment = principal.policy_fragment();
        let kind_and_values = fragment.principal_json.into_iter().next();
        let (principal_kind, values) = kind_and_values.unwrap_or_else(|| ("AWS".to_owned(), Vec::new()));
        Self {
            principal: values.into_iter().next().unwrap_or_else(|| "*".into()),
            principal_kind,
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

/// Adds the permission of a function to the template.
#[track_caller]
pub(crate) fn add(function: &dyn IFunction, id: &str, permission: Permission) {
    let scope = permission.scope.as_ref().unwrap_or(function.node());
    let mut resource = CfnPermission::builder(scope, id)
        .action(permission.action)
        .function_name(function.function_arn())
        .principal(permission.principal);
    if let Some(account) = permission.source_account {
        resource = resource.source_account(account);
    }
    if let Some(arn) = permission.source_arn {
        resource = resource.source_arn(arn);
    }
    if let Some(token) = permission.event_source_token {
        resource = resource.event_source_token(token);
    }
    resource.build();
}

/// Says which statement the policy of an imported function needs.
#[track_caller]
pub(crate) fn warn(function: &dyn IFunction, permission: &Permission) {
    let statement = Json::Object(permission.statement(function.function_arn())).identity();
    let message = format!(
        "`{}` is imported and may be of another account, so its policy is not changed here",
        function.node().path()
    );
    function.node().report(Diagnostic::warning("lambda::no-permission", message).help(format!(
        "add this statement to it by hand: {statement}; import it with `same_environment(true)` if it is of the \
             account of the stack, or with `skip_permissions(true)` if it has the statement"
    )));
}

impl Permission {
    /// The statement as the policy of the function will have it.
    fn statement(&self, function_arn: Value<String>) -> Object {
        let mut statement = Object::new();
        statement.insert("Effect", "Allow");
        statement.insert("Principal", [(&self.principal_kind, &self.principal)].into_iter().collect::<Object>());
        statement.insert("Action", &self.action);
        statement.insert("Resource", function_arn);
        let mut conditions = Object::new();
        if let Some(arn) = &self.source_arn {
            conditions.insert("ArnLike", cfn_json!({ "AWS:SourceArn": arn }));
        }
        let mut equals = Object::new();
        if let Some(account) = &self.source_account {
            equals.insert("AWS:SourceAccount", account);
        }
        if let Some(token) = &self.event_source_token {
            equals.insert("lambda:EventSourceToken", token);
        }
        if !equals.is_empty() {
            conditions.insert("StringEquals", equals);
        }
        if !conditions.is_empty() {
            statement.insert("Condition", conditions);
        }
        statement
    }
}
