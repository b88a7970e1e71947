//! Amazon S3: buckets.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_s3::{BlockPublicAccess, Bucket, BucketEncryption};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let covers = Bucket::builder(&stack, "Covers")
//!     .versioned(true)
//!     .encryption(BucketEncryption::S3Managed)
//!     .block_public_access(BlockPublicAccess::BLOCK_ALL)
//!     .enforce_ssl(true)
//!     .build();
//! assert!(app.diagnostics().is_empty());
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod access;
mod bucket;
mod bucket_base;
mod bucket_builder;
mod cors;
mod encryption;
mod imported;
mod lifecycle;
mod policy;
mod website;

pub use access::{BlockPublicAccess, BucketAccessControl, ObjectOwnership};
pub use aws_cdk_cfn_s3::*;
pub use aws_cdk_interfaces::s3::IBucket;
pub use bucket::Bucket;
pub use bucket_builder::BucketBuilder;
pub use cors::{CorsRule, HttpMethods};
pub use encryption::BucketEncryption;
pub use imported::{BucketAttributes, ImportedBucket};
pub use lifecycle::{LifecycleRule, NoncurrentVersionTransition, StorageClass, Transition};
pub use policy::BucketPolicy;
pub use website::{RedirectProtocol, RedirectTarget, RoutingRule};
