//! What state machines log.

use std::rc::Rc;

use aws_cdk_logs::ILogGroup;

/// Which events of executions are logged.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/cloudwatch-log-level.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LogLevel {
    /// `OFF`: none.
    Off,
    /// `ALL`: all.
    All,
    /// `ERROR`: errors.
    Error,
    /// `FATAL`: errors that end an execution.
    Fatal,
}

impl LogLevel {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            LogLevel::Off => "OFF",
            LogLevel::All => "ALL",
            LogLevel::Error => "ERROR",
            LogLevel::Fatal => "FATAL",
        }
    }
}

/// What a state machine logs, and where.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct LogOptions {
    pub(crate) destination: Option<Rc<dyn ILogGroup>>,
    pub(crate) include_execution_data: Option<bool>,
    pub(crate) level: Option<LogLevel>,
}

impl LogOptions {
    /// Errors, to a log group that must be given.
    pub fn new() -> Self {
        Self::default()
    }

    /// The log group. Required, unless the level is [`LogLevel::Off`]. Default: none.
    pub fn destination(mut self, log_group: &(impl ILogGroup + Clone + 'static)) -> Self {
        self.destination = Some(Rc::new(log_group.clone()));
        self
    }

    /// Whether inputs and outputs are logged. Default: that of Step Functions, false.
    pub fn include_execution_data(mut self, value: bool) -> Self {
        self.include_execution_data = Some(value);
        self
    }

    /// Which events are logged. Default: [`LogLevel::Error`].
    pub fn level(mut self, value: LogLevel) -> Self {
        self.level = Some(value);
        self
    }
}
