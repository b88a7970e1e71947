//! What functions log, and how.

use aws_cdk_cfn_lambda::cfn_function::LoggingConfigProperty;
use aws_cdk_core::{Diagnostic, Node, Value};

/// How log entries are written.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LoggingFormat {
    /// As plain text.
    Text,
    /// As JSON, which can be filtered by level.
    Json,
}

impl LoggingFormat {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            LoggingFormat::Text => "Text",
            LoggingFormat::Json => "JSON",
        }
    }
}

/// How serious log entries of the code are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ApplicationLogLevel {
    /// `INFO`.
    Info,
    /// `DEBUG`.
    Debug,
    /// `WARN`.
    Warn,
    /// `TRACE`.
    Trace,
    /// `ERROR`.
    Error,
    /// `FATAL`.
    Fatal,
}

impl ApplicationLogLevel {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            ApplicationLogLevel::Info => "INFO",
            ApplicationLogLevel::Debug => "DEBUG",
            ApplicationLogLevel::Warn => "WARN",
            ApplicationLogLevel::Trace => "TRACE",
            ApplicationLogLevel::Error => "ERROR",
            ApplicationLogLevel::Fatal => "FATAL",
        }
    }
}

/// How serious log entries of Lambda itself are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SystemLogLevel {
    /// `INFO`.
    Info,
    /// `DEBUG`.
    Debug,
    /// `WARN`.
    Warn,
}

impl SystemLogLevel {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            SystemLogLevel::Info => "INFO",
            SystemLogLevel::Debug => "DEBUG",
            SystemLogLevel::Warn => "WARN",
        }
    }
}

/// The property, if anything is to be said. A level without JSON is the error `lambda::log-level-format`.
#[track_caller]
pub(crate) fn logging_config(
    node: &Node,
    format: Option<LoggingFormat>,
    levels: (Option<ApplicationLogLevel>, Option<SystemLogLevel>),
    log_group: Option<Value<String>>,
) -> Option<LoggingConfigProperty> {
    let (application, system) = levels;
    if (application.is_some() || system.is_some()) && format != Some(LoggingFormat::Json) {
        node.report(
            Diagnostic::error("lambda::log-level-format", "only log entries in JSON have levels")
                .help("set `logging_format(LoggingFormat::Json)` as well"),
        );
    }
    if format.is_none() && log_group.is_none() {
        return None;
    }
    let mut property = LoggingConfigProperty::new();
    if let Some(format) = format {
        property = property.log_format(format.as_str());
    }
    if let Some(level) = system {
        property = property.system_log_level(level.as_str());
    }
    if let Some(level) = application {
        property = property.application_log_level(level.as_str());
    }
    if let Some(name) = log_group {
        property = property.log_group(name);
    }
    Some(property)
}
