//! What a new L2 crate has beside the construct: `Cargo.toml` and `lib.rs`.

use super::construct::doctest;
use super::facts::Facts;
use super::prefixed;

pub(super) fn manifest(facts: &Facts<'_>) -> String {
    let Facts { package, l1_package, namespace, .. } = facts;
    format!(
        r#"[package]
name = "{package}"
description = "{namespace} as constructs of the CDK for Rust"
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
documentation = "https://docs.rs/{package}"

[dependencies]
{l1_package}.workspace = true
aws-cdk-core.workspace = true

[dev-dependencies]
aws-cdk-assertions.workspace = true

[lints]
workspace = true
"#
    )
}

pub(super) fn root(facts: &Facts<'_>) -> String {
    let Facts { name, module, l1_library, namespace, .. } = facts;
    let doc = format!(
        "`{namespace}` as constructs: [`{name}`].\n\n{}\n\n# Invariant\n\
         Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.",
        doctest(facts)
    );
    let module = crate::naming::identifier(module);
    format!(
        "{}\nmod {module};\n\npub use {l1_library}::*;\npub use {module}::{{{name}, {name}Builder}};\n",
        prefixed("//!", &doc)
    )
}
