//! What an alarm cannot do without, as types: each stands in the type of a builder until it is set.

/// The property `evaluation_periods` is not set yet.
#[derive(Clone, Copy, Debug)]
pub struct EvaluationPeriods;
