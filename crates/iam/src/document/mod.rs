//! Policy documents and their statements: writing, checking, merging and rendering them.

mod merge;
mod policy_document;
mod principals;
mod render;
mod statement;
mod statement_json;
mod validate;

pub use policy_document::PolicyDocument;
pub use statement::{Effect, PolicyStatement};

pub(crate) use render::resolved_unique;
pub(crate) use statement::{condition_not_object, merge_condition};
