//! Clients of user pools: the apps that users sign in to.

use aws_cdk_cfn_cognito::CfnUserPoolClient;
use aws_cdk_core::{Construct, IConstruct, Node, Value};
use aws_cdk_interfaces::cognito::{IUserPool, IUserPoolClient};

use crate::client_builder::UserPoolClientBuilder;
use crate::oauth::OAuthFlows;

/// A client of a user pool.
///
/// A secret, if it has one, is not known here: read it from Cognito where it is needed.
///
/// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html>.
#[derive(Clone, Debug)]
pub struct UserPoolClient {
    pub(crate) construct: Construct,
    pub(crate) resource: CfnUserPoolClient,
    pub(crate) flows: OAuthFlows,
    pub(crate) name: Option<Value<String>>,
}

impl IConstruct for UserPoolClient {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IUserPoolClient for UserPoolClient {
    fn user_pool_client_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }
}

impl UserPoolClient {
    /// Starts a client of a user pool.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        user_pool: &(impl IUserPool + ?Sized),
    ) -> UserPoolClientBuilder {
        UserPoolClientBuilder::new(scope.node(), id.into(), user_pool.user_pool_id())
    }

    /// A client that exists, by its id.
    #[track_caller]
    pub fn from_user_pool_client_id(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        user_pool_client_id: impl Into<Value<String>>,
    ) -> ImportedUserPoolClient {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-cognito.UserPoolClient");
        ImportedUserPoolClient { construct, id: user_pool_client_id.into() }
    }

    /// The id of the client.
    pub fn user_pool_client_id(&self) -> Value<String> {
        IUserPoolClient::user_pool_client_id(self)
    }

    /// The name of the client, if it was given one.
    pub fn user_pool_client_name(&self) -> Option<&Value<String>> {
        self.name.as_ref()
    }

    /// The grants of OAuth that it can use.
    pub fn o_auth_flows(&self) -> &OAuthFlows {
        &self.flows
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnUserPoolClient {
        &self.resource
    }
}

/// A client that exists already.
#[derive(Clone, Debug)]
pub struct ImportedUserPoolClient {
    construct: Construct,
    id: Value<String>,
}

impl IConstruct for ImportedUserPoolClient {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IUserPoolClient for ImportedUserPoolClient {
    fn user_pool_client_id(&self) -> Value<String> {
        self.id.clone()
    }
}
