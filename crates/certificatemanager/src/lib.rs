//! AWS Certificate Manager: certificates.
//!
//! ```
//! use aws_cdk_certificatemanager::{Certificate, CertificateValidation};
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_route53::HostedZone;
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let zone = HostedZone::builder(&stack, "Zone", "example.com").build();
//! let certificate = Certificate::builder(&stack, "Certificate", "api.example.com")
//!     .validation(CertificateValidation::from_dns(&zone))
//!     .build();
//! assert!(app.diagnostics().is_empty());
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod certificate;
mod certificate_base;
mod private_certificate;
mod public_suffix;
mod validation;

pub use aws_cdk_cfn_certificatemanager::*;
pub use aws_cdk_interfaces::certificatemanager::ICertificate;
pub use certificate::{Certificate, CertificateBuilder};
pub use certificate_base::{CertificateMetrics, ImportedCertificate, KeyAlgorithm};
pub use private_certificate::{PrivateCertificate, PrivateCertificateBuilder};
pub use validation::CertificateValidation;
