//! Amazon Cognito: user pools and their clients.
//!
//! ```
//! use aws_cdk_cognito::{AuthFlow, SignInAliases, UserPool};
//! use aws_cdk_core::{App, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let readers = UserPool::builder(&stack, "Readers")
//!     .self_sign_up_enabled(true)
//!     .sign_in_aliases(SignInAliases::new().email(true))
//!     .build();
//! let web = readers.add_client("Web").auth_flows(AuthFlow::new().user_srp(true)).build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod option_group;

mod attributes;
mod client;
mod client_builder;
mod domain;
mod email;
mod group;
mod imported;
mod messages;
mod oauth;
mod puny;
mod resource_server;
mod sign_in;
mod triggers;
mod user_pool;
mod user_pool_builder;
mod user_pool_lowering;

pub use attributes::{
    BooleanAttribute, ClientAttributes, CustomAttribute, DateTimeAttribute, NumberAttribute, StandardAttribute,
    StandardAttributeName, StandardAttributes, StringAttribute,
};
pub use aws_cdk_cfn_cognito::*;
pub use aws_cdk_interfaces::cognito::{IUserPool, IUserPoolClient};
pub use client::{ImportedUserPoolClient, UserPoolClient};
pub use client_builder::{AnalyticsConfiguration, AuthFlow, UserPoolClientBuilder, UserPoolClientIdentityProvider};
pub use domain::{ManagedLoginVersion, SignInUrlOptions, UserPoolDomain, UserPoolDomainBuilder};
pub use email::{EmailSettings, UserPoolEmail, UserPoolSesOptions};
pub use group::{UserPoolGroup, UserPoolGroupBuilder};
pub use imported::ImportedUserPool;
pub use messages::{UserInvitationConfig, UserVerificationConfig, VerificationEmailStyle};
pub use oauth::{OAuthFlows, OAuthScope, OAuthSettings};
pub use resource_server::{
    IUserPoolResourceServer, ImportedUserPoolResourceServer, ResourceServerScope, UserPoolResourceServer,
    UserPoolResourceServerBuilder,
};
pub use sign_in::{
    AccountRecovery, AdvancedSecurityMode, AllowedFirstAuthFactors, AutoVerifiedAttrs, CustomThreatProtectionMode,
    DeviceTracking, FeaturePlan, KeepOriginalAttrs, Mfa, MfaSecondFactor, PasskeyUserVerification, PasswordPolicy,
    SignInAliases, StandardThreatProtectionMode,
};
pub use triggers::{LambdaVersion, UserPoolOperation};
pub use user_pool::UserPool;
pub use user_pool_builder::UserPoolBuilder;
