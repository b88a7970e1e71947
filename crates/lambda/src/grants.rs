//! Grants of the right to invoke functions.

use aws_cdk_core::{DependencyGroup, Diagnostic, IConstruct, Json, Node, Object, Value, cfn_format, cfn_json, hash};
use aws_cdk_iam::{
    AddToResourcePolicyResult, Grant, GrantOptions, IGrantable, IPrincipal, IResourceWithPolicy, PolicyStatement,
};

use crate::function_base::{IFunction, InvocationTarget, PermissionRights};
use crate::function_url::FunctionUrlAuthType;
use crate::permission::Permission;

const LATEST: &str = "$LATEST";

/// Grants the right to invoke a function.
#[track_caller]
pub(crate) fn invoke(function: &dyn IFunction, grantee: &dyn IGrantable) -> Grant {
    let target = function.invocation_target();
    let arns = target.arns.clone();
    let id = permission_id(&*grantee.grant_principal(), None);
    grant(function, target, grantee, arns, &Kind::plain(id))
}

/// Grants the right to invoke a version of a function; `None` for what has not been published.
#[track_caller]
pub(crate) fn invoke_version(
    function: &dyn IFunction,
    grantee: &dyn IGrantable,
    version: Option<&Value<String>>,
) -> Grant {
    let latest = LATEST.into();
    let number = version.unwrap_or(&latest);
    let mut arns = vec![cfn_format!("{}:{}", function.function_arn(), number)];
    if version.is_none() {
        arns.push(function.function_arn());
    }
    let id = permission_id(&*grantee.grant_principal(), Some(number));
    grant(function, function.invocation_target(), grantee, arns, &Kind::plain(id))
}

/// Grants the right to call the URL of a function.
#[track_caller]
pub(crate) fn invoke_url(function: &dyn IFunction, grantee: &dyn IGrantable) -> Grant {
    let id = format!("InvokeFunctionUrl{}", grantee.grant_principal().text());
    let arns = || vec![function.function_arn()];
    let url = Kind {
        id: id.clone(),
        action: "lambda:InvokeFunctionUrl",
        is_url: true,
        is_invoked_via_url: false,
        conditions: cfn_json!({ "StringEquals": { "lambda:FunctionUrlAuthType": "AWS_IAM" } }),
    };
    grant(function, function.invocation_target(), grantee, arns(), &url);
    // Lambda asks for both: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
    let through_url = Kind {
        id: format!("{id}-DualAuth"),
        action: "lambda:InvokeFunction",
        is_url: false,
        is_invoked_via_url: true,
        conditions: cfn_json!({ "Bool": { "lambda:InvokedViaFunctionUrl": true } }),
    };
    grant(function, function.invocation_target(), grantee, arns(), &through_url)
}

/// What is granted.
struct Kind {
    id: String,
    action: &'static str,
    is_url: bool,
    is_invoked_via_url: bool,
    conditions: Json,
}

impl Kind {
    fn plain(id: String) -> Self {
        let conditions = Json::Object(Object::new());
        Self { id, action: "lambda:InvokeFunction", is_url: false, is_invoked_via_url: false, conditions }
    }
}

/// A function as a resource whose policy is made of permissions.
struct Policy<'a> {
    function: &'a dyn IFunction,
    target: InvocationTarget,
    principal: &'a dyn IPrincipal,
    kind: &'a Kind,
}

impl IConstruct for Policy<'_> {
    fn node(&self) -> &Node {
        self.function.node()
    }
}

impl IResourceWithPolicy for Policy<'_> {
    #[track_caller]
    fn add_to_resource_policy(&self, _: PolicyStatement) -> AddToResourcePolicyResult {
        // What was granted once is not granted again.
        let known = self.node().try_find_child(&self.kind.id);
        if known.is_none() {
            self.function.add_permission(&self.kind.id, self.permission());
        }
        match known.or_else(|| self.node().try_find_child(&self.kind.id)) {
            Some(permission) => AddToResourcePolicyResult::added(DependencyGroup::of(&permission)),
            None => {
                if self.target.rights != PermissionRights::Skipped {
                    self.report_unchangeable();
                }
                AddToResourcePolicyResult::added_to_resource()
            }
        }
    }

    fn resource_account(&self) -> Value<String> {
        self.target.account.clone()
    }
}

impl Policy<'_> {
    #[track_caller]
    fn permission(&self) -> Permission {
        let mut permission = Permission::new(self.principal).action(self.kind.action);
        if self.kind.is_url {
            permission = permission.function_url_auth_type(FunctionUrlAuthType::AwsIam);
        }
        if self.kind.is_invoked_via_url {
            permission = permission.invoked_via_function_url(true);
        }
        permission
    }

    #[track_caller]
    fn report_unchangeable(&self) {
        self.node().report(
            Diagnostic::error("lambda::grant-invoke", "the policy of this imported function cannot be changed").help(
                "import it with `same_environment(true)` if it is of the account of the stack, or with \
                 `skip_permissions(true)` if it has the permission",
            ),
        );
    }
}

#[track_caller]
fn grant(
    function: &dyn IFunction,
    target: InvocationTarget,
    grantee: &dyn IGrantable,
    arns: Vec<Value<String>>,
    kind: &Kind,
) -> Grant {
    let principal = grantee.grant_principal();
    let options =
        GrantOptions::new(grantee).actions([kind.action]).resource_arns(arns).conditions(kind.conditions.clone());
    Grant::add_to_principal_or_resource(options, &Policy { function, target, principal: &*principal, kind })
}

/// The id of a permission: a hash of the principal as text, its conditions, and the version.
fn permission_id(principal: &dyn IPrincipal, version: Option<&Value<String>>) -> String {
    let mut named = Object::new();
    named.insert("principal", principal.text());
    named.insert("conditions", Json::Object(principal.policy_fragment().conditions));
    if let Some(version) = version {
        named.insert("version", version);
    }
    let hash = hash::sha256(Json::Object(named).identity());
    // A slash would part the path.
    format!("Invoke{}", base64(&hash).replace('/', "--"))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for position in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * position) & 63) as usize];
            text.push(if position <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}
