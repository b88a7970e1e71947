//! Paths: which part of its data a state takes, and where it puts what it makes.

use aws_cdk_core::{Diagnostic, Json, Node, Token, Value};

/// Stands for no part of the data: a state gets nothing, or keeps nothing of what it makes.
#[derive(Clone, Copy, Debug)]
pub struct Discard;

/// Paths that mean something special.
#[derive(Clone, Copy, Debug)]
pub struct JsonPath;

impl JsonPath {
    /// No part of the data: as the input of a state, an empty object; as the place of its result, nowhere.
    pub const DISCARD: Discard = Discard;

    /// The whole of the data: `$`.
    pub const ENTIRE_PAYLOAD: &'static str = "$";

    /// The data about the execution: `$$`.
    pub const ENTIRE_CONTEXT: &'static str = "$$";

    /// The token that a task answers with: `$$.Task.Token`.
    pub const TASK_TOKEN: &'static str = "$$.Task.Token";
}

/// Which part of its data a state takes or sets: a path such as `$.order`, or [`JsonPath::DISCARD`].
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html>.
#[derive(Clone, Debug)]
pub struct StatePath {
    json: Json,
}

impl From<Discard> for StatePath {
    fn from(_: Discard) -> Self {
        Self { json: Json::Null }
    }
}

macro_rules! from_text {
    ($($text:ty),+) => {
        $(impl From<$text> for StatePath {
            fn from(text: $text) -> Self {
                Self { json: Value::<String>::from(text).into_json() }
            }
        })+
    };
}

from_text!(&str, String, &String, Value<String>, &Value<String>, Token<String>);

impl StatePath {
    /// The path as the definition has it.
    pub(crate) fn to_json(&self) -> Json {
        self.json.clone()
    }

    /// Reports text that is not a path: `stepfunctions::json-path`.
    #[track_caller]
    pub(crate) fn check(&self, node: &Node) {
        if let Some(text) = self.json.as_str().filter(|text| !text.starts_with('$')) {
            node.report(
                Diagnostic::error("stepfunctions::json-path", format!("`{text}` is not a path into the data"))
                    .help("start it with `$`, such as `$.order.id`"),
            );
        }
    }
}
