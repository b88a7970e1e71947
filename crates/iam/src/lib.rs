//! AWS Identity and Access Management: roles, policies and who may do what.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_iam::{IRole, ManagedPolicy, PolicyStatement, Role, ServicePrincipal, User};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let role = Role::builder(&stack, "Role", ServicePrincipal::new("lambda.amazonaws.com"))
//!     .managed_policy(ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"))
//!     .build();
//! role.add_to_policy(PolicyStatement::new().actions(["sqs:SendMessage"]).resources(["*"]));
//! role.grant_assume_role(&User::new(&stack, "Tester"));
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids. A statement
//! never says more than it was given: merging keeps the meaning of a policy.

mod access_key;
mod account;
mod attachments;
mod document;
mod grant;
mod group;
mod instance_profile;
mod managed_policy;
mod names;
mod oidc_provider;
mod permissions_boundary;
mod policy;
mod principal;
mod role;
mod saml_provider;
mod user;

pub use access_key::{AccessKey, AccessKeyBuilder, AccessKeyStatus};
pub use aws_cdk_cfn_iam::*;
pub use document::{Effect, PolicyDocument, PolicyStatement};
pub use grant::{AddToResourcePolicyResult, Grant, GrantOptions, IResourceWithPolicy};
pub use group::{Group, GroupBuilder, IGroup, ImportedGroup};
pub use instance_profile::{IInstanceProfile, ImportedInstanceProfile, InstanceProfile, InstanceProfileBuilder};
pub use managed_policy::{IManagedPolicy, ImportedManagedPolicy, ManagedPolicy, ManagedPolicyBuilder};
pub use oidc_provider::{ImportedOidcProvider, OidcProviderNative, OidcProviderNativeBuilder};
pub use permissions_boundary::PermissionsBoundary;
pub use policy::{IPolicy, ImportedPolicy, Policy, PolicyBuilder};
pub use principal::{
    AccountPrincipal, AccountRootPrincipal, AddToPrincipalPolicyResult, AnyPrincipal, ArnPrincipal,
    CanonicalUserPrincipal, CompositePrincipal, FederatedPrincipal, IGrantable, IOidcProvider, IPrincipal,
    ISamlProvider, OpenIdConnectPrincipal, OrganizationPrincipal, PrincipalPolicyFragment, PrincipalWithConditions,
    SamlConsolePrincipal, SamlPrincipal, ServicePrincipal, SessionTagsPrincipal, StarPrincipal, UnknownPrincipal,
    WebIdentityPrincipal,
};
pub use role::{FromRoleArnOptions, IRole, LazyRole, Role, RoleBuilder};
pub use saml_provider::{ImportedSamlProvider, SamlProvider, SamlProviderBuilder};
pub use user::{IUser, ImportedUser, User, UserBuilder};
