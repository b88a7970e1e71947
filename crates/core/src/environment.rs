//! The account and region that a stack or stage is for.

/// An account and a region; what is not given is decided at deployment.
///
/// ```
/// use aws_cdk_core::{App, Environment, Stack};
///
/// let app = App::new();
/// let env = Environment::new().account("111111111111").region("eu-west-1");
/// let stack = Stack::builder(&app, "Stack").env(env).build();
/// assert_eq!(stack.region().as_literal(), Some("eu-west-1"));
/// ```
#[must_use]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    pub(crate) account: Option<String>,
    pub(crate) region: Option<String>,
}

impl Environment {
    /// An environment in which both are decided at deployment.
    pub fn new() -> Self {
        Self::default()
    }

    /// The account, twelve digits. Default: that of the credentials at deployment.
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// The region, such as `eu-west-1`. Default: that of the credentials at deployment.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }
}
