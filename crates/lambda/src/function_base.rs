//! What functions, their versions and aliases have in common, made here or imported.

use std::fmt;
use std::rc::Rc;

use aws_cdk_cloudwatch::Metric;
use aws_cdk_core::{Arn, ArnFormat, Diagnostic, IConstruct, Node, Stack, Value};
use aws_cdk_iam::{CompositePrincipal, Grant, IGrantable, IRole};

use crate::architecture::Architecture;
use crate::grants;
use crate::permission::{self, Permission};
use crate::version::IVersion;

/// A function, made here or imported; also a version or an alias of one.
pub trait IFunction: IConstruct + IGrantable + fmt::Debug {
    /// The ARN of the function.
    fn function_arn(&self) -> Value<String>;

    /// The name of the function.
    fn function_name(&self) -> Value<String>;

    /// The role whose rights the code has; `None` for an import that does not name it.
    fn role(&self) -> Option<Rc<dyn IRole>>;

    /// The instruction set.
    fn architecture(&self) -> Architecture;

    /// Adds a statement to the function's own policy. For an import of which it is not known that its policy can be changed
    /// this has no effect but the warning `lambda::no-permission`, which says what to add by hand.
    #[track_caller]
    fn add_permission(&self, id: &str, permission: Permission);

    /// Grants the right to invoke the function, in any version. A principal without policies of its own, or of another
    /// account, is named by the function's own policy; where that cannot be changed this is the error `lambda::grant-invoke`.
    #[track_caller]
    fn grant_invoke(&self, grantee: &dyn IGrantable) -> Grant {
        grants::invoke(self.as_function(), grantee)
    }

    /// As [`IFunction::grant_invoke`], for what has not been published as a version.
    #[track_caller]
    fn grant_invoke_latest_version(&self, grantee: &dyn IGrantable) -> Grant {
        grants::invoke_version(self.as_function(), grantee, None)
    }

    /// As [`IFunction::grant_invoke`], for one version.
    #[track_caller]
    fn grant_invoke_version(&self, grantee: &dyn IGrantable, version: &dyn IVersion) -> Grant {
        grants::invoke_version(self.as_function(), grantee, Some(&version.version()))
    }

    /// As [`IFunction::grant_invoke`], for the URL of the function.
    #[track_caller]
    fn grant_invoke_url(&self, grantee: &dyn IGrantable) -> Grant {
        grants::invoke_url(self.as_function(), grantee)
    }

    /// As [`IFunction::grant_invoke`], for each of several principals.
    #[track_caller]
    fn grant_invoke_composite_principal(&self, principals: &CompositePrincipal) -> Vec<Grant> {
        let mut grants = Vec::new();
        for principal in principals.principals() {
            grants.push(self.grant_invoke(principal));
        }
        grants
    }

    /// For this crate: the function, whatever its kind.
    #[doc(hidden)]
    fn as_function(&self) -> &dyn IFunction;

    /// For this crate: how the function is named where it is invoked.
    #[doc(hidden)]
    fn invocation_target(&self) -> InvocationTarget;

    /// A metric of the function by its name; setters change the copy. Default: the average over 5 minutes.
    #[track_caller]
    fn metric(&self, metric_name: &str) -> Metric {
        Metric::new("AWS/Lambda", metric_name).dimension("FunctionName", self.function_name()).attach_to(self.node())
    }
}

/// For this crate: how a function is named where it is invoked.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct InvocationTarget {
    /// What [`IFunction::grant_invoke`] is for.
    pub(crate) arns: Vec<Value<String>>,
    pub(crate) rights: PermissionRights,
    pub(crate) account: Value<String>,
    pub(crate) qualifier: Qualifier,
    /// The function without a version or an alias.
    pub(crate) function_arn: Value<String>,
    pub(crate) function_name: Value<String>,
}

/// What names a version of a function.
#[derive(Clone, Debug)]
pub(crate) enum Qualifier {
    /// Nothing: what has not been published.
    None,
    /// The number of a version.
    Version(Value<String>),
    /// An alias: its name, what names it in the resource, and the resource.
    Alias { name: Value<String>, qualifier: Value<String>, resource: Option<Node> },
}

/// Whether the policy of an imported function can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PermissionRights {
    /// It is of the account of the stack.
    Granted,
    /// It may be of another account, and the user said that it needs no permissions.
    Skipped,
    /// It may be of another account.
    Unclear,
}

impl PermissionRights {
    /// Those for an ARN: the account must be known to be that of the stack. Text that is no ARN is the error
    /// `lambda::invalid-arn`.
    #[track_caller]
    pub(crate) fn of_arn(node: &Node, arn: &Value<String>) -> Self {
        let account = match Arn::split(arn, ArnFormat::ColonResourceName) {
            Ok(parts) => parts.account,
            Err(error) => {
                node.report(
                    Diagnostic::error("lambda::invalid-arn", error.to_string())
                        .help("give the ARN of a function: `arn:aws:lambda:eu-west-1:111111111111:function:name`"),
                );
                return PermissionRights::Granted;
            }
        };
        let own = Stack::of(node).account();
        match (arn.as_literal(), own.as_literal()) {
            (Some(_), Some(own)) if account.as_literal() == Some(own) => PermissionRights::Granted,
            _ => PermissionRights::Unclear,
        }
    }

    #[track_caller]
    pub(crate) fn add(self, function: &dyn IFunction, id: &str, permission: Permission) {
        match self {
            PermissionRights::Granted => permission::add(function, id, permission),
            PermissionRights::Skipped => {}
            PermissionRights::Unclear => permission::warn(function, &permission),
        }
    }
}
