//! The core of the CDK for Rust: the construct tree, values and tokens, apps, stages and stacks, assets, and synthesis
//! to a cloud assembly that the stock `cdk` CLI deploys.
//!
//! ```
//! use aws_cdk_core::{App, CfnOutput, CfnResource, Stack, SynthError, cfn_format};
//!
//! fn main() -> Result<(), SynthError> {
//!     # let directory = std::env::temp_dir().join("aws-cdk-core-doc-lib");
//!     let app = App::new();
//!     # let app = App::builder().outdir(&directory).build();
//!     let stack = Stack::new(&app, "Books");
//!     let queue = CfnResource::builder(&stack, "Orders", "AWS::SQS::Queue").property("DelaySeconds", 5).build();
//!     CfnOutput::new(&stack, "QueueUrl", cfn_format!("{}?v=1", queue.ref_()));
//!
//!     let assembly = app.synth()?;
//!     let template = std::fs::read_to_string(assembly.directory().join("Books.template.json")).unwrap();
//!     assert!(template.contains("\"DelaySeconds\": 5"));
//!     # std::fs::remove_dir_all(directory).unwrap();
//!     Ok(())
//! }
//! ```
//!
//! # Features
//! - `serde_json`, off by default: takes a `serde_json::Value` wherever a free-form value is taken.
//!
//! # Invariant
//! The same tree gives the same bytes: nothing depends on the clock, on randomness or on the order of a hash. The file
//! system is written only by synthesis, and one that fails or is interrupted leaves the previous assembly as it was.
//! User input never panics. There is no `unsafe`. No AWS service is known here by name.

mod annotations;
mod app;
mod arn;
mod arn_split;
mod aspect;
mod assets;
mod bag;
mod cfn_condition;
mod cfn_element;
mod cfn_hook;
mod cfn_mapping;
mod cfn_output;
mod cfn_parameter;
mod cfn_resource;
mod cfn_resource_options;
mod cfn_rule;
mod collation;
mod colour;
mod condition_expression;
mod context;
mod context_provider;
mod dependency;
mod dependency_group;
mod diagnostic;
mod duration;
mod environment;
pub mod feature_flags;
mod format;
#[doc(hidden)]
pub mod hash;
mod identity;
#[doc(hidden)]
pub mod inclusion;
pub mod inspection;
mod intrinsic;
mod js_number;
mod js_regex;
mod json_text;
pub mod l1;
mod lazy;
mod literals;
mod logical_id;
mod names;
mod nested_stack;
mod node;
#[doc(hidden)]
pub mod ordered_map;
mod overrides;
mod physical_name;
mod progress;
mod pseudo;
mod quota;
mod references;
mod region;
mod removal_policies;
mod render;
mod report;
mod resolve;
mod resolve_visit;
mod resolved_text;
mod resource_policy;
mod secret_value;
mod size;
#[doc(hidden)]
pub mod sorting;
mod stack;
mod stack_output_role;
mod stage;
mod synthesis;
mod synthesizer;
mod tag_aspect;
mod tags;
#[doc(hidden)]
pub mod testing;
mod token;
mod tree;
mod unique_id;
mod value;

pub use annotations::Annotations;
pub use app::{App, AppBuilder};
pub use arn::{ArnComponents, ArnFormat};
pub use arn_split::{Arn, ArnError, SplitArn};
pub use aspect::{Aspect, AspectPriority, Aspects};
pub use assets::{
    Asset, AssetBundling, AssetError, AssetOptions, BundledAsset, BundledFiles, IgnoreMode, SymlinkFollowMode,
};
pub use bag::{Bag, CfnTag, PropertyType, Provided, ResourceType, Set, TagShape, TypeInfo};
pub use cfn_condition::CfnCondition;
pub use cfn_element::ICfnElement;
pub use cfn_hook::CfnHook;
pub use cfn_mapping::CfnMapping;
pub use cfn_output::{CfnOutput, CfnOutputBuilder};
pub use cfn_parameter::{CfnParameter, CfnParameterBuilder};
pub use cfn_resource::{CfnResource, CfnResourceBuilder, ResourceBuilder};
pub use cfn_resource_options::CfnResourceOptions;
pub use cfn_rule::CfnRule;
pub use condition_expression::ConditionExpression;
pub use dependency_group::DependencyGroup;
pub use diagnostic::{Diagnostic, Severity, SynthError};
pub use duration::{Duration, DurationError};
pub use environment::Environment;
pub use feature_flags::FeatureFlags;
pub use format::Fragment;
#[doc(hidden)]
pub use format::{__concat, __count_placeholders};
pub use inspection::{InspectedResource, Inspection, ResourceId};
pub use intrinsic::Fn;
pub use lazy::Lazy;
pub use names::{Names, UniqueResourceNameOptions};
pub use nested_stack::{NestedStack, NestedStackBuilder};
pub use node::{Construct, IConstruct, Node};
pub use physical_name::{GenerateIfNeeded, PhysicalName, ResourceName};
pub use pseudo::{Aws, NoValue, PseudoParameter};
pub use quota::Quota;
pub use references::{CrossStackReferences, ReferenceStrength};
pub use removal_policies::{RemovalPolicies, RemovalPolicyProps};
pub use resolve::ResolveContext;
pub use resource_policy::{
    CfnAutoScalingReplacingUpdate, CfnAutoScalingRollingUpdate, CfnAutoScalingScheduledAction,
    CfnCodeDeployLambdaAliasUpdate, CfnCreationPolicy, CfnDeletionPolicy, CfnResourceAutoScalingCreationPolicy,
    CfnResourceSignal, CfnUpdatePolicy, RemovalPolicy,
};
pub use secret_value::{CfnDynamicReference, CfnDynamicReferenceService, SecretValue, SecretsManagerSecretOptions};
pub use size::{Size, SizeError};
pub use stack::{Stack, StackBuilder};
pub use stage::{Stage, StageBuilder};
#[doc(hidden)]
pub use synthesis::logical_id_suffix::SuffixContext;
pub use synthesis::{CloudAssembly, StackArtifact};
pub use synthesizer::{DefaultStackSynthesizer, StackSynthesizer};
pub use tag_aspect::{Tag, TagProps, Tags};
pub use token::{AnyToken, Token};
pub use value::{AttributeType, Json, Map, Object, TypedValue, Value};
