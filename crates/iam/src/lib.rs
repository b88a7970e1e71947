//! AWS Identity and Access Management: roles, policies and who may do what.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_iam::{ManagedPolicy, Role, ServicePrincipal};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let role = Role::builder(&stack, "Role", ServicePrincipal::new("lambda.amazonaws.com"))
//!     .managed_policy(ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"))
//!     .build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod managed_policy;
mod policy_document;
mod policy_statement;
mod principal;
mod role;

pub use aws_cdk_cfn_iam::*;
pub use managed_policy::{IManagedPolicy, ManagedPolicy};
pub use policy_document::PolicyDocument;
pub use policy_statement::{Effect, PolicyStatement};
pub use principal::{ArnPrincipal, IPrincipal, PrincipalPolicyFragment, ServicePrincipal};
pub use role::{IRole, Role, RoleBuilder};
