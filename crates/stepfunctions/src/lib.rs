//! AWS Step Functions: state machines.
//!
//! ```
//! use aws_cdk_core::{App, Duration, Stack, cfn_json};
//! use aws_cdk_stepfunctions::{Choice, Condition, DefinitionBody, Fail, Pass, StateMachine, Succeed, Wait, WaitTime};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let paid = Succeed::new(&stack, "Paid");
//! let refused = Fail::builder(&stack, "Refused").error("Refused").cause("the card was refused").build();
//! let decide = Choice::new(&stack, "Decide");
//! decide.when(Condition::string_equals("$.status", "PAID"), &paid).otherwise(&refused);
//! let definition = Pass::builder(&stack, "Start").result(cfn_json!({ "status": "PAID" })).build()
//!     .next(&Wait::new(&stack, "A while", WaitTime::duration(Duration::minutes(5))))
//!     .next(&decide);
//! let machine = StateMachine::builder(&stack, "Payment", DefinitionBody::from_chainable(&definition)).build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod chain;
mod condition;
mod definition_body;
mod encryption;
mod graph;
mod imported;
mod logs;
mod path;
mod query_language;
mod retry;
mod state;
mod state_machine;
mod state_machine_builder;
mod states;

pub use aws_cdk_cfn_stepfunctions::*;
pub use aws_cdk_interfaces::stepfunctions::{IStateMachine, StateMachineType};
pub use chain::{Chain, IChainable, Nextable};
pub use condition::Condition;
pub use definition_body::DefinitionBody;
pub use encryption::EncryptionConfiguration;
pub use imported::ImportedStateMachine;
pub use logs::{LogLevel, LogOptions};
pub use path::{JsonPath, StatePath};
pub use query_language::QueryLanguage;
pub use retry::{CatchProps, Errors, JitterType, RetryProps};
pub use state::State;
pub use state_machine::StateMachine;
pub use state_machine_builder::StateMachineBuilder;
pub use states::{
    AfterwardsOptions, Choice, ChoiceBuilder, ChoiceTransitionOptions, CustomState, Fail, FailBuilder, Map, MapBuilder,
    Parallel, ParallelBuilder, Pass, PassBuilder, ProcessorMode, ProvideItems, Succeed, SucceedBuilder, Wait,
    WaitBuilder, WaitTime,
};
