//! What functions, their versions and aliases have in common, made here or imported.

use std::fmt;
use std::rc::Rc;

use aws_cdk_cloudwatch::Metric;
use aws_cdk_core::{Arn, ArnFormat, Diagnostic, IConstruct, Node, Stack, Value};
use aws_cdk_iam::{IGrantable, IRole};

use crate::architecture::Architecture;
use crate::permission::{self, Permission};

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

    /// A metric of the function by its name; setters change the copy. Default: the average over 5 minutes.
    #[track_caller]
    fn metric(&self, metric_name: &str) -> Metric {
        Metric::new("AWS/Lambda", metric_name).dimension("FunctionName", self.function_name()).attach_to(self.node())
    }
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
