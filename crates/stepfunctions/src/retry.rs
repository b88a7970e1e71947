//! What states do about errors.

use aws_cdk_core::{Diagnostic, Duration, Json, Node, Object, Value};

use crate::path::StatePath;
use crate::query_language::QueryLanguage;
use crate::state::{State, put};

/// The names of errors that Step Functions itself reports.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html>.
#[derive(Clone, Copy, Debug)]
pub struct Errors;

impl Errors {
    /// Any error.
    pub const ALL: &'static str = "States.ALL";
    /// A task sent no heartbeat in time.
    pub const HEARTBEAT_TIMEOUT: &'static str = "States.HeartbeatTimeout";
    /// A task took too long.
    pub const TIMEOUT: &'static str = "States.Timeout";
    /// A task failed.
    pub const TASKS_FAILED: &'static str = "States.TaskFailed";
    /// A task had too few rights.
    pub const PERMISSIONS: &'static str = "States.Permissions";
    /// The result path does not fit the input.
    pub const RESULT_PATH_MATCH_FAILURE: &'static str = "States.ResultPathMatchFailure";
    /// A path in the parameters leads nowhere.
    pub const PARAMETER_PATH_FAILURE: &'static str = "States.ParameterPathFailure";
    /// A branch of a parallel state failed.
    pub const BRANCH_FAILED: &'static str = "States.BranchFailed";
    /// No choice fits, and there is no default.
    pub const NO_CHOICE_MATCHED: &'static str = "States.NoChoiceMatched";
}

/// Whether waits between retries are varied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JitterType {
    /// `FULL`: anything from nothing to the whole wait.
    Full,
    /// `NONE`.
    None,
}

impl JitterType {
    /// The value as the definition has it.
    pub fn as_str(self) -> &'static str {
        match self {
            JitterType::Full => "FULL",
            JitterType::None => "NONE",
        }
    }
}

/// When and how often a state is tried again.
#[must_use]
#[derive(Clone, Debug)]
pub struct RetryProps {
    errors: Vec<String>,
    interval: Option<Duration>,
    max_attempts: Option<Value<i64>>,
    max_delay: Option<Duration>,
    jitter_strategy: Option<JitterType>,
    backoff_rate: Option<Value<f64>>,
}

impl Default for RetryProps {
    fn default() -> Self {
        Self {
            errors: vec![Errors::ALL.to_owned()],
            interval: None,
            max_attempts: None,
            max_delay: None,
            jitter_strategy: None,
            backoff_rate: None,
        }
    }
}

impl RetryProps {
    /// Three times, after any error.
    pub fn new() -> Self {
        Self::default()
    }

    /// The errors after which it is tried again. Default: [`Errors::ALL`], which stands alone.
    pub fn errors<S: Into<String>>(mut self, errors: impl IntoIterator<Item = S>) -> Self {
        self.errors = errors.into_iter().map(Into::into).collect();
        self
    }

    /// The wait before the first retry; whole seconds. Default: that of Step Functions, 1 second.
    pub fn interval(mut self, value: Duration) -> Self {
        self.interval = Some(value);
        self
    }

    /// How often it is tried again. Default: that of Step Functions, 3 times.
    pub fn max_attempts(mut self, value: impl Into<Value<i64>>) -> Self {
        self.max_attempts = Some(value.into());
        self
    }

    /// The longest wait; whole seconds. Default: no limit.
    pub fn max_delay(mut self, value: Duration) -> Self {
        self.max_delay = Some(value);
        self
    }

    /// Whether waits are varied. Default: that of Step Functions, [`JitterType::None`].
    pub fn jitter_strategy(mut self, value: JitterType) -> Self {
        self.jitter_strategy = Some(value);
        self
    }

    /// By what each wait is longer than the one before. Default: that of Step Functions, 2.
    pub fn backoff_rate(mut self, value: impl Into<Value<f64>>) -> Self {
        self.backoff_rate = Some(value.into());
        self
    }

    pub(crate) fn catches_all(&self) -> bool {
        self.errors.iter().any(|error| error == Errors::ALL)
    }

    #[track_caller]
    pub(crate) fn check(&self, node: &Node) {
        check_errors(node, &self.errors);
        for duration in [self.interval, self.max_delay].into_iter().flatten() {
            if let Err(error) = duration.to_seconds() {
                node.report(Diagnostic::error("stepfunctions::duration", error.to_string()).help("use whole seconds"));
            }
        }
    }

    pub(crate) fn to_json(&self) -> Json {
        let seconds = |duration: Option<Duration>| duration.and_then(|duration| duration.to_seconds().ok());
        let mut json = Object::new();
        put(&mut json, "ErrorEquals", Some(self.errors.clone()));
        put(&mut json, "IntervalSeconds", seconds(self.interval));
        put(&mut json, "MaxAttempts", self.max_attempts.clone());
        put(&mut json, "BackoffRate", self.backoff_rate.clone());
        put(&mut json, "MaxDelaySeconds", seconds(self.max_delay));
        put(&mut json, "JitterStrategy", self.jitter_strategy.map(JitterType::as_str));
        Json::Object(json)
    }
}

/// What happens to an error that another state takes care of.
#[must_use]
#[derive(Clone, Debug)]
pub struct CatchProps {
    errors: Vec<String>,
    result_path: Option<StatePath>,
    outputs: Option<Json>,
    assign: Option<Json>,
}

impl Default for CatchProps {
    fn default() -> Self {
        Self { errors: vec![Errors::ALL.to_owned()], result_path: None, outputs: None, assign: None }
    }
}

impl CatchProps {
    /// Any error; it becomes the input of the next state.
    pub fn new() -> Self {
        Self::default()
    }

    /// The errors. Default: [`Errors::ALL`], which stands alone.
    pub fn errors<S: Into<String>>(mut self, errors: impl IntoIterator<Item = S>) -> Self {
        self.errors = errors.into_iter().map(Into::into).collect();
        self
    }

    /// Where in the input the error is put; JSONPath. Default: that of Step Functions, `$`.
    pub fn result_path(mut self, value: impl Into<StatePath>) -> Self {
        self.result_path = Some(value.into());
        self
    }

    /// What the next state gets; JSONata. Default: the error.
    pub fn outputs(mut self, value: impl Into<Value<Json>>) -> Self {
        self.outputs = Some(value.into().into_json());
        self
    }

    /// The variables that are set. Default: none.
    pub fn assign(mut self, value: impl Into<Value<Json>>) -> Self {
        self.assign = Some(value.into().into_json());
        self
    }

    pub(crate) fn catches_all(&self) -> bool {
        self.errors.iter().any(|error| error == Errors::ALL)
    }

    #[track_caller]
    pub(crate) fn check(&self, node: &Node) {
        check_errors(node, &self.errors);
        if let Some(path) = &self.result_path {
            path.check(node);
        }
    }

    pub(crate) fn to_json(&self, handler: &State, language: QueryLanguage) -> Json {
        let mut json = Object::new();
        if language == QueryLanguage::Jsonata {
            put(&mut json, "Output", self.outputs.clone());
        }
        put(&mut json, "Assign", self.assign.clone());
        put(&mut json, "ErrorEquals", Some(self.errors.clone()));
        put(&mut json, "ResultPath", self.result_path.as_ref().map(StatePath::to_json));
        put(&mut json, "Next", Some(handler.state_id()));
        Json::Object(json)
    }
}

/// <https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html>
#[track_caller]
fn check_errors(node: &Node, errors: &[String]) {
    if errors.len() > 1 && errors.iter().any(|error| error == Errors::ALL) {
        node.report(
            Diagnostic::error("stepfunctions::errors-all", "`States.ALL` stands with other errors")
                .help("leave the other errors out, or name all without it"),
        );
    }
}
