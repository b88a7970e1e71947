//! States that wait.

use aws_cdk_core::{Diagnostic, Duration, IConstruct, Json, Node, Object, Value};

use super::{Kind, head, next_method, setters, state_handle};
use crate::path::StatePath;
use crate::query_language::QueryLanguage;
use crate::state::{Props, State};

/// How long, or until when, a state waits.
#[derive(Clone, Debug)]
pub struct WaitTime {
    key: &'static str,
    value: Json,
    path: Option<StatePath>,
    problem: Option<Diagnostic>,
}

impl WaitTime {
    fn of(key: &'static str, value: impl Into<Value<Json>>) -> Self {
        Self { key, value: value.into().into_json(), path: None, problem: None }
    }

    /// A fixed time, in whole seconds; else the error `stepfunctions::duration`, when the state is built.
    #[track_caller]
    pub fn duration(duration: Duration) -> Self {
        match duration.to_seconds() {
            Ok(seconds) => Self::of("Seconds", seconds),
            Err(error) => {
                let problem = Diagnostic::error("stepfunctions::duration", error.to_string()).help("use whole seconds");
                Self { problem: Some(problem), ..Self::of("Seconds", 0) }
            }
        }
    }

    /// A number of seconds that is known only later, such as an expression in JSONata.
    pub fn seconds(seconds: impl Into<Value<String>>) -> Self {
        Self::of("Seconds", seconds.into())
    }

    /// Until a time, such as `2027-01-01T00:00:00Z`; an expression in JSONata fits too.
    pub fn timestamp(timestamp: impl Into<Value<String>>) -> Self {
        Self::of("Timestamp", timestamp.into())
    }

    /// The number of seconds at a path.
    pub fn seconds_path(path: impl Into<StatePath>) -> Self {
        let path = path.into();
        Self { path: Some(path.clone()), ..Self::of("SecondsPath", path.to_json()) }
    }

    /// Until the time at a path.
    pub fn timestamp_path(path: impl Into<StatePath>) -> Self {
        let path = path.into();
        Self { path: Some(path.clone()), ..Self::of("TimestampPath", path.to_json()) }
    }
}

/// Waits.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html>.
///
/// ```
/// use aws_cdk_core::{App, Duration, Stack};
/// use aws_cdk_stepfunctions::{Wait, WaitTime};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let wait = Wait::new(&stack, "A minute", WaitTime::duration(Duration::minutes(1)));
/// let until = Wait::new(&stack, "Until then", WaitTime::timestamp_path("$.then"));
/// ```
#[derive(Clone, Debug)]
pub struct Wait {
    state: State,
}

state_handle!(Wait);
next_method!(Wait);

impl Wait {
    /// Waits for a time.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>, time: WaitTime) -> Self {
        Self::builder(scope, id, time).build()
    }

    /// Starts a state with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>, time: WaitTime) -> WaitBuilder {
        WaitBuilder { scope: scope.node().clone(), id: id.into(), props: Props::default(), time }
    }

    /// Starts a state in JSONata.
    pub fn jsonata(scope: &impl IConstruct, id: impl Into<String>, time: WaitTime) -> WaitBuilder {
        Self::builder(scope, id, time).query_language(QueryLanguage::Jsonata)
    }
}

/// Builds a [`Wait`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct WaitBuilder {
    scope: Node,
    id: String,
    props: Props,
    time: WaitTime,
}

impl WaitBuilder {
    setters!(comment, state_name, query_language, input_path, output_path, outputs, assign);

    /// Adds the state. Errors: `stepfunctions::json-path`, `stepfunctions::duration`, and those of ids.
    #[track_caller]
    pub fn build(self) -> Wait {
        let (path, problem) = (self.time.path.clone(), self.time.problem.clone());
        let kind = Kind::Wait(self.time);
        let state = State::new(&self.scope, &self.id, "aws-cdk-stepfunctions.Wait", self.props, kind);
        if let Some(path) = path {
            path.check(state.node());
        }
        if let Some(problem) = problem {
            state.node().report(problem);
        }
        Wait { state }
    }
}

pub(super) fn render(state: &State, time: &WaitTime, language: Option<QueryLanguage>, json: &mut Object) {
    head(state, "Wait", language, json);
    json.insert(time.key, time.value.clone());
    state.put_input_output(json);
    state.put_next(json);
    state.put_assign(json);
}
