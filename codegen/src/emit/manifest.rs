//! A generated crate's `Cargo.toml`.

use super::{HEADER, directory};
use crate::model::Service;

/// The name of the package.
pub(super) fn package_name(service: &Service) -> String {
    format!("aws-cdk-cfn-{}", directory(service))
}

/// The name of the crate in Rust source.
pub(super) fn library_name(service: &Service) -> String {
    package_name(service).replace('-', "_")
}

pub(super) fn manifest(service: &Service) -> String {
    let package = package_name(service);
    let namespace = &service.namespace;
    format!(
        r#"# {HEADER}
[package]
name = "{package}"
description = "The CloudFormation resource types of {namespace} as typed constructs (L1) of the CDK for Rust"
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
documentation = "https://docs.rs/{package}"

[dependencies]
aws-cdk-core.workspace = true

[lints]
workspace = true
"#
    )
}
