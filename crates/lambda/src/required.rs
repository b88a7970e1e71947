//! What a [`Function`](crate::Function) cannot do without, as types: each stands in the type of a builder until it is set.

/// The property `runtime` is not set yet.
#[derive(Clone, Copy, Debug)]
pub struct Runtime;

/// The property `handler` is not set yet.
#[derive(Clone, Copy, Debug)]
pub struct Handler;

/// The property `code` is not set yet.
#[derive(Clone, Copy, Debug)]
pub struct Code;
