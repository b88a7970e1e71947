//! What others need to know of Amazon Cognito's constructs.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{IConstruct, Value};
use aws_cdk_iam::{Grant, GrantOptions, IGrantable};

/// A client of a user pool, made here or imported: an app that users sign in to.
pub trait IUserPoolClient: IConstruct + fmt::Debug {
    /// The id of the client.
    fn user_pool_client_id(&self) -> Value<String>;
}

/// A user pool, made here or imported.
pub trait IUserPool: IConstruct + fmt::Debug {
    /// The id of the user pool.
    fn user_pool_id(&self) -> Value<String>;

    /// The ARN of the user pool.
    fn user_pool_arn(&self) -> Value<String>;

    /// The name by which the user pool is known as a provider of identities.
    fn user_pool_provider_name(&self) -> Value<String>;

    /// Grants actions on the user pool.
    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        let options = GrantOptions::new(grantee).actions(actions.iter().copied());
        Grant::add_to_principal(options.resource_arns([self.user_pool_arn()]))
    }

    /// For L2 crates: adds a client with the defaults.
    #[doc(hidden)]
    #[track_caller]
    fn add_default_client(&self, id: &str) -> Rc<dyn IUserPoolClient>;
}
