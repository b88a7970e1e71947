//! Assertions on what was found while a stack was made: errors, warnings and infos.

use std::borrow::Cow;

use aws_cdk_core::{Diagnostic, IConstruct, Severity, Stack};
use serde_json::{Value, json};

use crate::error::{AssertionError, expect};
use crate::matcher::Matcher;
use crate::pattern::Pattern;
use crate::report::counted;
use crate::section::{Entries, entry_matcher, match_entries};
use crate::style::{Style, Text};
use crate::template::synthesize;

/// The errors, warnings and infos of a stack, and assertions on them.
///
/// They come from constructs, which report mistakes with a stable code, and from
/// [`aws_cdk_core::Annotations`]. Paths are those of constructs, with or without a slash before them, or `*` for any;
/// messages are text or any other pattern.
///
/// ```
/// use aws_cdk_assertions::{Annotations, Match};
/// use aws_cdk_core::{App, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Books");
/// aws_cdk_core::Annotations::of(&stack).add_warning("books::few", "there are few books");
///
/// let annotations = Annotations::from_stack(&stack);
/// annotations.has_warning("/Books", "there are few books");
/// annotations.has_warning("*", Match::string_like_regexp("few"));
/// annotations.has_no_error("*", Match::any_value());
/// annotations.has_code("*", "books::few");
/// ```
#[derive(Clone, Debug)]
pub struct Annotations {
    messages: Vec<Message>,
}

#[derive(Clone, Debug)]
struct Message {
    diagnostic: Diagnostic,
    /// The path with a slash before it.
    path: String,
    entry: Value,
}

impl Message {
    fn new(diagnostic: Diagnostic) -> Self {
        let path = format!("/{}", diagnostic.path());
        let entry = json!({
            "level": diagnostic.severity().to_string(),
            "code": diagnostic.code(),
            "message": diagnostic.message(),
        });
        Self { diagnostic, path, entry }
    }
}

impl Annotations {
    /// What was found in a stack and the stacks nested in it. The app is synthesized in memory; that it has errors fails
    /// no test by itself.
    ///
    /// # Panics
    /// While the app is synthesized already.
    #[track_caller]
    pub fn from_stack(stack: &impl IConstruct) -> Self {
        expect(Self::try_from_stack(stack))
    }

    /// As [`Annotations::from_stack`].
    ///
    /// # Errors
    /// While the app is synthesized already.
    pub fn try_from_stack(stack: &impl IConstruct) -> Result<Self, AssertionError> {
        let stack = Stack::of(stack);
        let path = stack.node().path();
        let synthesized = synthesize(&stack)?;
        // Stacks that are deployed on their own, even if they stand in the scope of this one.
        let others: Vec<&str> = synthesized
            .stacks
            .iter()
            .filter(|other| !other.is_nested && other.path != path && is_inside(&other.path, &path))
            .map(|other| other.path.as_str())
            .collect();
        let is_own = |diagnostic: &Diagnostic| {
            is_inside(diagnostic.path(), &path) && !others.iter().any(|other| is_inside(diagnostic.path(), other))
        };
        let own = synthesized.diagnostics.iter().filter(|diagnostic| is_own(diagnostic));
        Ok(Self { messages: own.cloned().map(Message::new).collect() })
    }

    fn at<'a>(&'a self, construct_path: &str) -> impl Iterator<Item = &'a Message> {
        let path = (construct_path != "*").then(|| format!("/{}", construct_path.trim_start_matches('/')));
        self.messages.iter().filter(move |message| path.as_ref().is_none_or(|path| *path == message.path))
    }

    fn entries(&self, construct_path: &str) -> Entries<'_> {
        self.at(construct_path).map(|message| (message.path.as_str(), Cow::Borrowed(&message.entry))).collect()
    }

    fn require(&self, construct_path: &str, matcher: &Matcher) -> Result<(), AssertionError> {
        match_entries(self.entries(construct_path), matcher)?
            .require_one("message", &placed(construct_path))
            .map(|_| ())
    }

    fn forbid(&self, construct_path: &str, matcher: &Matcher) -> Result<(), AssertionError> {
        let found = self.find(construct_path, matcher)?;
        if found.is_empty() {
            return Ok(());
        }
        let expected = format!("expected no such message {}", placed(construct_path));
        let mut error = AssertionError::heading(format!("{expected}, found {}:", counted(found.len(), "message")));
        for diagnostic in found {
            error.text_mut().push(Style::Plain, "\n");
            error.text_mut().indented(&Text::from(format!("{diagnostic}\n")), 2);
        }
        Err(error)
    }

    fn find(&self, construct_path: &str, matcher: &Matcher) -> Result<Vec<Diagnostic>, AssertionError> {
        let mut found = Vec::new();
        for message in self.at(construct_path) {
            let entry = vec![(message.path.as_str(), Cow::Borrowed(&message.entry))];
            if !match_entries(entry, matcher)?.matches.is_empty() {
                found.push(message.diagnostic.clone());
            }
        }
        Ok(found)
    }
}

/// The assertions on one kind of messages; `of` makes the matcher for a whole message from the pattern that is given.
macro_rules! assertions {
    ($(
        $what:literal, by $argument:ident: $has:ident, $try_has:ident, $has_no:ident, $try_has_no:ident, $find:ident,
        $of:expr, $add:literal, $example:literal;
    )*) => {
        impl Annotations {$(
            #[doc = concat!("There is ", $what, " at a path, or anywhere if that is `*`.")]
            ///
            /// ```
            /// use aws_cdk_assertions::{Annotations, Match};
            /// use aws_cdk_core::{App, Stack};
            ///
            /// let app = App::new();
            /// let stack = Stack::new(&app, "Books");
            #[doc = concat!("aws_cdk_core::Annotations::of(&stack).", $add, "(\"books::few\", \"there are few books\");")]
            /// let annotations = Annotations::from_stack(&stack);
            #[doc = concat!("annotations.", stringify!($has), "(\"/Books\", \"", $example, "\");")]
            #[doc = concat!("annotations.", stringify!($has_no), "(\"/Books\", \"another one\");")]
            #[doc = concat!("assert_eq!(annotations.", stringify!($find), "(\"*\", Match::any_value()).len(), 1);")]
            /// ```
            ///
            /// # Panics
            /// If there is none.
            #[track_caller]
            pub fn $has(&self, construct_path: &str, $argument: impl Into<Pattern>) {
                expect(self.$try_has(construct_path, $argument));
            }

            #[doc = concat!("As [`Annotations::", stringify!($has), "`].")]
            ///
            /// # Errors
            /// If there is none.
            pub fn $try_has(&self, construct_path: &str, $argument: impl Into<Pattern>) -> Result<(), AssertionError> {
                self.require(construct_path, &$of($argument.into()))
            }

            #[doc = concat!(
                "The opposite of [`Annotations::", stringify!($has), "`], which has an example: there is no such message at a ",
                "path, or anywhere if that is `*`."
            )]
            ///
            /// # Panics
            /// If there is one.
            #[track_caller]
            pub fn $has_no(&self, construct_path: &str, $argument: impl Into<Pattern>) {
                expect(self.$try_has_no(construct_path, $argument));
            }

            #[doc = concat!("As [`Annotations::", stringify!($has_no), "`].")]
            ///
            /// # Errors
            /// If there is one.
            pub fn $try_has_no(&self, construct_path: &str, $argument: impl Into<Pattern>) -> Result<(), AssertionError> {
                self.forbid(construct_path, &$of($argument.into()))
            }

            #[doc = concat!(
                "All messages at a path, or anywhere if that is `*`, for which [`Annotations::", stringify!($has),
                "`], which has an example, looks."
            )]
            ///
            /// # Panics
            /// If the pattern itself is wrong; see [`Matcher::test`].
            #[track_caller]
            pub fn $find(&self, construct_path: &str, $argument: impl Into<Pattern>) -> Vec<Diagnostic> {
                expect(self.find(construct_path, &$of($argument.into())))
            }
        )*}
    };
}

assertions! {
    "an error", by message: has_error, try_has_error, has_no_error, try_has_no_error, find_error,
        |message| of_level(Severity::Error, message), "add_error", "there are few books";
    "a warning", by message: has_warning, try_has_warning, has_no_warning, try_has_no_warning, find_warning,
        |message| of_level(Severity::Warning, message), "add_warning", "there are few books";
    "a piece of information", by message: has_info, try_has_info, has_no_info, try_has_no_info, find_info,
        |message| of_level(Severity::Info, message), "add_info", "there are few books";
    "a message of a code, of any level,", by code: has_code, try_has_code, has_no_code, try_has_no_code, find_code,
        of_code, "add_warning", "books::few";
}

fn of_level(level: Severity, message: Pattern) -> Matcher {
    entry_matcher(Pattern::object([("level", level.to_string().into()), ("message", message)]))
}

fn of_code(code: Pattern) -> Matcher {
    entry_matcher(Pattern::object([("code", code)]))
}

fn placed(construct_path: &str) -> String {
    if construct_path == "*" { "of the stack".to_owned() } else { format!("at {construct_path}") }
}

/// Whether a construct path is another one, or below it.
fn is_inside(path: &str, scope: &str) -> bool {
    path.strip_prefix(scope).is_some_and(|rest| rest.is_empty() || scope.is_empty() || rest.starts_with('/'))
}
