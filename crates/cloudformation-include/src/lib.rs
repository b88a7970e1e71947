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
//! # Resources of known types
//! A resource of a type that the specification knows is rendered in the form of that type, as in the CDK, also without the
//! L1 crate of its service: properties in the order of their types, and text such as `"5"` as a number where the type
//! wants one, or the other way around. Tags are sorted, and [`Tags`](aws_cdk_core::Tags) of scopes reach them. Properties
//! that a type does not name follow the others as they are. What stands inside a function stays as it is, and so do custom
//! resources.
//!
//! # What differs from the CDK
//! The form is that of the specification in `spec/`, which differs from the model of the CDK in about 3 of 100 properties:
//! some that the CDK knows are not in it, and some are JSON for one of the two. A value that does not fit its type stays
//! as it is, where the CDK refuses it, and a date stays as it is written. The name of an unknown property may contain dots.
//! Creation and update policies stay as they are. A default of `Fn::FindInMap` is kept, which the CDK drops.
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
mod js_number;
mod order;
mod resources;
mod sections;
mod shapes;
mod substitution;
mod template;
mod yaml;
mod yaml_scalar;

pub use builder::{CfnIncludeBuilder, NoTemplate};
pub use document::TemplateSource;
pub use include::CfnInclude;
