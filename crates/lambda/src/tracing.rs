//! Tracing of calls with X-Ray.

use aws_cdk_iam::{IRole, PolicyStatement};

/// Whether calls of a function are traced with X-Ray.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Tracing {
    /// If the caller says so, else a sample.
    Active,
    /// If the caller says so.
    PassThrough,
    /// The template says nothing, and the role gets no right to it.
    Disabled,
}

impl Tracing {
    /// The mode as the template has it; the role gets the right to send traces.
    #[track_caller]
    pub(crate) fn mode(self, role: &dyn IRole) -> Option<&'static str> {
        let mode = match self {
            Tracing::Active => "Active",
            Tracing::PassThrough => "PassThrough",
            Tracing::Disabled => return None,
        };
        let actions = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"];
        role.add_to_principal_policy(PolicyStatement::new().actions(actions).resources(["*"]));
        Some(mode)
    }
}
