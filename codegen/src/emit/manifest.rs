//! A generated crate's `Cargo.toml`.

use super::{HEADER, directory};
use crate::model::Service;

pub(super) fn manifest(service: &Service) -> String {
    let directory = directory(service);
    let namespace = &service.namespace;
    format!(
        r#"# {HEADER}
[package]
name = "aws-cdk-cfn-{directory}"
description = "The CloudFormation resource types of {namespace} as typed constructs (L1) of the CDK for Rust"
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true

[dependencies]
aws-cdk-core.workspace = true

[lints]
workspace = true
"#
    )
}
