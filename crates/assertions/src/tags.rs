//! Assertions on the tags of a stack, which are not in its template.

use aws_cdk_core::IConstruct;
use serde_json::{Map, Value};

use crate::error::{AssertionError, expect, usage_error};
use crate::evaluate;
use crate::matcher::{Match, Matcher, MatcherKind};
use crate::pattern::Pattern;
use crate::report;
use crate::section::entry_matcher;
use crate::style::Style;
use crate::template::synthesized_stack;

/// The tags that a stack is deployed with.
///
/// ```
/// use aws_cdk_assertions::{Match, Tags, pattern};
/// use aws_cdk_core::{App, Stack};
///
/// let app = App::new();
/// let stack = Stack::builder(&app, "Books").tag("team", "books").build();
/// let tags = Tags::from_stack(&stack);
/// tags.has_values(pattern!({ "team": Match::string_like_regexp("^book") }));
/// assert_eq!(tags.all()["team"], "books");
///
/// Tags::from_stack(&Stack::new(&app, "Plain")).has_none();
/// ```
#[derive(Clone, Debug)]
pub struct Tags {
    tags: Value,
}

impl Tags {
    /// The tags of a stack.
    ///
    /// # Panics
    /// If the app has errors, with all of them.
    #[track_caller]
    pub fn from_stack(stack: &impl IConstruct) -> Self {
        expect(Self::try_from_stack(stack))
    }

    /// The tags of a stack.
    ///
    /// # Errors
    /// If the app has errors, with all of them.
    pub fn try_from_stack(stack: &impl IConstruct) -> Result<Self, AssertionError> {
        let tags = synthesized_stack(stack)?.tags;
        Ok(Self { tags: tags.into_iter().map(|(key, value)| (key, Value::from(value))).collect() })
    }

    /// All tags; empty if there are none.
    pub fn all(&self) -> Map<String, Value> {
        self.tags.as_object().cloned().unwrap_or_default()
    }

    /// The tags match; an object literal may leave some out.
    ///
    /// # Panics
    /// If they do not, and for [`Match::absent`], which never matches: see [`Tags::has_none`].
    #[track_caller]
    pub fn has_values(&self, tags: impl Into<Pattern>) {
        expect(self.try_has_values(tags));
    }

    /// As [`Tags::has_values`].
    ///
    /// # Errors
    /// If they do not match, and for [`Match::absent`].
    pub fn try_has_values(&self, tags: impl Into<Pattern>) -> Result<(), AssertionError> {
        let matcher = entry_matcher(tags);
        if matches!(matcher, Matcher { kind: MatcherKind::Absent }) {
            return Err(usage_error(
                "`Match::absent()` never matches tags, since a stack without tags has an empty object of them: use \
                 `has_none`"
                    .to_owned(),
            ));
        }
        evaluate::matcher(&matcher, Some(&self.tags))?.finish().map_err(|mismatch| {
            let mut error = AssertionError::heading("the tags of the stack are not as expected:");
            error.text_mut().push(Style::Plain, "\n");
            error.text_mut().indented(&report::render(Some(&self.tags), &mismatch), 2);
            error
        })
    }

    /// There are no tags.
    ///
    /// # Panics
    /// If there are.
    #[track_caller]
    pub fn has_none(&self) {
        expect(self.try_has_none());
    }

    /// As [`Tags::has_none`].
    ///
    /// # Errors
    /// If there are tags.
    pub fn try_has_none(&self) -> Result<(), AssertionError> {
        self.try_has_values(Match::exact(Pattern::object([])))
    }
}
