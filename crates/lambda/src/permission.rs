//! Permissions: who may invoke a function.

use aws_cdk_cfn_lambda::CfnPermission;
use aws_cdk_core::{Diagnostic, IConstruct, Json, Node, Object, Value, cfn_json};
use aws_cdk_iam::{IPrincipal, PrincipalPolicyFragment};

use crate::function_base::IFunction;
use crate::function_url::FunctionUrlAuthType;

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
    /// How the principal stands in a statement: its kind and value.
    in_statement: (String, Value<String>),
    action: Value<String>,
    scope: Option<Node>,
    source_account: Option<Value<String>>,
    source_arn: Option<Value<String>>,
    organization_id: Option<Value<String>>,
    event_source_token: Option<Value<String>>,
    function_url_auth_type: Option<FunctionUrlAuthType>,
    invoked_via_function_url: Option<bool>,
    problems: Vec<Diagnostic>,
}

impl Permission {
    /// Lets a principal invoke the function: an AWS service, an account, an organization, or what an ARN names. The
    /// conditions that a principal may have are `ArnLike` of `aws:SourceArn`, and `StringEquals` of `aws:SourceAccount` or
    /// `aws:PrincipalOrgID`. Errors, when it is added: `lambda::permission-principal`, `lambda::permission-conditions`.
    #[track_caller]
    pub fn new(principal: &dyn IPrincipal) -> Self {
        let fragment = principal.policy_fragment();
        let mut problems = Vec::new();
        let name = match principal.short_form().or_else(|| name_in(&fragment)) {
            Some(name) => name,
            None => {
                problems.push(
                    Diagnostic::error("lambda::permission-principal", "a function cannot permit this principal")
                        .help("use a service, an account, an organization or an ARN"),
                );
                "*".into()
            }
        };
        problems.extend(condition_problem(&fragment.conditions));
        let in_statement = match fragment.principal_json.first() {
            Some((kind, values)) => (kind.clone(), values.first().unwrap_or(&name).clone()),
            None => ("AWS".to_owned(), name.clone()),
        };
        let condition = |operator: &str, key: &str| {
            let keys = fragment.conditions.get(operator)?.as_object()?;
            keys.get(key).filter(|value| is_text(value)).cloned().map(Value::from_json)
        };
        Self {
            principal: name,
            in_statement,
            action: "lambda:InvokeFunction".into(),
            scope: None,
            source_account: condition("StringEquals", "aws:SourceAccount"),
            source_arn: condition("ArnLike", "aws:SourceArn"),
            organization_id: condition("StringEquals", ORGANIZATION),
            event_source_token: None,
            function_url_auth_type: None,
            invoked_via_function_url: None,
            problems,
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

    /// The organization of which the principal must be. Default: any.
    pub fn organization_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.organization_id = Some(value.into());
        self
    }

    /// How the URL of the function authorizes those who may call it. Default: none, since it is not about the URL.
    pub fn function_url_auth_type(mut self, value: FunctionUrlAuthType) -> Self {
        self.function_url_auth_type = Some(value);
        self
    }

    /// Whether the function must be called by its URL. Default: false.
    pub fn invoked_via_function_url(mut self, value: bool) -> Self {
        self.invoked_via_function_url = Some(value);
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
    if let Some(id) = permission.organization_id {
        resource = resource.principal_org_id(id);
    }
    if let Some(token) = permission.event_source_token {
        resource = resource.event_source_token(token);
    }
    if let Some(auth_type) = permission.function_url_auth_type {
        resource = resource.function_url_auth_type(auth_type.as_str());
    }
    if let Some(invoked) = permission.invoked_via_function_url {
        resource = resource.invoked_via_function_url(invoked);
    }
    let resource = resource.build();
    permission.problems.into_iter().for_each(|problem| resource.node().report(problem));
}

const ORGANIZATION: &str = "aws:PrincipalOrgID";

fn is_text(value: &Json) -> bool {
    matches!(value, Json::String(_) | Json::Token(_))
}

/// The principal as Lambda knows it, if that can be seen in a statement: an organization, or one ARN.
fn name_in(fragment: &PrincipalPolicyFragment) -> Option<Value<String>> {
    if let Some(equals) = fragment.conditions.get("StringEquals").and_then(Json::as_object)
        && fragment.conditions.len() == 1
        && equals.len() == 1
        && equals.get(ORGANIZATION).is_some()
    {
        return Some("*".into());
    }
    let (_, values) = fragment.principal_json.iter().find(|(kind, _)| kind == "AWS")?;
    match values.as_slice() {
        [only] if fragment.conditions.is_empty() => Some(only.clone()),
        _ => None,
    }
}

/// The conditions that the policy of a function can have:
/// <https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html>.
#[track_caller]
fn condition_problem(conditions: &Object) -> Option<Diagnostic> {
    const SUPPORTED: [(&str, &str); 3] =
        [("ArnLike", "aws:SourceArn"), ("StringEquals", "aws:SourceAccount"), ("StringEquals", ORGANIZATION)];
    let mut found = Vec::new();
    for (operator, keys) in conditions.iter() {
        found.extend(keys.as_object().into_iter().flat_map(Object::iter).map(|(key, _)| (operator, key)));
    }
    let message = if let Some((operator, key)) = found.iter().find(|pair| !SUPPORTED.contains(pair)) {
        format!("a function cannot ask for the condition `{operator}` of `{key}`")
    } else if found.len() > 1 && found.contains(&("StringEquals", ORGANIZATION)) {
        format!("a function cannot ask for `{ORGANIZATION}` and other conditions")
    } else {
        return None;
    };
    Some(
        Diagnostic::error("lambda::permission-conditions", message).help(
            "use `ArnLike` of `aws:SourceArn`, `StringEquals` of `aws:SourceAccount`, or `aws:PrincipalOrgID` alone",
        ),
    )
}

/// Says which statement the policy of an imported function needs.
#[track_caller]
pub(crate) fn warn(function: &dyn IFunction, permission: &Permission) {
    let statement = Json::Object(permission.statement(function.function_arn())).to_readable_text();
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
        let (kind, principal) = &self.in_statement;
        statement.insert("Principal", [(kind, principal)].into_iter().collect::<Object>());
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
