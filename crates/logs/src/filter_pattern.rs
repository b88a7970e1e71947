//! Patterns of log events: which ones a filter takes.

use std::fmt::Display;

/// Which log events a filter takes.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html>.
///
/// ```
/// use aws_cdk_logs::{Comparison, FilterPattern};
///
/// assert_eq!(FilterPattern::all_terms(["ERROR", "main thread"]).as_str(), r#""ERROR" "main thread""#);
/// assert_eq!(FilterPattern::any_term(["ERROR", "WARN"]).as_str(), r#"?"ERROR" ?"WARN""#);
/// let slow = FilterPattern::number_value("$.latency", Comparison::GreaterThan, 1000);
/// let failed = FilterPattern::string_value("$.status", Comparison::Equal, "5*");
/// assert_eq!(slow.and(failed).as_str(), r#"{ ($.latency > 1000) && ($.status = "5*") }"#);
/// ```
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterPattern {
    text: String,
}

/// A pattern of events that are JSON.
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonPattern {
    condition: String,
    text: String,
}

/// How a field is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`, of numbers.
    LessThan,
    /// `<=`, of numbers.
    LessThanOrEqual,
    /// `>`, of numbers.
    GreaterThan,
    /// `>=`, of numbers.
    GreaterThanOrEqual,
}

impl Comparison {
    /// The sign.
    pub fn as_str(self) -> &'static str {
        match self {
            Comparison::Equal => "=",
            Comparison::NotEqual => "!=",
            Comparison::LessThan => "<",
            Comparison::LessThanOrEqual => "<=",
            Comparison::GreaterThan => ">",
            Comparison::GreaterThanOrEqual => ">=",
        }
    }
}

impl From<JsonPattern> for FilterPattern {
    fn from(pattern: JsonPattern) -> Self {
        Self { text: pattern.text }
    }
}

impl FilterPattern {
    /// The text of a pattern.
    pub fn literal(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }

    /// All events.
    pub fn all_events() -> Self {
        Self::literal("")
    }

    /// Events with all terms.
    pub fn all_terms<S: AsRef<str>>(terms: impl IntoIterator<Item = S>) -> Self {
        Self::any_term_group([terms])
    }

    /// Events with one of the terms.
    pub fn any_term<S: AsRef<str>>(terms: impl IntoIterator<Item = S>) -> Self {
        Self::any_term_group(terms.into_iter().map(|term| [term]))
    }

    /// Events with all terms of one of the groups.
    pub fn any_term_group<S: AsRef<str>, G: IntoIterator<Item = S>>(groups: impl IntoIterator<Item = G>) -> Self {
        let quoted = |group: G| group.into_iter().map(|term| quote(term.as_ref())).collect::<Vec<_>>().join(" ");
        let groups: Vec<String> = groups.into_iter().map(quoted).collect();
        match &groups[..] {
            [one] => Self::literal(one),
            many => Self::literal(many.iter().map(|group| format!("?{group}")).collect::<Vec<_>>().join(" ")),
        }
    }

    /// JSON events whose field is a text, which may have `*` for anything.
    pub fn string_value(json_field: &str, comparison: Comparison, value: &str) -> JsonPattern {
        JsonPattern::new(format!("{json_field} {} {}", comparison.as_str(), quote(value)))
    }

    /// JSON events whose field is a number.
    pub fn number_value(json_field: &str, comparison: Comparison, value: impl Display) -> JsonPattern {
        JsonPattern::new(format!("{json_field} {} {value}", comparison.as_str()))
    }

    /// JSON events whose field matches a regular expression.
    pub fn regex_value(json_field: &str, comparison: Comparison, value: &str) -> JsonPattern {
        JsonPattern::new(format!("{json_field} {} %{value}%", comparison.as_str()))
    }

    /// JSON events whose field is null.
    pub fn is_null(json_field: &str) -> JsonPattern {
        JsonPattern::new(format!("{json_field} IS NULL"))
    }

    /// JSON events without the field.
    pub fn not_exists(json_field: &str) -> JsonPattern {
        JsonPattern::new(format!("{json_field} NOT EXISTS"))
    }

    /// JSON events with the field.
    pub fn exists(json_field: &str) -> JsonPattern {
        Self::string_value(json_field, Comparison::Equal, "*")
    }

    /// JSON events whose field is true, or false.
    pub fn boolean_value(json_field: &str, value: bool) -> JsonPattern {
        JsonPattern::new(format!("{json_field} {}", if value { "IS TRUE" } else { "IS FALSE" }))
    }

    /// The text of the pattern.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl JsonPattern {
    fn new(condition: String) -> Self {
        Self { text: format!("{{ {condition} }}"), condition }
    }

    /// Events that another pattern takes as well.
    pub fn and(self, other: JsonPattern) -> JsonPattern {
        self.join("&&", [other])
    }

    /// Events that all other patterns take as well.
    pub fn and_all(self, others: impl IntoIterator<Item = JsonPattern>) -> JsonPattern {
        self.join("&&", others)
    }

    /// Events that this pattern takes, or another one.
    pub fn or(self, other: JsonPattern) -> JsonPattern {
        self.join("||", [other])
    }

    /// Events that this pattern takes, or one of others.
    pub fn or_any(self, others: impl IntoIterator<Item = JsonPattern>) -> JsonPattern {
        self.join("||", others)
    }

    fn join(self, operator: &str, others: impl IntoIterator<Item = JsonPattern>) -> JsonPattern {
        let mut conditions = vec![self.condition];
        for other in others {
            conditions.push(other.condition);
        }
        match &conditions[..] {
            [one] => JsonPattern::new(one.clone()),
            many => {
                let clauses: Vec<String> = many.iter().map(|condition| format!("({condition})")).collect();
                JsonPattern::new(clauses.join(&format!(" {operator} ")))
            }
        }
    }

    /// The text of the pattern.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

fn quote(term: &str) -> String {
    format!("\"{}\"", term.replace('\\', "\\\\").replace('"', "\\\""))
}
