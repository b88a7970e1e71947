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

use crate::log_group::{ILogGroup, LogGroup};

/// A log group that exists already.
#[derive(Clone, Debug)]
pub struct ImportedLogGroup {
    construct: Construct,
    log_group_arn: Value<String>,
    log_group_name: Value<String>,
}

impl IConstruct for ImportedLogGroup {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ILogGroup for ImportedLogGroup {
    fn log_group_arn(&self) -> Value<String> {
        self.log_group_arn.clone()
    }

    fn log_group_name(&self) -> Value<String> {
        self.log_group_name.clone()
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
        let name = match Arn::split(&arn, ArnFormat::ColonResourceName) {
            Ok(parts) => parts.resource_name.ok_or_else(|| "the ARN has no name of a log group".to_owned()),
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
        ImportedLogGroup { construct, log_group_arn: cfn_format!("{}:*", arn), log_group_name }
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
        ImportedLogGroup { construct, log_group_arn, log_group_name }
    }
}
