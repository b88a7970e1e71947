//! Conditions: when a choice goes one way.

use aws_cdk_core::{Diagnostic, Json, Node, Object, Value, cfn_format};

/// When a choice goes one way.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html>.
///
/// ```
/// use aws_cdk_stepfunctions::Condition;
///
/// let large = Condition::and([Condition::is_present("$.total"), Condition::number_greater_than("$.total", 100)]);
/// let jsonata = Condition::jsonata("{% $states.input.total > 100 %}");
/// ```
#[derive(Clone, Debug)]
pub struct Condition {
    json: Object,
    problems: Vec<Diagnostic>,
}

macro_rules! type_tests {
    ($($(#[$doc:meta])* $name:ident: $operator:literal is $value:literal;)+) => {
        impl Condition {
            $($(#[$doc])*
            #[track_caller]
            pub fn $name(variable: impl Into<Value<String>>) -> Self {
                Self::comparison(variable.into(), $operator, Value::<bool>::from($value))
            })+
        }
    };
}

macro_rules! comparisons {
    ($($kind:ty { $($(#[$doc:meta])* $name:ident: $operator:literal;)+ })+) => {
        impl Condition {
            $($($(#[$doc])*
            #[track_caller]
            pub fn $name(variable: impl Into<Value<String>>, value: impl Into<Value<$kind>>) -> Self {
                Self::comparison(variable.into(), $operator, value.into())
            })+)+
        }
    };
}

type_tests! {
    /// The variable is there.
    is_present: "IsPresent" is true;
    /// The variable is not there.
    is_not_present: "IsPresent" is false;
    /// The variable is text.
    is_string: "IsString" is true;
    /// The variable is not text.
    is_not_string: "IsString" is false;
    /// The variable is a number.
    is_numeric: "IsNumeric" is true;
    /// The variable is not a number.
    is_not_numeric: "IsNumeric" is false;
    /// The variable is `true` or `false`.
    is_boolean: "IsBoolean" is true;
    /// The variable is neither `true` nor `false`.
    is_not_boolean: "IsBoolean" is false;
    /// The variable is a time.
    is_timestamp: "IsTimestamp" is true;
    /// The variable is not a time.
    is_not_timestamp: "IsTimestamp" is false;
    /// The variable is not `null`.
    is_not_null: "IsNull" is false;
    /// The variable is `null`.
    is_null: "IsNull" is true;
}

comparisons! {
    bool {
        /// The variable is this flag.
        boolean_equals: "BooleanEquals";
    }
    f64 {
        /// The variable is this number.
        number_equals: "NumericEquals";
        /// The variable is less than a number.
        number_less_than: "NumericLessThan";
        /// The variable is at most a number.
        number_less_than_equals: "NumericLessThanEquals";
        /// The variable is more than a number.
        number_greater_than: "NumericGreaterThan";
        /// The variable is at least a number.
        number_greater_than_equals: "NumericGreaterThanEquals";
    }
    String {
        /// The variable is the flag at a path.
        boolean_equals_json_path: "BooleanEqualsPath";
        /// The variable is this text.
        string_equals: "StringEquals";
        /// The variable is the text at a path.
        string_equals_json_path: "StringEqualsPath";
        /// The variable comes before a text.
        string_less_than: "StringLessThan";
        /// The variable comes before the text at a path.
        string_less_than_json_path: "StringLessThanPath";
        /// The variable is a text or comes before it.
        string_less_than_equals: "StringLessThanEquals";
        /// The variable is the text at a path or comes before it.
        string_less_than_equals_json_path: "StringLessThanEqualsPath";
        /// The variable comes after a text.
        string_greater_than: "StringGreaterThan";
        /// The variable comes after the text at a path.
        string_greater_than_json_path: "StringGreaterThanPath";
        /// The variable is a text or comes after it.
        string_greater_than_equals: "StringGreaterThanEquals";
        /// The variable is the text at a path or comes after it.
        string_greater_than_equals_json_path: "StringGreaterThanEqualsPath";
        /// The variable is text that matches a pattern, in which `*` stands for anything.
        string_matches: "StringMatches";
        /// The variable is the number at a path.
        number_equals_json_path: "NumericEqualsPath";
        /// The variable is less than the number at a path.
        number_less_than_json_path: "NumericLessThanPath";
        /// The variable is at most the number at a path.
        number_less_than_equals_json_path: "NumericLessThanEqualsPath";
        /// The variable is more than the number at a path.
        number_greater_than_json_path: "NumericGreaterThanPath";
        /// The variable is at least the number at a path.
        number_greater_than_equals_json_path: "NumericGreaterThanEqualsPath";
        /// The variable is this time, such as `2027-01-01T00:00:00Z`.
        timestamp_equals: "TimestampEquals";
        /// The variable is the time at a path.
        timestamp_equals_json_path: "TimestampEqualsPath";
        /// The variable is before a time.
        timestamp_less_than: "TimestampLessThan";
        /// The variable is before the time at a path.
        timestamp_less_than_json_path: "TimestampLessThanPath";
        /// The variable is a time or before it.
        timestamp_less_than_equals: "TimestampLessThanEquals";
        /// The variable is the time at a path or before it.
        timestamp_less_than_equals_json_path: "TimestampLessThanEqualsPath";
        /// The variable is after a time.
        timestamp_greater_than: "TimestampGreaterThan";
        /// The variable is after the time at a path.
        timestamp_greater_than_json_path: "TimestampGreaterThanPath";
        /// The variable is a time or after it.
        timestamp_greater_than_equals: "TimestampGreaterThanEquals";
        /// The variable is the time at a path or after it.
        timestamp_greater_than_equals_json_path: "TimestampGreaterThanEqualsPath";
    }
}

impl Condition {
    #[track_caller]
    fn comparison(variable: Value<String>, operator: &str, value: impl Into<Value<Json>>) -> Self {
        let mut problems = Vec::new();
        let is_variable = |text: &str| text.starts_with('$') || text.contains("$.") || text.contains("$[");
        if let Some(text) = variable.as_literal().filter(|text| !is_variable(text)) {
            problems.push(
                Diagnostic::error("stepfunctions::condition-variable", format!("`{text}` is not a variable"))
                    .help("use `$`, or start with `$.` or `$[`, such as `$.order.total`"),
            );
        }
        let mut json = Object::new();
        json.insert("Variable", variable).insert(operator, value);
        Self { json, problems }
    }

    /// All conditions hold. None at all is the error `stepfunctions::condition-empty`, where it is used.
    #[track_caller]
    pub fn and(conditions: impl IntoIterator<Item = Condition>) -> Self {
        Self::compound("And", conditions)
    }

    /// One condition holds at least. None at all is the error `stepfunctions::condition-empty`, where it is used.
    #[track_caller]
    pub fn or(conditions: impl IntoIterator<Item = Condition>) -> Self {
        Self::compound("Or", conditions)
    }

    #[track_caller]
    fn compound(operator: &str, conditions: impl IntoIterator<Item = Condition>) -> Self {
        let mut problems = Vec::new();
        let mut inner = Vec::new();
        for condition in conditions {
            problems.extend(condition.problems);
            inner.push(Json::Object(condition.json));
        }
        if inner.is_empty() {
            problems.push(
                Diagnostic::error("stepfunctions::condition-empty", "a condition is made of no others")
                    .help("give it one at least"),
            );
        }
        let mut json = Object::new();
        json.insert(operator, Json::List(inner));
        Self { json, problems }
    }

    /// The condition does not hold.
    #[allow(clippy::should_implement_trait, reason = "the CDK's name, next to `and` and `or`")]
    pub fn not(condition: Condition) -> Self {
        let mut json = Object::new();
        json.insert("Not", Json::Object(condition.json));
        Self { json, problems: condition.problems }
    }

    /// An expression in JSONata, in `{% %}`; another one is the error `stepfunctions::jsonata`, where it is used.
    #[track_caller]
    pub fn jsonata(expression: impl Into<Value<String>>) -> Self {
        let expression = expression.into();
        let problems = match expression.as_literal() {
            Some(text) if !is_jsonata(text) => vec![not_jsonata(text)],
            _ => Vec::new(),
        };
        let mut json = Object::new();
        json.insert("Condition", cfn_format!("{}", expression));
        Self { json, problems }
    }

    pub(crate) fn check(&self, node: &Node) {
        self.problems.iter().for_each(|problem| node.report(problem.clone()));
    }

    pub(crate) fn to_json(&self) -> Object {
        self.json.clone()
    }
}

pub(crate) fn is_jsonata(text: &str) -> bool {
    text.len() >= 4 && text.starts_with("{%") && text.ends_with("%}")
}

#[track_caller]
pub(crate) fn not_jsonata(text: &str) -> Diagnostic {
    Diagnostic::error("stepfunctions::jsonata", format!("`{text}` is not an expression in JSONata"))
        .help("put it between `{%` and `%}`")
}
