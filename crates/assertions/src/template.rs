//! Templates to be looked at: of a stack, or from JSON.

use aws_cdk_core::testing::{self, Synthesized, SynthesizedStack};
use aws_cdk_core::{IConstruct, Stack};
use serde_json::Value;

use crate::cyclic;
use crate::error::{AssertionError, expect, usage_error};
use crate::evaluate;
use crate::pattern::Pattern;
use crate::report;
use crate::section::entry_matcher;

/// A CloudFormation template, and assertions on it.
///
/// Methods without `try_` fail the test that calls them, with the closest resources and where they differ; those with it give
/// the same message as an error. Patterns that are object literals are taken as by
/// [`Match::object_like`](crate::Match::object_like): what is in the template may be more.
///
/// ```
/// use aws_cdk_assertions::{Match, Template, pattern};
/// use aws_cdk_core::{App, CfnResource, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Books");
/// CfnResource::builder(&stack, "Orders", "AWS::SQS::Queue").property("DelaySeconds", 5).build();
///
/// let template = Template::from_stack(&stack);
/// template.resource_count_is("AWS::SQS::Queue", 1);
/// template.has_resource_properties("AWS::SQS::Queue", pattern!({
///     "DelaySeconds": 5,
///     "KmsMasterKeyId": Match::absent(),
/// }));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    pub(crate) value: Value,
}

/// How a template is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct TemplateParsingOptions {
    skip_cyclical_dependencies_check: bool,
}

impl TemplateParsingOptions {
    /// Options with their defaults.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, TemplateParsingOptions, json};
    ///
    /// let template = json!({ "Resources": { "A": { "Type": "X", "DependsOn": "A" } } });
    /// assert!(Template::try_from_json(template.clone(), TemplateParsingOptions::new()).is_err());
    /// let options = TemplateParsingOptions::new().skip_cyclical_dependencies_check(true);
    /// assert!(Template::try_from_json(template, options).is_ok());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether resources may depend on each other in a circle, as in a template whose macros have not been run.
    /// Default: false.
    pub fn skip_cyclical_dependencies_check(mut self, value: bool) -> Self {
        self.skip_cyclical_dependencies_check = value;
        self
    }
}

impl Template {
    /// The template of a stack, nested or not. The app is synthesized in memory; nothing is written.
    ///
    /// # Panics
    /// If the app has errors, with all of them; if resources depend on each other in a circle.
    #[track_caller]
    pub fn from_stack(stack: &impl IConstruct) -> Self {
        expect(Self::try_from_stack(stack, TemplateParsingOptions::new()))
    }

    /// As [`Template::from_stack`], with options.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, TemplateParsingOptions};
    /// use aws_cdk_core::{Annotations, App, Stack};
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Books");
    /// Annotations::of(&stack).add_error("books::few", "there are few books");
    /// let error = Template::try_from_stack(&stack, TemplateParsingOptions::new()).unwrap_err();
    /// assert!(error.to_string().contains("error[books::few]: there are few books"));
    /// ```
    ///
    /// # Errors
    /// If the app has errors, with all of them; if resources depend on each other in a circle.
    pub fn try_from_stack(stack: &impl IConstruct, options: TemplateParsingOptions) -> Result<Self, AssertionError> {
        Self::try_from_string(&synthesized_stack(stack)?.template, options)
    }

    /// A template that is given as JSON.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json};
    ///
    /// Template::from_json(json!({ "Resources": {} })).resource_count_is("AWS::SQS::Queue", 0);
    /// ```
    ///
    /// # Panics
    /// If it is not an object; if resources depend on each other in a circle.
    #[track_caller]
    pub fn from_json(template: impl Into<Value>) -> Self {
        expect(Self::try_from_json(template, TemplateParsingOptions::new()))
    }

    /// As [`Template::from_json`], with options.
    ///
    /// # Errors
    /// If it is not an object; if resources depend on each other in a circle.
    pub fn try_from_json(template: impl Into<Value>, options: TemplateParsingOptions) -> Result<Self, AssertionError> {
        let value = template.into();
        if !value.is_object() {
            return Err(usage_error(format!("a template is an object, not {}", report::brief(&value))));
        }
        if !options.skip_cyclical_dependencies_check {
            cyclic::check(&value)?;
        }
        Ok(Self { value })
    }

    /// A template that is given as the text of JSON.
    ///
    /// ```
    /// use aws_cdk_assertions::Template;
    ///
    /// let template = Template::from_string(r#"{ "Resources": { "Orders": { "Type": "AWS::SQS::Queue" } } }"#);
    /// template.resource_count_is("AWS::SQS::Queue", 1);
    /// ```
    ///
    /// # Panics
    /// If it is not an object; if resources depend on each other in a circle.
    #[track_caller]
    pub fn from_string(template: &str) -> Self {
        expect(Self::try_from_string(template, TemplateParsingOptions::new()))
    }

    /// As [`Template::from_string`], with options.
    ///
    /// # Errors
    /// If it is not an object; if resources depend on each other in a circle.
    pub fn try_from_string(template: &str, options: TemplateParsingOptions) -> Result<Self, AssertionError> {
        let value: Value = serde_json::from_str(template)
            .map_err(|error| usage_error(format!("the template is not JSON: {error}")))?;
        Self::try_from_json(value, options)
    }

    /// The whole template.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json};
    ///
    /// let template = Template::from_json(json!({ "Description": "books" }));
    /// assert_eq!(template.to_json()["Description"], "books");
    /// ```
    pub fn to_json(&self) -> &Value {
        &self.value
    }

    /// The template matches a pattern, as a whole. Captures inside keep what they found.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, Template, json, pattern};
    ///
    /// let template = Template::from_json(json!({ "Description": "books", "Resources": {} }));
    /// template.template_matches(pattern!({ "Description": Match::string_like_regexp("^book"), "Outputs": Match::absent() }));
    /// ```
    ///
    /// # Panics
    /// If it does not.
    #[track_caller]
    pub fn template_matches(&self, expected: impl Into<Pattern>) {
        expect(self.try_template_matches(expected));
    }

    /// As [`Template::template_matches`].
    ///
    /// # Errors
    /// If it does not.
    pub fn try_template_matches(&self, expected: impl Into<Pattern>) -> Result<(), AssertionError> {
        let outcome = evaluate::matcher(&entry_matcher(expected), Some(&self.value))?;
        outcome.finish().map_err(|mismatch| {
            let mut error = AssertionError::heading("the template is not as expected:");
            error.text_mut().push(crate::style::Style::Plain, "\n");
            error.text_mut().indented(&report::render(Some(&self.value), &mismatch), 2);
            error
        })
    }
}

/// Synthesizes the app of a stack in memory.
pub(crate) fn synthesize(stack: &Stack) -> Result<Synthesized, AssertionError> {
    testing::synthesize(stack).ok_or_else(|| {
        usage_error("the app is being synthesized: make assertions in tests, not in aspects or lazy values".to_owned())
    })
}

/// A stack as it would be written; with errors of the app there is none.
pub(crate) fn synthesized_stack(construct: &impl IConstruct) -> Result<SynthesizedStack, AssertionError> {
    let stack = Stack::of(construct);
    let synthesized = synthesize(&stack)?;
    if let Some(error) = synthesized.error() {
        return Err(usage_error(format!("the app cannot be synthesized:\n\n{error}")));
    }
    let path = stack.node().path();
    let found = synthesized.stacks.into_iter().find(|one| one.path == path);
    found.ok_or_else(|| usage_error(format!("`{path}` is not a stack of the app")))
}
