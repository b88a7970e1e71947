//! Assertions on the resources of a template.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::error::{AssertionError, expect};
use crate::matcher::{Matcher, MatcherKind};
use crate::pattern::Pattern;
use crate::report::{brief, counted};
use crate::section::{Entries, Matched, entry_matcher, match_entries};
use crate::style::Style;
use crate::template::Template;

const WHAT: &str = "resource";

fn of_type(resource_type: &str) -> String {
    format!("of type {resource_type}")
}

/// A matcher for whole resources, from a pattern for their properties.
struct Properties {
    matcher: Matcher,
    /// A resource without properties is one with an empty object of them, unless it is asked whether there are any.
    adds_empty: bool,
}

impl Properties {
    fn new(pattern: impl Into<Pattern>) -> Self {
        let pattern = pattern.into();
        let adds_empty = !matches!(pattern.as_matcher(), Some(Matcher { kind: MatcherKind::Absent }));
        Self { matcher: entry_matcher(Pattern::object([("Properties", pattern)])), adds_empty }
    }
}

fn with_properties(resource: Cow<'_, Value>) -> Cow<'_, Value> {
    match resource.as_object() {
        Some(entries) if !entries.contains_key("Properties") => {
            let mut entries = entries.clone();
            entries.insert("Properties".to_owned(), Value::Object(Map::new()));
            Cow::Owned(Value::Object(entries))
        }
        _ => resource,
    }
}

impl Template {
    fn resources(&self, resource_type: &str) -> Entries<'_> {
        let resources = self.value.get("Resources").and_then(Value::as_object).into_iter().flatten();
        resources
            .filter(|(_, resource)| resource.get("Type").and_then(Value::as_str) == Some(resource_type))
            .map(|(id, resource)| (id.as_str(), Cow::Borrowed(resource)))
            .collect()
    }

    fn match_resources(&self, resource_type: &str, pattern: impl Into<Pattern>) -> Result<Matched<'_>, AssertionError> {
        match_entries(self.resources(resource_type), &entry_matcher(pattern))
    }

    fn match_properties(
        &self,
        resource_type: &str,
        pattern: impl Into<Pattern>,
    ) -> Result<Matched<'_>, AssertionError> {
        let properties = Properties::new(pattern);
        let mut resources = self.resources(resource_type);
        if properties.adds_empty {
            resources = resources.into_iter().map(|(id, resource)| (id, with_properties(resource))).collect();
        }
        match_entries(resources, &properties.matcher)
    }

    /// There are so many resources of a type.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json};
    ///
    /// let template = Template::from_json(json!({ "Resources": { "Orders": { "Type": "AWS::SQS::Queue" } } }));
    /// template.resource_count_is("AWS::SQS::Queue", 1);
    /// template.resource_count_is("AWS::SNS::Topic", 0);
    /// ```
    ///
    /// # Panics
    /// If there are more or fewer.
    #[track_caller]
    pub fn resource_count_is(&self, resource_type: &str, count: usize) {
        expect(self.try_resource_count_is(resource_type, count));
    }

    /// As [`Template::resource_count_is`].
    ///
    /// # Errors
    /// If there are more or fewer.
    pub fn try_resource_count_is(&self, resource_type: &str, count: usize) -> Result<(), AssertionError> {
        let resources = self.resources(resource_type);
        require_count(&resources, &format!("{} {}", counted(count, WHAT), of_type(resource_type)), count)
    }

    /// There are so many resources of a type with certain properties.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Resources": {
    ///     "Orders": { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": 5 } },
    ///     "Returns": { "Type": "AWS::SQS::Queue" },
    /// } }));
    /// template.resource_properties_count_is("AWS::SQS::Queue", pattern!({ "DelaySeconds": 5 }), 1);
    /// template.resource_properties_count_is("AWS::SQS::Queue", Match::absent(), 1);
    /// ```
    ///
    /// # Panics
    /// If there are more or fewer.
    #[track_caller]
    pub fn resource_properties_count_is(&self, resource_type: &str, properties: impl Into<Pattern>, count: usize) {
        expect(self.try_resource_properties_count_is(resource_type, properties, count));
    }

    /// As [`Template::resource_properties_count_is`].
    ///
    /// # Errors
    /// If there are more or fewer.
    pub fn try_resource_properties_count_is(
        &self,
        resource_type: &str,
        properties: impl Into<Pattern>,
        count: usize,
    ) -> Result<(), AssertionError> {
        let matched = self.match_properties(resource_type, properties)?;
        let expected = format!("{} {} with these properties", counted(count, WHAT), of_type(resource_type));
        require_count(&matched.matches, &expected, count)
    }

    /// There is a resource of a type with certain properties.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Resources": {
    ///     "Orders": { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": 5, "QueueName": "orders" } },
    /// } }));
    /// template.has_resource_properties("AWS::SQS::Queue", pattern!({ "DelaySeconds": 5 }));
    /// template.has_resource_properties("AWS::SQS::Queue", json!({ "QueueName": "orders" }));
    /// template.has_resource_properties("AWS::SQS::Queue", Match::not(Match::object_like(pattern!({ "FifoQueue": true }))));
    /// ```
    ///
    /// # Panics
    /// If there is none.
    #[track_caller]
    pub fn has_resource_properties(&self, resource_type: &str, properties: impl Into<Pattern>) {
        expect(self.try_has_resource_properties(resource_type, properties));
    }

    /// As [`Template::has_resource_properties`].
    ///
    /// # Errors
    /// If there is none.
    pub fn try_has_resource_properties(
        &self,
        resource_type: &str,
        properties: impl Into<Pattern>,
    ) -> Result<(), AssertionError> {
        self.match_properties(resource_type, properties)?.require_one(WHAT, &of_type(resource_type)).map(|_| ())
    }

    /// There is a resource of a type whose whole definition (`Properties`, `DependsOn`, `DeletionPolicy`, …) matches.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Resources": {
    ///     "Orders": { "Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain" },
    /// } }));
    /// template.has_resource("AWS::SQS::Queue", pattern!({ "DeletionPolicy": "Retain" }));
    /// ```
    ///
    /// # Panics
    /// If there is none.
    #[track_caller]
    pub fn has_resource(&self, resource_type: &str, definition: impl Into<Pattern>) {
        expect(self.try_has_resource(resource_type, definition));
    }

    /// As [`Template::has_resource`].
    ///
    /// # Errors
    /// If there is none.
    pub fn try_has_resource(&self, resource_type: &str, definition: impl Into<Pattern>) -> Result<(), AssertionError> {
        self.match_resources(resource_type, definition)?.require_one(WHAT, &of_type(resource_type)).map(|_| ())
    }

    /// There are resources of a type, and the whole definition of each matches.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Resources": {
    ///     "Orders": { "Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain" },
    ///     "Returns": { "Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain" },
    /// } }));
    /// template.all_resources("AWS::SQS::Queue", pattern!({ "DeletionPolicy": "Retain" }));
    /// ```
    ///
    /// # Panics
    /// If one does not match, or there is none.
    #[track_caller]
    pub fn all_resources(&self, resource_type: &str, definition: impl Into<Pattern>) {
        expect(self.try_all_resources(resource_type, definition));
    }

    /// As [`Template::all_resources`].
    ///
    /// # Errors
    /// If one does not match, or there is none.
    pub fn try_all_resources(&self, resource_type: &str, definition: impl Into<Pattern>) -> Result<(), AssertionError> {
        self.match_resources(resource_type, definition)?.require_all(WHAT, &of_type(resource_type))
    }

    /// There are resources of a type, and the properties of each match.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Resources": {
    ///     "Orders": { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": 5 } },
    ///     "Returns": { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": 7 } },
    /// } }));
    /// template.all_resources_properties("AWS::SQS::Queue", pattern!({ "DelaySeconds": Match::any_value() }));
    /// ```
    ///
    /// # Panics
    /// If those of one do not match, or there is none.
    #[track_caller]
    pub fn all_resources_properties(&self, resource_type: &str, properties: impl Into<Pattern>) {
        expect(self.try_all_resources_properties(resource_type, properties));
    }

    /// As [`Template::all_resources_properties`].
    ///
    /// # Errors
    /// If those of one do not match, or there is none.
    pub fn try_all_resources_properties(
        &self,
        resource_type: &str,
        properties: impl Into<Pattern>,
    ) -> Result<(), AssertionError> {
        self.match_properties(resource_type, properties)?.require_all(WHAT, &of_type(resource_type))
    }

    /// The resources of a type whose whole definition matches, by logical id; `pattern!({})` for all of them.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Resources": {
    ///     "Orders": { "Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain" },
    ///     "Returns": { "Type": "AWS::SQS::Queue" },
    /// } }));
    /// let kept = template.find_resources("AWS::SQS::Queue", pattern!({ "DeletionPolicy": "Retain" }));
    /// assert_eq!(kept.keys().collect::<Vec<_>>(), ["Orders"]);
    /// ```
    ///
    /// # Panics
    /// If the pattern itself is wrong; see [`Matcher::test`](crate::Matcher::test).
    #[track_caller]
    pub fn find_resources(&self, resource_type: &str, definition: impl Into<Pattern>) -> Map<String, Value> {
        expect(self.match_resources(resource_type, definition)).into_map()
    }

    /// The logical id of the one resource of a type whose whole definition matches.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Resources": {
    ///     "Orders": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": "orders" } },
    ///     "Returns": { "Type": "AWS::SQS::Queue" },
    /// } }));
    /// let orders = pattern!({ "Properties": { "QueueName": "orders" } });
    /// assert_eq!(template.get_resource_id("AWS::SQS::Queue", orders), "Orders");
    /// ```
    ///
    /// # Panics
    /// If there is none, or more than one.
    #[track_caller]
    pub fn get_resource_id(&self, resource_type: &str, definition: impl Into<Pattern>) -> String {
        expect(self.try_get_resource_id(resource_type, definition))
    }

    /// As [`Template::get_resource_id`].
    ///
    /// # Errors
    /// If there is none, or more than one.
    pub fn try_get_resource_id(
        &self,
        resource_type: &str,
        definition: impl Into<Pattern>,
    ) -> Result<String, AssertionError> {
        let matched = self.match_resources(resource_type, definition)?;
        let matched = matched.require_one(WHAT, &of_type(resource_type))?;
        match matched.matches.as_slice() {
            [(id, _)] => Ok((*id).to_owned()),
            several => {
                let expected = format!("one {WHAT} {} like this", of_type(resource_type));
                Err(count_error(several, &expected))
            }
        }
    }
}

fn require_count(entries: &Entries<'_>, expected: &str, count: usize) -> Result<(), AssertionError> {
    if entries.len() == count { Ok(()) } else { Err(count_error(entries, expected)) }
}

fn count_error(entries: &[(&str, Cow<'_, Value>)], expected: &str) -> AssertionError {
    let colon = if entries.is_empty() { "" } else { ":" };
    let mut error = AssertionError::heading(format!("expected {expected}, found {}{colon}", entries.len()));
    for (id, entry) in entries {
        let properties =
            entry.get("Properties").map(|properties| format!(" {}", brief(properties))).unwrap_or_default();
        let text = error.text_mut();
        text.push(Style::Plain, "  ");
        text.push(Style::Strong, *id);
        text.line(Style::Plain, properties);
    }
    error
}
