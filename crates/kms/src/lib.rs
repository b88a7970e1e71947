//! AWS Key Management Service: keys, and the aliases that name them.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_kms::Key;
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let key = Key::builder(&stack, "Key").alias("orders").enable_key_rotation(true).build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod alias;
mod key;
mod key_builder;
mod spec;

pub use alias::{Alias, AliasBuilder, IAlias, ImportedAlias, ImportedAliasName};
pub use aws_cdk_cfn_kms::*;
pub use aws_cdk_interfaces::kms::IKey;
pub use key::{ImportedKey, Key};
pub use key_builder::KeyBuilder;
pub use spec::{KeySpec, KeyUsage};
