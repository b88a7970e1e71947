//! Resource servers: APIs for which a user pool issues tokens, and their scopes.

use aws_cdk_cfn_cognito::CfnUserPoolResourceServer;
use aws_cdk_cfn_cognito::cfn_user_pool_resource_server::ResourceServerScopeTypeProperty;
use aws_cdk_core::{Construct, IConstruct, Node, PhysicalName, ResourceName, Value};
use aws_cdk_interfaces::cognito::IUserPool;

/// A resource server, made here or imported.
pub trait IUserPoolResourceServer: IConstruct {
    /// The identifier of the resource server.
    fn user_pool_resource_server_id(&self) -> Value<String>;
}

/// A scope of a resource server.
#[derive(Clone, Debug)]
pub struct ResourceServerScope {
    name: String,
    description: String,
}

impl ResourceServerScope {
    /// A scope with its name and what it lets do.
    pub fn new(scope_name: impl Into<String>, scope_description: impl Into<String>) -> Self {
        Self { name: scope_name.into(), description: scope_description.into() }
    }

    /// The name.
    pub fn scope_name(&self) -> &str {
        &self.name
    }

    /// What it lets do.
    pub fn scope_description(&self) -> &str {
        &self.description
    }
}

/// An API for which a user pool issues tokens.
///
/// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html>.
///
/// ```
/// use aws_cdk_cognito::{OAuthFlows, OAuthScope, OAuthSettings, ResourceServerScope, UserPool};
/// use aws_cdk_core::{App, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let pool = UserPool::new(&stack, "Pool");
/// let read = ResourceServerScope::new("read", "read books");
/// let books = pool.add_resource_server("Books", "books").scopes([read.clone()]).build();
/// let machine = pool
///     .add_client("Machine")
///     .generate_secret(true)
///     .o_auth(
///         OAuthSettings::new()
///             .flows(OAuthFlows::new().client_credentials(true))
///             .scopes([OAuthScope::resource_server(&books, &read)]),
///     )
///     .build();
/// ```
#[derive(Clone, Debug)]
pub struct UserPoolResourceServer {
    construct: Construct,
    resource: CfnUserPoolResourceServer,
}

impl IConstruct for UserPoolResourceServer {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IUserPoolResourceServer for UserPoolResourceServer {
    fn user_pool_resource_server_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }
}

impl UserPoolResourceServer {
    /// Starts a resource server of a user pool, by its identifier.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        user_pool: &(impl IUserPool + ?Sized),
        identifier: impl Into<PhysicalName>,
    ) -> UserPoolResourceServerBuilder {
        UserPoolResourceServerBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            user_pool_id: user_pool.user_pool_id(),
            identifier: identifier.into(),
            name: None,
            scopes: None,
        }
    }

    /// A resource server that exists, by its identifier.
    #[track_caller]
    pub fn from_user_pool_resource_server_id(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        user_pool_resource_server_id: impl Into<Value<String>>,
    ) -> ImportedUserPoolResourceServer {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-cognito.UserPoolResourceServer");
        ImportedUserPoolResourceServer { construct, id: user_pool_resource_server_id.into() }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnUserPoolResourceServer {
        &self.resource
    }
}

/// Builds a [`UserPoolResourceServer`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct UserPoolResourceServerBuilder {
    scope: Node,
    id: String,
    user_pool_id: Value<String>,
    identifier: PhysicalName,
    name: Option<Value<String>>,
    scopes: Option<Vec<ResourceServerScope>>,
}

impl UserPoolResourceServerBuilder {
    /// The name, for people. Default: the identifier.
    pub fn user_pool_resource_server_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// The scopes. Default: none.
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = ResourceServerScope>) -> Self {
        self.scopes = Some(scopes.into_iter().collect());
        self
    }

    /// Adds the resource server. Errors: those of ids.
    #[track_caller]
    pub fn build(self) -> UserPoolResourceServer {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-cognito.UserPoolResourceServer");
        let identifier = ResourceName::new(&construct, Some(self.identifier)).property().unwrap_or_else(|| "".into());
        let mut resource = CfnUserPoolResourceServer::builder(&construct, "Resource")
            .name(self.name.unwrap_or_else(|| identifier.clone()))
            .identifier(identifier)
            .user_pool_id(self.user_pool_id);
        if let Some(scopes) = self.scopes {
            let scopes = scopes.iter().map(|scope| {
                ResourceServerScopeTypeProperty::new()
                    .scope_name(scope.name.as_str())
                    .scope_description(scope.description.as_str())
            });
            resource = resource.scopes(scopes.collect::<Vec<_>>());
        }
        UserPoolResourceServer { resource: resource.build(), construct }
    }
}

/// A resource server that exists already.
#[derive(Clone, Debug)]
pub struct ImportedUserPoolResourceServer {
    construct: Construct,
    id: Value<String>,
}

impl IConstruct for ImportedUserPoolResourceServer {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IUserPoolResourceServer for ImportedUserPoolResourceServer {
    fn user_pool_resource_server_id(&self) -> Value<String> {
        self.id.clone()
    }
}
