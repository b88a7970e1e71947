//! What clients may ask for with OAuth.

use aws_cdk_core::{Value, cfn_format};

use crate::option_group::option_group;
use crate::resource_server::{IUserPoolResourceServer, ResourceServerScope};

option_group! {
    /// The grants of OAuth 2.0 that a client can use.
    ///
    /// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html>.
    OAuthFlows {
        /// The client gets a code, and tokens for it. Default: false.
        authorization_code_grant: bool,
        /// The client gets tokens directly. Default: false.
        implicit_code_grant: bool,
        /// A machine gets tokens for itself; alone. Default: false.
        client_credentials: bool,
    }
}

impl OAuthFlows {
    /// Whether users come back with a code or tokens.
    pub(crate) fn redirects(&self) -> bool {
        self.authorization_code_grant == Some(true) || self.implicit_code_grant == Some(true)
    }
}

/// What a token lets its bearer do.
///
/// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html>.
#[derive(Clone, Debug)]
pub struct OAuthScope {
    name: Value<String>,
}

impl OAuthScope {
    /// `phone`: read the phone number.
    pub fn phone() -> Self {
        Self::custom("phone")
    }

    /// `email`: read the email address.
    pub fn email() -> Self {
        Self::custom("email")
    }

    /// `openid`: read all attributes that the client may read.
    pub fn openid() -> Self {
        Self::custom("openid")
    }

    /// `profile`: read the attributes about the person.
    pub fn profile() -> Self {
        Self::custom("profile")
    }

    /// `aws.cognito.signin.user.admin`: call Cognito as the user.
    pub fn cognito_admin() -> Self {
        Self::custom("aws.cognito.signin.user.admin")
    }

    /// Any scope, by its name.
    pub fn custom(name: impl Into<Value<String>>) -> Self {
        Self { name: name.into() }
    }

    /// A scope of a resource server.
    pub fn resource_server(server: &dyn IUserPoolResourceServer, scope: &ResourceServerScope) -> Self {
        Self { name: cfn_format!("{}/{}", server.user_pool_resource_server_id(), scope.scope_name()) }
    }

    /// The name as the template has it.
    pub fn scope_name(&self) -> &Value<String> {
        &self.name
    }
}

/// How a client uses OAuth.
///
/// ```
/// use aws_cdk_cognito::{OAuthFlows, OAuthScope, OAuthSettings};
///
/// let settings = OAuthSettings::new()
///     .flows(OAuthFlows::new().authorization_code_grant(true))
///     .scopes([OAuthScope::openid()])
///     .callback_urls(["https://books.example.com/signed-in"])
///     .logout_urls(["https://books.example.com/bye"]);
/// ```
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct OAuthSettings {
    pub(crate) flows: Option<OAuthFlows>,
    pub(crate) callback_urls: Option<Vec<Value<String>>>,
    pub(crate) default_redirect_uri: Option<Value<String>>,
    pub(crate) logout_urls: Option<Vec<Value<String>>>,
    pub(crate) scopes: Option<Vec<OAuthScope>>,
}

impl OAuthSettings {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// The grants. Default: the implicit one and that by code.
    pub fn flows(mut self, value: OAuthFlows) -> Self {
        self.flows = Some(value);
        self
    }

    /// Where users can come back to. Default: `https://example.com`; none if users do not come back.
    pub fn callback_urls<V: Into<Value<String>>>(mut self, urls: impl IntoIterator<Item = V>) -> Self {
        self.callback_urls = Some(urls.into_iter().map(Into::into).collect());
        self
    }

    /// Where users come back to if the client does not say; one of the callback URLs. Default: none.
    pub fn default_redirect_uri(mut self, value: impl Into<Value<String>>) -> Self {
        self.default_redirect_uri = Some(value.into());
        self
    }

    /// Where users can go after they signed out. Default: none.
    pub fn logout_urls<V: Into<Value<String>>>(mut self, urls: impl IntoIterator<Item = V>) -> Self {
        self.logout_urls = Some(urls.into_iter().map(Into::into).collect());
        self
    }

    /// What tokens can be for. `openid` is added to `phone`, `email` and `profile`, which need it. Default: all five scopes
    /// that Cognito has.
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = OAuthScope>) -> Self {
        self.scopes = Some(scopes.into_iter().collect());
        self
    }

    pub(crate) fn scope_names(&self) -> Vec<Value<String>> {
        let default = || {
            vec![
                OAuthScope::profile(),
                OAuthScope::phone(),
                OAuthScope::email(),
                OAuthScope::openid(),
                OAuthScope::cognito_admin(),
            ]
        };
        let mut names: Vec<Value<String>> = Vec::new();
        let is = |name: &Value<String>, text: &str| name.as_literal() == Some(text);
        for scope in self.scopes.clone().unwrap_or_else(default) {
            if !names.iter().any(|known| known.as_json().identity() == scope.name.as_json().identity()) {
                names.push(scope.name);
            }
        }
        let needs_openid = names.iter().any(|name| ["phone", "email", "profile"].iter().any(|text| is(name, text)));
        if needs_openid && !names.iter().any(|name| is(name, "openid")) {
            names.push("openid".into());
        }
        names
    }
}
