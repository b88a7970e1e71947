//! Captures: values that a match took out of a template.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use serde_json::{Map, Value};

use crate::error::{AssertionError, expect, usage_error};
use crate::pattern::Pattern;

/// A matcher that keeps the values it met, for later assertions. Its clones are the same capture.
///
/// It matches any value but null, or those that match its pattern. Values are kept only if all of a resource (output, message)
/// matches; where several do, [`Capture::next`] goes from one to the next.
///
/// ```
/// use aws_cdk_assertions::{Capture, Template, json, pattern};
///
/// let template = Template::from_json(json!({ "Resources": {
///     "A": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": "orders" } },
///     "B": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": "returns" } },
/// } }));
/// let name = Capture::new();
/// template.has_resource_properties("AWS::SQS::Queue", pattern!({ "QueueName": &name }));
/// assert_eq!(name.as_string(), "orders");
/// assert!(name.next());
/// assert_eq!(name.as_string(), "returns");
/// assert!(!name.next());
/// ```
#[derive(Clone, Default)]
pub struct Capture {
    state: Rc<State>,
}

#[derive(Default)]
struct State {
    pattern: Option<Pattern>,
    captured: RefCell<Vec<Value>>,
    index: Cell<usize>,
}

impl Capture {
    /// Captures any value but null.
    pub fn new() -> Self {
        Self::default()
    }

    /// Captures values that match a pattern. An object in it is taken as by [`Match::object_like`](crate::Match::object_like).
    ///
    /// ```
    /// use aws_cdk_assertions::{Capture, Match, json, pattern};
    ///
    /// let origins = Capture::with_pattern(Match::array_with(["*"]));
    /// let api = Match::object_like(pattern!({ "AllowOrigins": &origins }));
    /// api.test(Some(&json!({ "AllowOrigins": ["https://books.example"] }))).unwrap().finished();
    /// assert!(origins.is_empty());
    /// ```
    pub fn with_pattern(pattern: impl Into<Pattern>) -> Self {
        Self { state: Rc::new(State { pattern: Some(pattern.into()), ..State::default() }) }
    }

    pub(crate) fn pattern(&self) -> Option<&Pattern> {
        self.state.pattern.as_ref()
    }

    pub(crate) fn keep(&self, value: Value) {
        self.state.captured.borrow_mut().push(value);
    }

    /// Whether nothing has been captured.
    pub fn is_empty(&self) -> bool {
        self.state.captured.borrow().is_empty()
    }

    /// All captured values, in the order of the template.
    ///
    /// ```
    /// use aws_cdk_assertions::{Capture, Match, json, pattern};
    ///
    /// let origins = Capture::new();
    /// let both = Match::array_equals(pattern!([&origins, &origins]));
    /// both.test(Some(&json!(["a", "b"]))).unwrap().finished();
    /// assert_eq!(origins.values(), ["a", "b"]);
    /// ```
    pub fn values(&self) -> Vec<Value> {
        self.state.captured.borrow().clone()
    }

    /// Goes to the next captured value. False, and stays, if there is none.
    pub fn next(&self) -> bool {
        let index = self.state.index.get() + 1;
        let exists = index < self.state.captured.borrow().len();
        if exists {
            self.state.index.set(index);
        }
        exists
    }

    /// The current value.
    ///
    /// # Errors
    /// If nothing was captured.
    pub fn try_value(&self) -> Result<Value, AssertionError> {
        let captured = self.state.captured.borrow();
        captured.get(self.state.index.get()).cloned().ok_or_else(|| usage_error("nothing was captured".to_owned()))
    }

    /// The current value.
    ///
    /// # Panics
    /// If nothing was captured.
    #[track_caller]
    pub fn value(&self) -> Value {
        expect(self.try_value())
    }

    fn typed<T>(&self, what: &str, convert: impl FnOnce(&Value) -> Option<T>) -> Result<T, AssertionError> {
        let value = self.try_value()?;
        convert(&value).ok_or_else(|| usage_error(format!("the captured value is not {what}: {value:#}")))
    }
}

macro_rules! typed {
    ($($name:ident, $try_name:ident, $result:ty, $what:literal, $alias:literal, $example:literal, $convert:expr;)*) => {
        impl Capture {$(
            #[doc = concat!("The current value, which is ", $what, ".")]
            ///
            /// ```
            /// use aws_cdk_assertions::{Capture, Matcher, json};
            ///
            /// let capture = Capture::new();
            #[doc = concat!("Matcher::from(&capture).test(Some(&json!(", $example, "))).unwrap().finished();")]
            #[doc = concat!("assert_eq!(json!(capture.", stringify!($name), "()), json!(", $example, "));")]
            /// ```
            ///
            /// # Panics
            #[doc = concat!("If nothing was captured, or it is not ", $what, ".")]
            #[doc(alias = $alias)]
            #[track_caller]
            pub fn $name(&self) -> $result {
                expect(self.$try_name())
            }

            #[doc = concat!("The current value, which is ", $what, ".")]
            ///
            /// # Errors
            #[doc = concat!("If nothing was captured, or it is not ", $what, ".")]
            pub fn $try_name(&self) -> Result<$result, AssertionError> {
                self.typed($what, $convert)
            }
        )*}
    };
}

typed! {
    as_string, try_as_string, String, "text", "asString", r#""books""#, |value| value.as_str().map(str::to_owned);
    as_number, try_as_number, f64, "a number", "asNumber", "0.5", Value::as_f64;
    as_bool, try_as_bool, bool, "a boolean", "asBoolean", "true", Value::as_bool;
    as_array, try_as_array, Vec<Value>, "an array", "asArray", r#"["GET", "PUT"]"#, |value| value.as_array().cloned();
    as_object, try_as_object, Map<String, Value>, "an object", "asObject", r#"{ "Ref": "Api" }"#, |value| value.as_object().cloned();
}

impl fmt::Debug for Capture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Capture").field("pattern", &self.state.pattern).field("captured", &self.values()).finish()
    }
}
