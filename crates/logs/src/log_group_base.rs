//! What log groups have in common, made here or imported.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_cloudwatch::{Metric, Stats};
use aws_cdk_core::{ArnComponents, ArnFormat, DependencyGroup, Node, Stack, Value};
use aws_cdk_iam::{AddToResourcePolicyResult, Grant, GrantOptions, IGrantable, IResourceWithPolicy, PolicyStatement};

use crate::resource_policy::ResourcePolicy;

const WRITE: [&str; 2] = ["logs:CreateLogStream", "logs:PutLogEvents"];
const READ: [&str; 5] = [
    "logs:FilterLogEvents",
    "logs:GetLogEvents",
    "logs:GetLogGroupFields",
    "logs:DescribeLogGroups",
    "logs:DescribeLogStreams",
];

/// A log group, made here or imported.
pub trait ILogGroup: IResourceWithPolicy + fmt::Debug {
    /// The ARN of the log group, which ends in `:*`.
    fn log_group_arn(&self) -> Value<String>;

    /// The name of the log group.
    fn log_group_name(&self) -> Value<String>;

    /// Grants actions on the log group and its streams. They go to the principal's policies; for principals without any, or of
    /// another account, to a [`ResourcePolicy`].
    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant;

    /// Grants the right to make streams and write events.
    #[track_caller]
    fn grant_write(&self, grantee: &dyn IGrantable) -> Grant;

    /// Grants the right to read events.
    #[track_caller]
    fn grant_read(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &READ)
    }

    /// The region of the log group.
    #[doc(hidden)]
    fn region(&self) -> Value<String> {
        Stack::of(self.node()).region()
    }

    /// A metric of the namespace `AWS/Logs` by its name; setters change the copy. Default: the sum over 5 minutes.
    #[track_caller]
    fn metric(&self, metric_name: &str) -> Metric {
        Metric::new("AWS/Logs", metric_name).statistic(Stats::SUM).attach_to(self.node())
    }

    /// How many events came. Default: the sum over 5 minutes.
    #[track_caller]
    fn metric_incoming_log_events(&self) -> Metric {
        self.metric("IncomingLogs")
    }

    /// How many bytes came. Default: the sum over 5 minutes.
    #[track_caller]
    fn metric_incoming_bytes(&self) -> Metric {
        self.metric("IncomingBytes")
    }
}

/// The resource policy of a log group, once there is one.
pub(crate) type Policy = Rc<RefCell<Option<ResourcePolicy>>>;

/// Policies of CloudWatch Logs name accounts, not roles or users in them.
#[track_caller]
pub(crate) fn add_to_policy(node: &Node, policy: &Policy, statement: PolicyStatement) -> AddToResourcePolicyResult {
    let known = policy.borrow().clone();
    let policy = match known {
        Some(policy) => policy,
        None => {
            let made = ResourcePolicy::new(node, "Policy");
            *policy.borrow_mut() = Some(made.clone());
            made
        }
    };
    policy.add_statements([statement.by_account()]);
    AddToResourcePolicyResult::added(DependencyGroup::of(&policy))
}

#[track_caller]
pub(crate) fn grant(log_group: &dyn ILogGroup, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
    let arns = [without_streams(log_group), log_group.log_group_arn()];
    let options = GrantOptions::new(grantee).actions(actions.iter().copied()).resource_arns(arns);
    Grant::add_to_principal_or_resource(options, log_group)
}

#[track_caller]
pub(crate) fn grant_write(log_group: &dyn ILogGroup, grantee: &dyn IGrantable) -> Grant {
    let options = GrantOptions::new(grantee).actions(WRITE).resource_arns([log_group.log_group_arn()]);
    Grant::add_to_principal_or_resource(options, log_group)
}

/// The ARN of the group itself, without `:*`.
fn without_streams(log_group: &dyn ILogGroup) -> Value<String> {
    let arn = log_group.log_group_arn();
    match arn.as_literal() {
        Some(literal) => literal.strip_suffix(":*").unwrap_or(literal).into(),
        None => Stack::of(log_group.node()).format_arn(
            ArnComponents::new("logs", "log-group")
                .resource_name(log_group.log_group_name())
                .arn_format(ArnFormat::ColonResourceName)
                .account(log_group.resource_account())
                .region(log_group.region()),
        ),
    }
}
