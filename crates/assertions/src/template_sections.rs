//! Assertions on parameters, mappings, conditions and outputs of a template.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::error::{AssertionError, expect};
use crate::pattern::Pattern;
use crate::section::{Entries, Matched, entry_matcher, match_entries};
use crate::template::Template;

impl Template {
    fn section(&self, section: &str, logical_id: &str) -> Entries<'_> {
        let entries = self.value.get(section).and_then(Value::as_object).into_iter().flatten();
        entries
            .filter(|(id, _)| logical_id == "*" || *id == logical_id)
            .map(|(id, entry)| (id.as_str(), Cow::Borrowed(entry)))
            .collect()
    }

    fn match_section(
        &self,
        section: &str,
        logical_id: &str,
        pattern: impl Into<Pattern>,
    ) -> Result<Matched<'_>, AssertionError> {
        match_entries(self.section(section, logical_id), &entry_matcher(pattern))
    }
}

/// The assertions on one section.
macro_rules! assertions {
    ($(
        $section:literal, $article:literal, $what:literal: $has:ident, $try_has:ident, $find:ident, $example:literal, $expected:literal;
    )*) => {
        impl Template {$(
            #[doc = concat!("There is ", $article, $what, " with a logical id, or with any if that is `*`, which matches.")]
            ///
            /// ```
            /// use aws_cdk_assertions::{Template, json, pattern};
            ///
            #[doc = concat!("let template = Template::from_json(json!({ \"", $section, "\": { \"Books\": ", $example, " } }));")]
            #[doc = concat!("template.", stringify!($has), "(\"Books\", pattern!(", $expected, "));")]
            #[doc = concat!("template.", stringify!($has), "(\"*\", pattern!(", $expected, "));")]
            /// ```
            ///
            /// # Panics
            /// If there is none.
            #[track_caller]
            pub fn $has(&self, logical_id: &str, expected: impl Into<Pattern>) {
                expect(self.$try_has(logical_id, expected));
            }

            #[doc = concat!("As [`Template::", stringify!($has), "`].")]
            ///
            /// # Errors
            /// If there is none.
            pub fn $try_has(&self, logical_id: &str, expected: impl Into<Pattern>) -> Result<(), AssertionError> {
                self.match_section($section, logical_id, expected)?.require_one($what, &named(logical_id)).map(|_| ())
            }

            #[doc = concat!(
                "The ", $what, "s with a logical id, or with any if that is `*`, which match; `pattern!({})` for all of them."
            )]
            ///
            /// ```
            /// use aws_cdk_assertions::{Template, json, pattern};
            ///
            #[doc = concat!("let template = Template::from_json(json!({ \"", $section, "\": { \"Books\": ", $example, " } }));")]
            #[doc = concat!("assert!(template.", stringify!($find), "(\"*\", pattern!(", $expected, ")).contains_key(\"Books\"));")]
            #[doc = concat!("assert!(template.", stringify!($find), "(\"Other\", pattern!({})).is_empty());")]
            /// ```
            ///
            /// # Panics
            /// If the pattern itself is wrong; see [`Matcher::test`](crate::Matcher::test).
            #[track_caller]
            pub fn $find(&self, logical_id: &str, expected: impl Into<Pattern>) -> Map<String, Value> {
                expect(self.match_section($section, logical_id, expected)).into_map()
            }
        )*}
    };
}

assertions! {
    "Parameters", "a ", "parameter": has_parameter, try_has_parameter, find_parameters,
        r#"{ "Type": "Number", "Default": 3 }"#, r#"{ "Default": 3 }"#;
    "Mappings", "a ", "mapping": has_mapping, try_has_mapping, find_mappings,
        r#"{ "eu-west-1": { "ami": "ami-1" } }"#, r#"{ "eu-west-1": { "ami": "ami-1" } }"#;
    "Conditions", "a ", "condition": has_condition, try_has_condition, find_conditions,
        r#"{ "Fn::Equals": [{ "Ref": "Stage" }, "prod"] }"#, r#"{ "Fn::Equals": [{ "Ref": "Stage" }, "prod"] }"#;
    "Outputs", "an ", "output": has_output, try_has_output, find_outputs,
        r#"{ "Value": "https://books.example", "Description": "books" }"#, r#"{ "Value": "https://books.example" }"#;
}

fn named(logical_id: &str) -> String {
    if logical_id == "*" { "of the template".to_owned() } else { format!("named {logical_id}") }
}
