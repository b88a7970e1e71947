//! Where the definition of a state machine comes from.

use std::path::PathBuf;

use aws_cdk_core::{AssetOptions, Value};

use crate::chain::IChainable;
use crate::state::State;

/// The definition of a state machine: text, a file, or states.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_stepfunctions::{DefinitionBody, Pass};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let states = DefinitionBody::from_chainable(&Pass::new(&stack, "Pass"));
/// let text = DefinitionBody::from_string(r#"{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}"#);
/// let file = DefinitionBody::from_file("machines/payment.asl.json");
/// ```
#[derive(Clone, Debug)]
pub struct DefinitionBody {
    pub(crate) source: Source,
}

#[derive(Clone, Debug)]
pub(crate) enum Source {
    File { path: PathBuf, options: AssetOptions },
    Text(Value<String>),
    States(State),
}

impl DefinitionBody {
    /// A file, which is published with the stack; a relative path starts at the working directory. Errors, when the state
    /// machine is built: `core::asset`.
    pub fn from_file(path: impl Into<PathBuf>) -> Self {
        Self::from_file_with(path, AssetOptions::new())
    }

    /// As [`DefinitionBody::from_file`], with options of the asset.
    pub fn from_file_with(path: impl Into<PathBuf>, options: AssetOptions) -> Self {
        Self { source: Source::File { path: path.into(), options } }
    }

    /// JSON text.
    pub fn from_string(definition: impl Into<Value<String>>) -> Self {
        Self { source: Source::Text(definition.into()) }
    }

    /// The states that can be reached from the first one of a chain.
    pub fn from_chainable(chainable: &dyn IChainable) -> Self {
        Self { source: Source::States(chainable.start_state()) }
    }
}
