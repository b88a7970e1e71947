//! What an assertion says when it fails.

use std::error::Error;
use std::fmt;

use crate::style::{self, Style, Text};

/// Why an assertion failed: what was expected, and what the template has instead.
///
/// `Display` and `Debug` print the same report, without colours, so that a test that returns it is readable.
///
/// ```
/// use aws_cdk_assertions::{Template, json};
///
/// let template = Template::from_json(json!({ "Resources": {} }));
/// let error = template.try_resource_count_is("AWS::SQS::Queue", 1).unwrap_err();
/// assert_eq!(error.to_string(), "expected 1 resource of type AWS::SQS::Queue, found 0");
/// ```
#[derive(Clone)]
pub struct AssertionError {
    text: Text,
}

impl AssertionError {
    pub(crate) fn new(text: Text) -> Self {
        Self { text }
    }

    /// One line in which something is wrong.
    pub(crate) fn heading(text: impl Into<String>) -> Self {
        let mut heading = Text::default();
        heading.line(Style::Strong, text);
        Self::new(heading)
    }

    pub(crate) fn text_mut(&mut self) -> &mut Text {
        &mut self.text
    }

    /// Fails the test.
    #[allow(clippy::panic, reason = "an assertion of a test fails by panicking")]
    #[track_caller]
    pub(crate) fn raise(self) -> ! {
        panic!("{}", self.text.render(style::colours()))
    }
}

/// The value, or the failure of the test.
#[track_caller]
pub(crate) fn expect<T>(result: Result<T, AssertionError>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => error.raise(),
    }
}

/// An assertion that is itself wrong.
pub(crate) fn usage_error(message: String) -> AssertionError {
    AssertionError::new(message.into())
}

impl fmt::Display for AssertionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text.render(false))
    }
}

impl fmt::Debug for AssertionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Error for AssertionError {}
