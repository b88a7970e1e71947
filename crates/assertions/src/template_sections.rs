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

    /// There is a parameter with a logical id, or with any if that is `*`, which matches.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Parameters": { "Size": { "Type": "Number", "Default": 3 } } }));
    /// template.has_parameter("Size", pattern!({ "Default": 3 }));
    /// template.has_parameter("*", pattern!({ "Default": 3 }));
    /// ```
    ///
    /// # Panics
    /// If there is none.
    #[track_caller]
    pub fn has_parameter(&self, logical_id: &str, expected: impl Into<Pattern>) {
        expect(self.try_has_parameter(logical_id, expected));
    }

    /// As [`Template::has_parameter`].
    ///
    /// # Errors
    /// If there is none.
    pub fn try_has_parameter(&self, logical_id: &str, expected: impl Into<Pattern>) -> Result<(), AssertionError> {
        let matched = self.match_section("Parameters", logical_id, expected)?;
        matched.require_one("parameter", &named(logical_id)).map(|_| ())
    }

    /// The parameters with a logical id, or with any if that is `*`, which match; `pattern!({})` for all of them.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Parameters": { "Size": { "Type": "Number", "Default": 3 } } }));
    /// assert!(template.find_parameters("*", pattern!({ "Type": "Number" })).contains_key("Size"));
    /// assert!(template.find_parameters("Other", pattern!({ "Type": "Number" })).is_empty());
    /// ```
    ///
    /// # Panics
    /// If the pattern itself is wrong; see [`Matcher::test`](crate::Matcher::test).
    #[track_caller]
    pub fn find_parameters(&self, logical_id: &str, expected: impl Into<Pattern>) -> Map<String, Value> {
        expect(self.match_section("Parameters", logical_id, expected)).into_map()
    }

    /// There is a mapping with a logical id, or with any if that is `*`, which matches.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Mappings": { "Regions": { "eu-west-1": { "ami": "ami-1" } } } }));
    /// template.has_mapping("Regions", pattern!({ "eu-west-1": { "ami": "ami-1" } }));
    /// template.has_mapping("*", pattern!({ "eu-west-1": { "ami": "ami-1" } }));
    /// ```
    ///
    /// # Panics
    /// If there is none.
    #[track_caller]
    pub fn has_mapping(&self, logical_id: &str, expected: impl Into<Pattern>) {
        expect(self.try_has_mapping(logical_id, expected));
    }

    /// As [`Template::has_mapping`].
    ///
    /// # Errors
    /// If there is none.
    pub fn try_has_mapping(&self, logical_id: &str, expected: impl Into<Pattern>) -> Result<(), AssertionError> {
        let matched = self.match_section("Mappings", logical_id, expected)?;
        matched.require_one("mapping", &named(logical_id)).map(|_| ())
    }

    /// The mappings with a logical id, or with any if that is `*`, which match; `pattern!({})` for all of them.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Mappings": { "Regions": { "eu-west-1": { "ami": "ami-1" } } } }));
    /// assert!(template.find_mappings("*", pattern!({ "eu-west-1": {} })).contains_key("Regions"));
    /// assert!(template.find_mappings("Other", pattern!({ "eu-west-1": {} })).is_empty());
    /// ```
    ///
    /// # Panics
    /// If the pattern itself is wrong; see [`Matcher::test`](crate::Matcher::test).
    #[track_caller]
    pub fn find_mappings(&self, logical_id: &str, expected: impl Into<Pattern>) -> Map<String, Value> {
        expect(self.match_section("Mappings", logical_id, expected)).into_map()
    }

    /// There is a condition with a logical id, or with any if that is `*`, which matches.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Conditions": { "IsProd": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] } } }));
    /// template.has_condition("IsProd", pattern!({ "Fn::Equals": [{ "Ref": "Stage" }, "prod"] }));
    /// template.has_condition("*", pattern!({ "Fn::Equals": [{ "Ref": "Stage" }, "prod"] }));
    /// ```
    ///
    /// # Panics
    /// If there is none.
    #[track_caller]
    pub fn has_condition(&self, logical_id: &str, expected: impl Into<Pattern>) {
        expect(self.try_has_condition(logical_id, expected));
    }

    /// As [`Template::has_condition`].
    ///
    /// # Errors
    /// If there is none.
    pub fn try_has_condition(&self, logical_id: &str, expected: impl Into<Pattern>) -> Result<(), AssertionError> {
        let matched = self.match_section("Conditions", logical_id, expected)?;
        matched.require_one("condition", &named(logical_id)).map(|_| ())
    }

    /// The conditions with a logical id, or with any if that is `*`, which match; `pattern!({})` for all of them.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Conditions": { "IsProd": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] } } }));
    /// assert!(template.find_conditions("*", pattern!({})).contains_key("IsProd"));
    /// assert!(template.find_conditions("Other", pattern!({})).is_empty());
    /// ```
    ///
    /// # Panics
    /// If the pattern itself is wrong; see [`Matcher::test`](crate::Matcher::test).
    #[track_caller]
    pub fn find_conditions(&self, logical_id: &str, expected: impl Into<Pattern>) -> Map<String, Value> {
        expect(self.match_section("Conditions", logical_id, expected)).into_map()
    }

    /// There is an output with a logical id, or with any if that is `*`, which matches.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Outputs": { "Url": { "Value": "https://books.example", "Description": "books" } } }));
    /// template.has_output("Url", pattern!({ "Value": "https://books.example" }));
    /// template.has_output("*", pattern!({ "Value": "https://books.example" }));
    /// ```
    ///
    /// # Panics
    /// If there is none.
    #[track_caller]
    pub fn has_output(&self, logical_id: &str, expected: impl Into<Pattern>) {
        expect(self.try_has_output(logical_id, expected));
    }

    /// As [`Template::has_output`].
    ///
    /// # Errors
    /// If there is none.
    pub fn try_has_output(&self, logical_id: &str, expected: impl Into<Pattern>) -> Result<(), AssertionError> {
        let matched = self.match_section("Outputs", logical_id, expected)?;
        matched.require_one("output", &named(logical_id)).map(|_| ())
    }

    /// The outputs with a logical id, or with any if that is `*`, which match; `pattern!({})` for all of them.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Outputs": { "Url": { "Value": "https://books.example", "Description": "books" } } }));
    /// assert!(template.find_outputs("*", pattern!({ "Description": "books" })).contains_key("Url"));
    /// assert!(template.find_outputs("Other", pattern!({ "Description": "books" })).is_empty());
    /// ```
    ///
    /// # Panics
    /// If the pattern itself is wrong; see [`Matcher::test`](crate::Matcher::test).
    #[track_caller]
    pub fn find_outputs(&self, logical_id: &str, expected: impl Into<Pattern>) -> Map<String, Value> {
        expect(self.match_section("Outputs", logical_id, expected)).into_map()
    }
}

fn named(logical_id: &str) -> String {
    if logical_id == "*" { "of the template".to_owned() } else { format!("named {logical_id}") }
}
