//! Access logs of stages: where they go, and what stands in a line.
//!
//! ```
//! use aws_cdk_apigatewayv2::{
//!     AccessLogField, AccessLogFormat, AccessLogSettings, HttpApi, HttpStage, LogGroupLogDestination,
//! };
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_logs::LogGroup;
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
//! let logs = LogGroup::new(&stack, "AccessLogs");
//! let format = AccessLogFormat::custom(format!(
//!     "{} {}",
//!     AccessLogField::context_request_id(),
//!     AccessLogField::context_status(),
//! ));
//! HttpStage::builder(&stack, "Live", &api)
//!     .access_log_settings(AccessLogSettings::new(LogGroupLogDestination::new(&logs)).format(format))
//!     .build();
//! assert!(app.diagnostics().is_empty());
//! ```

use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::cfn_stage::AccessLogSettingsProperty;
use aws_cdk_core::Value;
use aws_cdk_logs::ILogGroup;

use super::access_log_field::AccessLogField;
use super::stage::IStage;

/// Where a stage writes its access logs.
#[must_use]
#[derive(Clone, Debug)]
pub struct AccessLogDestinationConfig {
    /// The ARN of the log group or the Firehose stream.
    pub destination_arn: Value<String>,
}

impl AccessLogDestinationConfig {
    /// The destination with an ARN.
    pub fn new(destination_arn: impl Into<Value<String>>) -> Self {
        Self { destination_arn: destination_arn.into() }
    }
}

/// What can take access logs: the extension point for destinations of your own.
///
/// ```
/// use aws_cdk_apigatewayv2::{
///     AccessLogDestination, AccessLogDestinationConfig, AccessLogSettings, HttpApi, HttpStageOptions, IStage,
/// };
/// # use aws_cdk_core::{App, Stack};
/// struct Firehose;
///
/// impl AccessLogDestination for Firehose {
///     fn bind(&self, _stage: &dyn IStage) -> AccessLogDestinationConfig {
///         AccessLogDestinationConfig::new("arn:aws:firehose:eu-west-1:111111111111:deliverystream/amazon-apigateway-logs")
///     }
/// }
///
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// # let api = HttpApi::new(&stack, "Api");
/// let options = HttpStageOptions::new().stage_name("live").access_log_settings(AccessLogSettings::new(Firehose));
/// api.add_stage("Live", options);
/// ```
pub trait AccessLogDestination {
    /// Makes what the stage needs, before the stage's own resource, and says where the logs go.
    #[track_caller]
    fn bind(&self, stage: &dyn IStage) -> AccessLogDestinationConfig;
}

/// Access logs in a log group of CloudWatch Logs.
///
/// The feature flag `@aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard` is about REST APIs, and changes nothing
/// here.
#[must_use]
#[derive(Clone, Debug)]
pub struct LogGroupLogDestination {
    log_group_arn: Value<String>,
}

impl LogGroupLogDestination {
    /// Logs go to a log group.
    pub fn new(log_group: &(impl ILogGroup + ?Sized)) -> Self {
        Self { log_group_arn: log_group.log_group_arn() }
    }
}

impl AccessLogDestination for LogGroupLogDestination {
    fn bind(&self, _stage: &dyn IStage) -> AccessLogDestinationConfig {
        AccessLogDestinationConfig::new(&self.log_group_arn)
    }
}

/// How a stage writes access logs.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html>.
#[must_use]
#[derive(Clone)]
pub struct AccessLogSettings {
    destination: Rc<dyn AccessLogDestination>,
    format: Option<AccessLogFormat>,
}

impl fmt::Debug for AccessLogSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessLogSettings").field("format", &self.format).finish_non_exhaustive()
    }
}

impl AccessLogSettings {
    /// Logs go to a destination.
    pub fn new(destination: impl AccessLogDestination + 'static) -> Self {
        Self { destination: Rc::new(destination), format: None }
    }

    /// What stands in a line. It must have [`AccessLogField::context_request_id`] or
    /// [`AccessLogField::context_extended_request_id`], else the stage has the error `apigatewayv2::access-log-format`.
    /// Default: [`AccessLogFormat::clf`] for HTTP APIs, and for WebSocket APIs the like with event type, route key and
    /// connection id.
    pub fn format(mut self, value: AccessLogFormat) -> Self {
        self.format = Some(value);
        self
    }

    /// Binds the destination to the stage.
    #[track_caller]
    pub(super) fn bind(&self, stage: &dyn IStage, default_format: AccessLogFormat) -> AccessLogSettingsProperty {
        let format = self.format.clone().unwrap_or(default_format);
        let destination = self.destination.bind(stage);
        AccessLogSettingsProperty::new().destination_arn(destination.destination_arn).format(format.format)
    }
}

/// What stands in a line of an access log.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html>.
#[must_use]
#[derive(Clone, Debug)]
pub struct AccessLogFormat {
    format: Value<String>,
}

impl AccessLogFormat {
    /// A format of your own, of a single line, made of [`AccessLogField`]s.
    pub fn custom(format: impl Into<Value<String>>) -> Self {
        Self { format: format.into() }
    }

    /// The Common Log Format: who called, when, what, and with which outcome.
    pub fn clf() -> Self {
        let request = [
            AccessLogField::context_http_method(),
            AccessLogField::context_resource_path(),
            AccessLogField::context_protocol(),
        ];
        let outcome = [
            AccessLogField::context_status(),
            AccessLogField::context_response_length(),
            AccessLogField::context_request_id(),
        ];
        Self::of_parts(request.join(" "), outcome.join(" "))
    }

    /// JSON with the id of the request and the fields of [`JsonWithStandardFieldProps`].
    ///
    /// ```
    /// use aws_cdk_apigatewayv2::{AccessLogFormat, JsonWithStandardFieldProps};
    ///
    /// let everything = AccessLogFormat::json_with_standard_fields(JsonWithStandardFieldProps::new());
    /// let anonymous =
    ///     AccessLogFormat::json_with_standard_fields(JsonWithStandardFieldProps::new().ip(false).caller(false).user(false));
    /// ```
    pub fn json_with_standard_fields(fields: JsonWithStandardFieldProps) -> Self {
        let standard = [
            ("ip", fields.ip, AccessLogField::context_identity_source_ip()),
            ("user", fields.user, AccessLogField::context_identity_user()),
            ("caller", fields.caller, AccessLogField::context_identity_caller()),
            ("requestTime", fields.request_time, AccessLogField::context_request_time()),
            ("httpMethod", fields.http_method, AccessLogField::context_http_method()),
            ("resourcePath", fields.resource_path, AccessLogField::context_resource_path()),
            ("status", fields.status, AccessLogField::context_status()),
            ("protocol", fields.protocol, AccessLogField::context_protocol()),
            ("responseLength", fields.response_length, AccessLogField::context_response_length()),
        ];
        let mut entries = vec![format!("\"requestId\":\"{}\"", AccessLogField::context_request_id())];
        for (name, _, field) in standard.into_iter().filter(|(_, wanted, _)| *wanted) {
            entries.push(format!("\"{name}\":\"{field}\""));
        }
        Self::custom(format!("{{{}}}", entries.join(",")))
    }

    /// The default of WebSocket APIs: as the Common Log Format, with the event in place of the request.
    pub(crate) fn web_socket_default() -> Self {
        let event = [
            AccessLogField::context_event_type(),
            AccessLogField::context_route_key(),
            AccessLogField::context_connection_id(),
        ];
        let outcome = [AccessLogField::context_status(), AccessLogField::context_request_id()];
        Self::of_parts(event.join(" "), outcome.join(" "))
    }

    fn of_parts(what: String, outcome: String) -> Self {
        let requester = [
            AccessLogField::context_identity_source_ip(),
            AccessLogField::context_identity_caller(),
            AccessLogField::context_identity_user(),
        ];
        let time = AccessLogField::context_request_time();
        Self::custom(format!("{} [{time}] \"{what}\" {outcome}", requester.join(" ")))
    }
}

/// Which fields stand in [`AccessLogFormat::json_with_standard_fields`].
#[must_use]
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a field that is there or not")]
pub struct JsonWithStandardFieldProps {
    ip: bool,
    user: bool,
    caller: bool,
    request_time: bool,
    http_method: bool,
    resource_path: bool,
    status: bool,
    protocol: bool,
    response_length: bool,
}

impl Default for JsonWithStandardFieldProps {
    fn default() -> Self {
        Self::new()
    }
}

macro_rules! standard_fields {
    ($($(#[$doc:meta])* $name:ident;)+) => {
        impl JsonWithStandardFieldProps {
            /// All fields.
            pub fn new() -> Self {
                Self { $($name: true),+ }
            }

            $($(#[$doc])*
            pub fn $name(mut self, value: bool) -> Self {
                self.$name = value;
                self
            })+
        }
    };
}

standard_fields! {
    /// Whether the line has the caller's IP address. Default: true.
    ip;
    /// Whether the line has the IAM user. Default: true.
    user;
    /// Whether the line has the IAM principal. Default: true.
    caller;
    /// Whether the line has the time of the request. Default: true.
    request_time;
    /// Whether the line has the method. Default: true.
    http_method;
    /// Whether the line has the path of the resource. Default: true.
    resource_path;
    /// Whether the line has the status of the response. Default: true.
    status;
    /// Whether the line has the protocol. Default: true.
    protocol;
    /// Whether the line has the length of the response, in bytes. Default: true.
    response_length;
}
