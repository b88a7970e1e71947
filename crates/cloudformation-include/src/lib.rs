//! Existing CloudFormation templates in apps of the CDK for Rust: JSON or YAML, with typed access to what they contain.
//!
//! ```
//! use aws_cdk_cloudformation_include::CfnInclude;
//! use aws_cdk_core::{App, Stack, SynthError};
//!
//! fn main() -> Result<(), SynthError> {
//!     # let directory = std::env::temp_dir().join("aws-cdk-include-doc-lib");
//!     let app = App::new();
//!     # let app = App::builder().outdir(&directory).build();
//!     let stack = Stack::new(&app, "Books");
//!     let include = CfnInclude::builder(&stack, "Existing")
//!         .template(
//!             "
//! Parameters:
//!   Stage: { Type: String }
//! Resources:
//!   Orders:
//!     Type: AWS::SQS::Queue
//!     Properties: { QueueName: !Sub 'orders-${Stage}' }
//! Outputs:
//!   Arn: { Value: !GetAtt Orders.Arn }
//! ",
//!         )
//!         .parameters([("Stage", "beta")])
//!         .build();
//!     include.get_resource("Orders").override_logical_id("Renamed");
//!
//!     let assembly = app.synth()?;
//!     let template = std::fs::read_to_string(assembly.directory().join("Books.template.json")).unwrap();
//!     assert!(template.contains("\"Fn::Sub\": \"orders-beta\""));
//!     assert!(template.contains("\"Fn::GetAtt\": \"Renamed.Arn\""));
//!     # std::fs::remove_dir_all(directory).unwrap();
//!     Ok(())
//! }
//! ```
//!
//! # What differs from the CDK
//! Properties are rendered in the template's order until [`CfnInclude::get_typed`] asks for a resource as its L1; the CDK
//! renders those of types that it knows in the order of the type, and turns text such as `"5"` into a number where the type
//! wants one. For the same reason tags of scopes reach a resource only after `get_typed`. Creation and update policies
//! stay as they are. A default of `Fn::FindInMap` is kept, which the CDK drops.
//!
//! # Invariant
//! What a template refers to is a construct: whatever renames or replaces that, changes the references. Whatever is wrong
//! with a template is a [`Diagnostic`](aws_cdk_core::Diagnostic) with a code `include::…`, all of them at once, and
//! nothing panics.

mod builder;
mod document;
mod elements;
mod expression;
mod include;
mod order;
mod resources;
mod sections;
mod substitution;
mod template;
mod yaml;
mod yaml_scalar;

pub use builder::{CfnIncludeBuilder, NoTemplate};
pub use document::TemplateSource;
pub use include::CfnInclude;
