//! From CloudFormation's resource specification to the Rust source of the L1 crates.
//!
//! The way of a specification: [`spec`] reads its JSON strictly, [`resolve`] makes the [`model`] of what is to
//! be generated, [`emit()`] writes a crate for one service, with names from [`naming`]. Beside it, [`schema`] reads registry
//! schemas to the same model, [`mod@extract`] keeps their facts, and [`merge()`] joins both.
//!
//! Invariants: pure and deterministic, no IO. An unknown field is an error. As many types come out as go in.

pub mod diff;
pub mod emit;
pub mod entries;
pub mod error;
pub mod extract;
pub mod free_form;
pub mod merge;
pub mod model;
pub mod naming;
pub mod resolve;
pub mod schema;
pub mod shapes;
pub mod spec;
mod tags;

pub use diff::diff;
pub use emit::{Crate, emit};
pub use error::Error;
pub use merge::merge;
pub use model::Model;
pub use shapes::shapes;

/// Reads a specification and resolves it.
///
/// # Errors
/// The first thing that is not understood, with its path in the JSON.
///
/// ```
/// let error = codegen::read(br#"{ "ResourceTypes": {}, "PropertyTypes": 1 }"#).unwrap_err();
/// assert!(error.to_string().contains("`PropertyTypes`"));
/// ```
pub fn read(json: &[u8]) -> Result<Model, Error> {
    resolve::resolve(&spec::parse(json)?)
}
