//! From CloudFormation's resource specification to the Rust source of the L1 crates.
//!
//! The way of a specification: [`spec`] reads its JSON strictly, [`resolve`] makes the [`model`] of what is to
//! be generated, [`emit()`] writes a crate for one service, with names from [`naming`].
//!
//! Invariants: pure and deterministic, no IO. An unknown field is an error. As many types come out as go in.

pub mod emit;
pub mod entries;
pub mod error;
pub mod free_form;
pub mod model;
pub mod naming;
mod patch;
pub mod resolve;
pub mod shapes;
pub mod spec;
mod tags;

pub use emit::{Crate, emit};
pub use error::Error;
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
    read_patched(json, &[])
}

/// Reads a specification, adds what patches add, each a name and its JSON, and resolves it.
///
/// # Errors
/// As those of [`read`], and a patch that does not apply any more.
pub fn read_patched(json: &[u8], patches: &[(String, Vec<u8>)]) -> Result<Model, Error> {
    let mut specification = spec::parse(json)?;
    for (name, patch) in patches {
        patch::apply(&mut specification, name, patch)?;
    }
    resolve::resolve(&specification)
}
