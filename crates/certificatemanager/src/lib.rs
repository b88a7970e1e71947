//! AWS Certificate Manager: certificates.
//!
//! ```
//! use aws_cdk_certificatemanager::{Certificate, ICertificate};
//! use aws_cdk_core::{App, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let arn = "arn:aws:acm:eu-west-1:111111111111:certificate/c";
//! let certificate = Certificate::from_certificate_arn(&stack, "Certificate", arn);
//! assert_eq!(certificate.certificate_arn().as_literal(), Some(arn));
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod certificate;

pub use aws_cdk_cfn_certificatemanager::*;
pub use certificate::{Certificate, ICertificate};
