//! User pools.

use std::rc::Rc;

use aws_cdk_cfn_cognito::CfnUserPool;
use aws_cdk_core::{Construct, IConstruct, Node, Value};
use aws_cdk_interfaces::cognito::{IUserPool, IUserPoolClient};
use aws_cdk_lambda::IFunction;

use crate::client::UserPoolClient;
use crate::client_builder::UserPoolClientBuilder;
use crate::domain::{UserPoolDomain, UserPoolDomainBuilder};
use crate::group::{UserPoolGroup, UserPoolGroupBuilder};
use crate::resource_server::{UserPoolResourceServer, UserPoolResourceServerBuilder};
use crate::triggers::{LambdaVersion, Triggers, UserPoolOperation};
use crate::user_pool_builder::UserPoolBuilder;

/// A directory of users who sign in to apps. It stays when it leaves its stack, unless its removal policy says otherwise.
///
/// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools.html>.
#[derive(Clone, Debug)]
pub struct UserPool {
    pub(crate) construct: Construct,
    pub(crate) resource: CfnUserPool,
    pub(crate) triggers: Triggers,
}

impl IConstruct for UserPool {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IUserPool for UserPool {
    fn user_pool_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    fn user_pool_arn(&self) -> Value<String> {
        self.resource.attr_arn().into()
    }

    fn user_pool_provider_name(&self) -> Value<String> {
        self.resource.attr_provider_name().into()
    }

    #[track_caller]
    fn add_default_client(&self, id: &str) -> Rc<dyn IUserPoolClient> {
        Rc::new(self.add_client(id).build())
    }
}

impl UserPool {
    /// A user pool with the defaults: an administrator makes the users.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a user pool with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> UserPoolBuilder {
        UserPoolBuilder::new(scope.node(), id.into())
    }

    /// The URL of the user pool as a provider of identities.
    pub fn user_pool_provider_url(&self) -> Value<String> {
        self.resource.attr_provider_url().into()
    }

    /// Lets Cognito call a function. Errors: `cognito::trigger-exists`, `cognito::custom-sender-key`.
    #[track_caller]
    pub fn add_trigger(&self, operation: UserPoolOperation, function: &dyn IFunction) {
        self.triggers.add(self.node(), operation, function, None);
    }

    /// As [`UserPool::add_trigger`], with the version of the event; only for
    /// [`UserPoolOperation::PreTokenGenerationConfig`], else newer ones are the error `cognito::lambda-version`.
    #[track_caller]
    pub fn add_trigger_of_version(
        &self,
        operation: UserPoolOperation,
        function: &dyn IFunction,
        version: LambdaVersion,
    ) {
        self.triggers.add(self.node(), operation, function, Some(version));
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnUserPool {
        &self.resource
    }
}

macro_rules! add_methods {
    ($($pool:ty),+) => {
        $(impl $pool {
            /// Starts a client, under the user pool.
            pub fn add_client(&self, id: impl Into<String>) -> UserPoolClientBuilder {
                UserPoolClient::builder(self, id, self)
            }

            /// Starts a domain for the pages to sign in, under the user pool.
            pub fn add_domain(&self, id: impl Into<String>) -> UserPoolDomainBuilder {
                UserPoolDomain::builder(self, id, self)
            }

            /// Starts a resource server, under the user pool.
            pub fn add_resource_server(
                &self,
                id: impl Into<String>,
                identifier: impl Into<aws_cdk_core::PhysicalName>,
            ) -> UserPoolResourceServerBuilder {
                UserPoolResourceServer::builder(self, id, self, identifier)
            }

            /// Starts a group of users, under the user pool.
            pub fn add_group(&self, id: impl Into<String>) -> UserPoolGroupBuilder {
                UserPoolGroup::builder(self, id, self)
            }
        })+
    };
}

add_methods!(UserPool, crate::imported::ImportedUserPool);
