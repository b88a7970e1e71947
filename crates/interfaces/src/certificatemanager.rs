//! What others need to know of the certificates of AWS Certificate Manager.

use std::fmt;

use aws_cdk_core::{IConstruct, Value};

/// A certificate, made here or imported.
pub trait ICertificate: IConstruct + fmt::Debug {
    /// The ARN of the certificate.
    fn certificate_arn(&self) -> Value<String>;
}
