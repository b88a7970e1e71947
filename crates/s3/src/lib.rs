//! Amazon S3: buckets.
//!
//! ```
//! use aws_cdk_core::{App, RemovalPolicy, Stack};
//! use aws_cdk_s3::Bucket;
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let covers = Bucket::builder(&stack, "Covers").versioned(true).removal_policy(RemovalPolicy::Destroy).build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod bucket;

pub use aws_cdk_cfn_s3::*;
pub use bucket::{Bucket, BucketBuilder, IBucket, ImportedBucket};
