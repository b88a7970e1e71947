//! The start of an L2 construct: what a contributor would type first, with the names and required properties that the
//! specification has. Unlike generated crates, it is written once and then refined by hand.
//!
//! Order of the construct's file: handle, builder, `impl`, traits, lowering, tests.

mod construct;
mod example;
mod facts;
mod library;
mod parity;
mod tests;

use std::collections::BTreeMap;

pub use facts::TAKEN_NAMES;

use crate::Error;
use crate::model::{Resource, Service};
use facts::Facts;

/// The texts that make the start of a construct.
#[derive(Debug)]
pub struct Start {
    /// The folder of the service below `crates` and `crates/cfn`, as in `sns`.
    pub directory: String,
    /// The package of the L2 crate, as in `aws-cdk-sns`.
    pub package: String,
    /// The package of the L1 crate, as in `aws-cdk-cfn-sns`.
    pub l1_package: String,
    /// The module of the construct, as in `topic`.
    pub module: String,
    /// The line that exports the construct, as in `pub use topic::{Topic, TopicBuilder};`.
    pub export: String,
    /// The file of the construct.
    pub construct: String,
    /// The files of a new crate around it, by path inside the crate.
    pub crate_files: BTreeMap<String, String>,
    /// The parity case, as in `sns-topic`.
    pub case: String,
    /// The module of its port, as in `sns_topic`.
    pub port_module: String,
    /// The app of the case with `aws-cdk-lib`.
    pub recorded: String,
    /// The same app in Rust.
    pub port: String,
    /// How many options the builder has.
    pub options: usize,
}

/// Writes the start of the construct `name` over a resource type.
///
/// # Errors
/// [`Error::NoExample`] if a required property is of a type that contains itself without end, and [`Error::NotRust`] if what
/// is written here is wrong.
pub fn start(service: &Service, resource: &Resource, name: &str) -> Result<Start, Error> {
    let facts = Facts::of(service, resource, name)?;
    let started = Start {
        export: format!("pub use {}::{{{name}, {name}Builder}};", crate::naming::identifier(&facts.module)),
        construct: construct::file(&facts),
        crate_files: BTreeMap::from([
            ("Cargo.toml".to_owned(), library::manifest(&facts)),
            ("src/lib.rs".to_owned(), library::root(&facts)),
        ]),
        case: facts.case(),
        port_module: facts.case().replace('-', "_"),
        recorded: parity::recorded(&facts),
        port: parity::port(&facts),
        options: facts.optional().count(),
        directory: facts.directory,
        package: facts.package,
        l1_package: facts.l1_package,
        module: facts.module,
    };
    let sources = [&started.construct, &started.port].into_iter().chain(started.crate_files.get("src/lib.rs"));
    for source in sources {
        let not_rust = |source| Error::NotRust { file: format!("{}.rs", started.module), source };
        syn::parse_file(source).map_err(not_rust)?;
    }
    Ok(started)
}

/// Text in lines, each with the same beginning.
fn prefixed(prefix: &str, text: &str) -> String {
    text.lines().map(|line| format!("{prefix}{}{line}\n", if line.is_empty() { "" } else { " " })).collect()
}
