//! What differs between a value and a pattern, as a tree in the shape of the value.

use indexmap::IndexMap;
use serde_json::Value;

use crate::capture::Capture;
use crate::style::Text;

/// How holding a value against a pattern went.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) captures: Vec<(Capture, Value)>,
    /// `None` if the value matches.
    pub(crate) mismatch: Option<Box<Mismatch>>,
}

/// Where and how a value differs. The value is not in here: what is printed is walked through beside it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mismatch {
    /// The value itself, if it stands in the template as text that is JSON.
    pub(crate) decoded: Option<Value>,
    pub(crate) failures: Vec<Failure>,
    pub(crate) inner: IndexMap<String, Mismatch>,
    /// The number of failures here and inside.
    pub(crate) count: usize,
    /// How far the value is from the pattern: failures, without those that only explain others, and what else sets it apart.
    pub(crate) cost: usize,
}

impl Mismatch {
    /// The number of failures here and inside, without those that only explain others.
    pub(crate) fn differences(&self) -> usize {
        let here = self.failures.iter().filter(|failure| !failure.is_note).count();
        here + self.inner.values().map(Mismatch::differences).sum::<usize>()
    }
}

/// One difference.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// The key or index in the target; `None` for the target itself.
    pub(crate) at: Option<String>,
    pub(crate) matcher: &'static str,
    pub(crate) message: String,
    /// Further lines.
    pub(crate) details: Text,
    /// Nothing is wrong here: it explains another failure.
    pub(crate) is_note: bool,
}

impl Outcome {
    pub(crate) fn is_success(&self) -> bool {
        self.mismatch.is_none()
    }

    pub(crate) fn cost(&self) -> usize {
        self.mismatch.as_ref().map_or(0, |mismatch| mismatch.cost)
    }

    pub(crate) fn count(&self) -> usize {
        self.mismatch.as_ref().map_or(0, |mismatch| mismatch.count)
    }

    /// Gives captures their values, if the value matches.
    pub(crate) fn finish(self) -> Result<(), Box<Mismatch>> {
        match self.mismatch {
            Some(mismatch) => Err(mismatch),
            None => {
                self.captures.into_iter().for_each(|(capture, value)| capture.keep(value));
                Ok(())
            }
        }
    }
}

/// An outcome that is being found.
pub(crate) struct Comparison {
    matcher: &'static str,
    outcome: Outcome,
}

impl Comparison {
    pub(crate) fn new(matcher: &'static str) -> Self {
        Self { matcher, outcome: Outcome::default() }
    }

    /// Goes on with what was found in the JSON of a text.
    pub(crate) fn decoded(matcher: &'static str, value: Value, inner: Mismatch) -> Self {
        let mismatch = Some(Box::new(Mismatch { decoded: Some(value), ..inner }));
        Self { matcher, outcome: Outcome { captures: Vec::new(), mismatch } }
    }

    fn mismatch(&mut self) -> &mut Mismatch {
        self.outcome.mismatch.get_or_insert_default()
    }

    /// Records a failure of the value itself.
    pub(crate) fn fail(&mut self, message: impl Into<String>) {
        self.record(None, message.into(), Text::default(), 1);
    }

    pub(crate) fn fail_in_detail(&mut self, message: String, details: Text) {
        self.record(None, message, details, 1);
    }

    /// Records a failure of what stands below a key or index.
    pub(crate) fn fail_at(&mut self, at: impl Into<String>, message: impl Into<String>) {
        self.record(Some(at.into()), message.into(), Text::default(), 1);
    }

    /// Records that the value itself explains other failures.
    pub(crate) fn note(&mut self, message: impl Into<String>) {
        self.record(None, message.into(), Text::default(), 0);
    }

    /// Records that what stands below a key or index explains other failures.
    pub(crate) fn note_at(&mut self, at: impl Into<String>, message: impl Into<String>) {
        self.record(Some(at.into()), message.into(), Text::default(), 0);
    }

    fn record(&mut self, at: Option<String>, message: String, details: Text, cost: usize) {
        let matcher = self.matcher;
        let mismatch = self.mismatch();
        mismatch.count += 1;
        mismatch.cost += cost;
        mismatch.failures.push(Failure { at, matcher, message, details, is_note: cost == 0 });
    }

    /// Takes the value for further from the pattern than the number of its failures says.
    pub(crate) fn raise_cost(&mut self) {
        self.mismatch().cost += 1;
    }

    /// Takes over what was found below a key or index.
    pub(crate) fn compose(&mut self, key: impl Into<String>, inner: Outcome) {
        self.outcome.captures.extend(inner.captures);
        if let Some(inner) = inner.mismatch {
            let mismatch = self.mismatch();
            mismatch.count += inner.count;
            mismatch.cost += inner.cost;
            mismatch.inner.insert(key.into(), *inner);
        }
    }

    pub(crate) fn capture(&mut self, capture: &Capture, value: &Value) {
        self.outcome.captures.push((capture.clone(), value.clone()));
    }

    pub(crate) fn finish(self) -> Outcome {
        self.outcome
    }
}
