//! Parameters of a template.

use crate::cfn_element::{self, ICfnElement, Section};
use crate::diagnostic::Diagnostic;
use crate::node::{IConstruct, Node};
use crate::token::{Attribute, Hint, Token};
use crate::value::{Json, Object, Value};

/// A value that is given when the stack is deployed.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>.
///
/// ```
/// use aws_cdk_core::{App, CfnOutput, CfnParameter, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let host = CfnParameter::builder(&stack, "Host").default("example.com").description("the backend").build();
/// CfnOutput::new(&stack, "Backend", host.value_as_string());
/// ```
#[derive(Clone, Debug)]
pub struct CfnParameter {
    node: Node,
}

impl IConstruct for CfnParameter {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl ICfnElement for CfnParameter {}

/// The order in which the keys of a parameter are printed.
pub(crate) const ORDER: &[&str] = &[
    "Type",
    "Default",
    "AllowedPattern",
    "AllowedValues",
    "ConstraintDescription",
    "Description",
    "MaxLength",
    "MaxValue",
    "MinLength",
    "MinValue",
    "NoEcho",
];

impl CfnParameter {
    /// A parameter of type `String`.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a parameter with options.
    pub fn builder(scope: &impl IConstruct, id: impl AsRef<str>) -> CfnParameterBuilder {
        CfnParameterBuilder { scope: scope.node().clone(), id: id.as_ref().to_owned(), entry: Object::new() }
    }

    /// The type, such as `String` or `List<AWS::EC2::Subnet::Id>`.
    pub fn parameter_type(&self) -> String {
        let kind = cfn_element::entry_value(&self.node, "Type");
        kind.as_ref().and_then(Json::as_str).unwrap_or("String").to_owned()
    }

    pub(crate) fn is_no_echo(&self) -> bool {
        matches!(cfn_element::entry_value(&self.node, "NoEcho"), Some(Json::Bool(true)))
    }

    fn value<T>(&self, hint: Hint) -> Token<T> {
        cfn_element::reference(&self.node, Attribute::Ref, hint)
    }

    #[track_caller]
    fn check(&self, fits: bool, wanted: &str) {
        if !fits {
            let message = format!("a parameter of type `{}` is not {wanted}", self.parameter_type());
            self.node.report(
                Diagnostic::error("core::parameter-type", message)
                    .help("take the value with the method of the parameter's type"),
            );
        }
    }

    /// The value, without regard to its type.
    pub fn value_as_any(&self) -> Token<Json> {
        let kind = self.parameter_type();
        let hint = match kind.as_str() {
            "Number" => Hint::Number,
            kind if is_list(kind) => Hint::List,
            _ => Hint::String,
        };
        self.value(hint)
    }

    /// The value as text. For a list this is the error `core::parameter-type`.
    #[track_caller]
    pub fn value_as_string(&self) -> Token<String> {
        self.check(!is_list(&self.parameter_type()), "a text or number");
        self.value(Hint::String)
    }

    /// The value as a number. For another type this is the error `core::parameter-type`.
    #[track_caller]
    pub fn value_as_number(&self) -> Token<i64> {
        self.check(self.parameter_type() == "Number", "a number");
        self.value(Hint::Number)
    }

    /// The value as a list. For another type this is the error `core::parameter-type`.
    #[track_caller]
    pub fn value_as_list(&self) -> Token<Vec<String>> {
        self.check(is_list(&self.parameter_type()), "a list");
        self.value(Hint::List)
    }
}

fn is_list(kind: &str) -> bool {
    kind.contains("List<") || kind.contains("CommaDelimitedList")
}

/// Builds a [`CfnParameter`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct CfnParameterBuilder {
    scope: Node,
    id: String,
    entry: Object,
}

macro_rules! setters {
    ($($(#[$doc:meta])* $setter:ident($key:literal): $type:ty;)+) => {
        $($(#[$doc])*
        pub fn $setter(mut self, value: impl Into<Value<$type>>) -> Self {
            self.entry.insert($key, value.into().into_json());
            self
        })+
    };
}

impl CfnParameterBuilder {
    /// The type. Default: `String`.
    pub fn parameter_type(mut self, kind: impl AsRef<str>) -> Self {
        self.entry.insert("Type", kind.as_ref());
        self
    }

    setters! {
        /// The value if none is given: text, or a number. Default: a value must be given.
        default("Default"): Json;
        /// A regular expression for the value. Default: none.
        allowed_pattern("AllowedPattern"): String;
        /// The values that are allowed. Default: all.
        allowed_values("AllowedValues"): Vec<String>;
        /// What is said of a value that is not allowed. Default: CloudFormation's own words.
        constraint_description("ConstraintDescription"): String;
        /// The description, up to 4,000 characters. Default: none.
        description("Description"): String;
        /// The most characters of a text. Default: no limit.
        max_length("MaxLength"): i64;
        /// The largest number. Default: no limit.
        max_value("MaxValue"): f64;
        /// The fewest characters of a text. Default: no limit.
        min_length("MinLength"): i64;
        /// The smallest number. Default: no limit.
        min_value("MinValue"): f64;
        /// Whether the value is masked wherever it is shown. Default: false.
        no_echo("NoEcho"): bool;
    }

    /// Adds the parameter to the tree. Errors: `core::outside-stack`, and those of ids.
    #[track_caller]
    pub fn build(mut self) -> CfnParameter {
        if self.entry.get("Type").is_none() {
            self.entry.insert("Type", "String");
        }
        let ordered = ORDER.iter().filter_map(|key| Some((*key, self.entry.get(key)?.clone()))).collect();
        let node =
            cfn_element::add_entry(&self.scope, &self.id, Section::Parameters, ordered, "aws-cdk-core.CfnParameter");
        CfnParameter { node }
    }
}
