//! Log groups that exist.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_logs::{ILogGroup, LogGroup};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let arn = "arn:aws:logs:eu-west-1:111111111111:log-group:access:*";
//! let access = LogGroup::from_log_group_arn(&stack, "Access", arn);
//! assert_eq!(access.log_group_name().as_literal(), Some("access"));
//! let audit = LogGroup::from_log_group_name(&stack, "Audit", "audit");
//! ```

use aws_cdk_core::{Arn, ArnComponents, ArnFormat, Construct, Diagnostic, IConstruct, Node, Stack, Value, cfn_format};
use aws_cdk_iam::{AddToResourcePolicyResult, Grant, IGrantable, IResourceWithPolicy, PolicyStatement};

use crate::log_group::LogGroup;
use crate::log_group_base::{self, ILogGroup, Policy};

/// A log group that exists already.
#[derive(Clone, Debug)]
pub struct ImportedLogGroup {
    construct: Construct,
    log_group_arn: Value<String>,
    log_group_name: Value<String>,
    /// Account and region in the ARN by which it was imported.
    environment: Option<(Value<String>, Value<String>)>,
    policy: Policy,
}

impl IConstruct for ImportedLogGroup {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for ImportedLogGroup {
    #[track_caller]
    fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult {
        log_group_base::add_to_policy(self.node(), &self.policy, statement)
    }

    fn resource_account(&self) -> Value<String> {
        let own = || Stack::of(self).account();
        self.environment.as_ref().map_or_else(own, |(account, _)| account.clone())
    }
}

impl ILogGroup for ImportedLogGroup {
    fn log_group_arn(&self) -> Value<String> {
        self.log_group_arn.clone()
    }

    fn log_group_name(&self) -> Value<String> {
        self.log_group_name.clone()
    }

    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        log_group_base::grant(self, grantee, actions)
    }

    #[track_caller]
    fn grant_write(&self, grantee: &dyn IGrantable) -> Grant {
        log_group_base::grant_write(self, grantee)
    }

    fn region(&self) -> Value<String> {
        let own = || Stack::of(self).region();
        self.environment.as_ref().map_or_else(own, |(_, region)| region.clone())
    }
}

/// The `:*` with which ARNs of log groups end names their streams, and is not of the name.
fn without_wildcard(text: Value<String>) -> Value<String> {
    match text.as_literal().and_then(|literal| literal.strip_suffix(":*")) {
        Some(literal) => literal.into(),
        None => text,
    }
}

impl LogGroup {
    /// A log group that exists, by its ARN, with or without `:*` at its end. Something else than an ARN of a log group is the
    /// error `logs::invalid-arn`.
    #[track_caller]
    pub fn from_log_group_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        log_group_arn: impl Into<Value<String>>,
    ) -> ImportedLogGroup {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-logs.LogGroup");
        let arn = without_wildcard(log_group_arn.into());
        let mut environment = None;
        let name = match Arn::split(&arn, ArnFormat::ColonResourceName) {
            Ok(parts) => {
                environment = Some((parts.account, parts.region));
                parts.resource_name.ok_or_else(|| "the ARN has no name of a log group".to_owned())
            }
            Err(error) => Err(error.to_string()),
        };
        let log_group_name = match name {
            Ok(name) => name,
            Err(message) => {
                construct.node().report(
                    Diagnostic::error("logs::invalid-arn", message)
                        .help("give the ARN of a log group: `arn:aws:logs:eu-west-1:111111111111:log-group:name`"),
                );
                "".into()
            }
        };
        let log_group_arn = cfn_format!("{}:*", arn);
        ImportedLogGroup { construct, log_group_arn, log_group_name, environment, policy: Policy::default() }
    }

    /// A log group of the stack's account and region that exists, by its name.
    #[track_caller]
    pub fn from_log_group_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        log_group_name: impl Into<Value<String>>,
    ) -> ImportedLogGroup {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-logs.LogGroup");
        let log_group_name = without_wildcard(log_group_name.into());
        let components = ArnComponents::new("logs", "log-group")
            .resource_name(cfn_format!("{}:*", log_group_name))
            .arn_format(ArnFormat::ColonResourceName);
        let log_group_arn = Stack::of(scope).format_arn(components);
        ImportedLogGroup { construct, log_group_arn, log_group_name, environment: None, policy: Policy::default() }
    }
}
