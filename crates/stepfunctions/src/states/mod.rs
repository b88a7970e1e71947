//! The kinds of states.

mod choice;
mod custom;
mod fail;
mod map;
mod parallel;
mod pass;
mod succeed;
mod wait;

use aws_cdk_core::{Json, Object};

pub use choice::{AfterwardsOptions, Choice, ChoiceBuilder, ChoiceTransitionOptions};
pub use custom::CustomState;
pub use fail::{Fail, FailBuilder};
pub use map::{Map, MapBuilder, ProcessorMode, ProvideItems};
pub use parallel::{Parallel, ParallelBuilder};
pub use pass::{Pass, PassBuilder};
pub use succeed::{Succeed, SucceedBuilder};
pub use wait::{Wait, WaitBuilder, WaitTime};

use crate::query_language::QueryLanguage;
use crate::state::State;

/// What is particular to a kind of state.
pub(crate) enum Kind {
    Pass { result: Option<Json> },
    Wait(WaitTime),
    Succeed,
    Fail(fail::Cause),
    Choice,
    Parallel,
    Map(Box<map::MapOptions>),
    Custom(Object),
}

impl Kind {
    /// Writes the state. The order of keys is the CDK's, since definitions are text.
    pub(crate) fn render(&self, state: &State, language: Option<QueryLanguage>, json: &mut Object) {
        match self {
            Kind::Pass { result } => pass::render(state, result.as_ref(), language, json),
            Kind::Wait(time) => wait::render(state, time, language, json),
            Kind::Succeed => succeed::render(state, language, json),
            Kind::Fail(cause) => fail::render(state, cause, language, json),
            Kind::Choice => choice::render(state, language, json),
            Kind::Parallel => parallel::render(state, language, json),
            Kind::Map(options) => map::render(state, options, language, json),
            Kind::Custom(own) => custom::render(state, own, language, json),
        }
    }

    /// Whether another state can follow.
    pub(crate) fn can_have_next(&self) -> bool {
        !matches!(self, Kind::Succeed | Kind::Fail(_) | Kind::Choice)
    }
}

/// `Type`, `QueryLanguage` and `Comment`, with which states start.
fn head(state: &State, kind: &str, language: Option<QueryLanguage>, json: &mut Object) {
    json.insert("Type", kind);
    state.put_query_language(language, json);
    state.put_comment(json);
}

/// The handle of a kind of state.
macro_rules! state_handle {
    ($name:ident) => {
        impl $name {
            /// The state, whatever its kind.
            pub fn state(&self) -> &State {
                &self.state
            }

            /// The name of the state in the state machine.
            pub fn state_id(&self) -> String {
                self.state.state_id()
            }

            /// Puts text before the name of the state.
            pub fn add_prefix(&self, prefix: &str) {
                self.state.add_prefix(prefix);
            }
        }

        impl aws_cdk_core::IConstruct for $name {
            fn node(&self) -> &aws_cdk_core::Node {
                self.state.node()
            }
        }

        impl $crate::chain::IChainable for $name {
            fn id(&self) -> String {
                aws_cdk_core::IConstruct::node(self).construct_id()
            }

            fn start_state(&self) -> State {
                self.state.clone()
            }

            fn end_states(&self) -> Vec<$crate::chain::Nextable> {
                if self.state.kind().can_have_next() {
                    vec![$crate::chain::Nextable::after(&self.state)]
                } else {
                    Vec::new()
                }
            }
        }
    };
}

/// `next`, of states that another one can follow.
macro_rules! next_method {
    ($name:ident) => {
        impl $name {
            /// Lets another state or chain follow. A second one is the error `stepfunctions::state-has-next`.
            #[track_caller]
            pub fn next(&self, next: &dyn $crate::chain::IChainable) -> $crate::chain::Chain {
                self.state.make_next(&next.start_state());
                $crate::chain::Chain::sequence(self, next)
            }
        }
    };
}

/// `add_retry` and `add_catch`, of states that can fail.
macro_rules! error_methods {
    ($name:ident) => {
        impl $name {
            /// Tries the state again after errors. Errors: `stepfunctions::errors-all`, `stepfunctions::duration`.
            #[track_caller]
            pub fn add_retry(&self, retry: $crate::retry::RetryProps) -> &Self {
                self.state.add_retry(retry);
                self
            }

            /// Goes on to another state after errors. Errors: `stepfunctions::errors-all`, `stepfunctions::json-path`.
            #[track_caller]
            pub fn add_catch(
                &self,
                handler: &dyn $crate::chain::IChainable,
                catch: $crate::retry::CatchProps,
            ) -> &Self {
                self.state.add_catch(&handler.start_state(), catch);
                self
            }
        }
    };
}

/// Setters of a state's builder, by name.
macro_rules! setters {
    ($($name:ident),+ $(,)?) => { $(setters!(@one $name);)+ };
    (@one comment) => {
        /// What the state is for. Default: none.
        pub fn comment(mut self, value: impl Into<Value<String>>) -> Self {
            self.props.comment = Some(value.into());
            self
        }
    };
    (@one state_name) => {
        /// The name of the state in the state machine. Default: the construct's id.
        pub fn state_name(mut self, value: impl Into<String>) -> Self {
            self.props.state_name = Some(value.into());
            self
        }
    };
    (@one query_language) => {
        /// The language of this state. Default: that of the state machine.
        pub fn query_language(mut self, value: QueryLanguage) -> Self {
            self.props.query_language = Some(value);
            self
        }
    };
    (@one input_path) => {
        /// The part of the input that the state gets; JSONPath. Default: that of Step Functions, `$`.
        pub fn input_path(mut self, value: impl Into<crate::path::StatePath>) -> Self {
            self.props.input_path = Some(value.into());
            self
        }
    };
    (@one output_path) => {
        /// The part of the output that the next state gets; JSONPath. Default: that of Step Functions, `$`.
        pub fn output_path(mut self, value: impl Into<crate::path::StatePath>) -> Self {
            self.props.output_path = Some(value.into());
            self
        }
    };
    (@one result_path) => {
        /// Where in the input the result is put; JSONPath. Default: that of Step Functions, `$`, in place of the input.
        pub fn result_path(mut self, value: impl Into<crate::path::StatePath>) -> Self {
            self.props.result_path = Some(value.into());
            self
        }
    };
    (@one parameters) => {
        /// What the state gets instead of its input; JSONPath. A key that ends in `.$` has a path as its value. Default: the
        /// input.
        pub fn parameters(mut self, value: impl Into<Value<Json>>) -> Self {
            self.props.parameters = Some(value.into().into_json());
            self
        }
    };
    (@one result_selector) => {
        /// What is made of the result; JSONPath. A key that ends in `.$` has a path as its value. Default: the result as it is.
        pub fn result_selector(mut self, value: impl Into<Value<Json>>) -> Self {
            self.props.result_selector = Some(value.into().into_json());
            self
        }
    };
    (@one arguments) => {
        /// What the state gets instead of its input; JSONata. Default: the input.
        pub fn arguments(mut self, value: impl Into<Value<Json>>) -> Self {
            self.props.arguments = Some(value.into().into_json());
            self
        }
    };
    (@one outputs) => {
        /// What the next state gets; JSONata. Default: the result.
        pub fn outputs(mut self, value: impl Into<Value<Json>>) -> Self {
            self.props.outputs = Some(value.into().into_json());
            self
        }
    };
    (@one assign) => {
        /// The variables that are set. Default: none.
        pub fn assign(mut self, value: impl Into<Value<Json>>) -> Self {
            self.props.assign = Some(value.into().into_json());
            self
        }
    };
}

use {error_methods, next_method, setters, state_handle};
