//! How Lambda manages functions: runtime updates, recursive calls, snapshots.

use aws_cdk_cfn_lambda::cfn_function::{RuntimeManagementConfigProperty, SnapStartProperty};
use aws_cdk_core::Value;

/// When functions get newer versions of their runtime.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html>.
#[derive(Clone, Debug)]
pub struct RuntimeManagementMode {
    mode: &'static str,
    arn: Option<Value<String>>,
}

impl RuntimeManagementMode {
    /// As soon as there are some.
    pub const AUTO: RuntimeManagementMode = RuntimeManagementMode { mode: "Auto", arn: None };

    /// When the function is changed.
    pub const FUNCTION_UPDATE: RuntimeManagementMode = RuntimeManagementMode { mode: "FunctionUpdate", arn: None };

    /// Never: the version is given by its ARN.
    pub fn manual(arn: impl Into<Value<String>>) -> Self {
        Self { mode: "Manual", arn: Some(arn.into()) }
    }

    pub(crate) fn property(&self) -> RuntimeManagementConfigProperty {
        let property = RuntimeManagementConfigProperty::new().update_runtime_on(self.mode);
        match &self.arn {
            Some(arn) => property.runtime_version_arn(arn),
            None => property,
        }
    }
}

/// What happens when a function calls itself, over queues and the like.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RecursiveLoop {
    /// It may.
    Allow,
    /// Lambda stops it.
    Terminate,
}

impl RecursiveLoop {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            RecursiveLoop::Allow => "Allow",
            RecursiveLoop::Terminate => "Terminate",
        }
    }
}

/// From which snapshots functions start.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SnapStartConf {
    /// Of published versions.
    OnPublishedVersions,
}

impl SnapStartConf {
    pub(crate) fn property(self) -> SnapStartProperty {
        SnapStartProperty::new().apply_on(match self {
            SnapStartConf::OnPublishedVersions => "PublishedVersions",
        })
    }
}
