//! Domains of the pages on which users sign in.

use aws_cdk_cfn_cognito::CfnUserPoolDomain;
use aws_cdk_cfn_cognito::cfn_user_pool_domain::CustomDomainConfigTypeProperty;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Stack, Value, cfn_format};
use aws_cdk_interfaces::certificatemanager::ICertificate;
use aws_cdk_interfaces::cognito::IUserPool;

use crate::client::UserPoolClient;

/// The pages on which users sign in.
///
/// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ManagedLoginVersion {
    /// The first ones.
    ClassicHostedUi,
    /// The newer ones, which a designer can change.
    NewerManagedLogin,
}

impl ManagedLoginVersion {
    /// The number as the template has it.
    pub fn number(self) -> i64 {
        match self {
            ManagedLoginVersion::ClassicHostedUi => 1,
            ManagedLoginVersion::NewerManagedLogin => 2,
        }
    }
}

/// The domain of the pages on which users sign in.
///
/// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html>.
///
/// ```
/// use aws_cdk_cognito::{SignInUrlOptions, UserPool};
/// use aws_cdk_core::{App, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let readers = UserPool::new(&stack, "Readers");
/// let web = readers.add_client("Web").build();
/// let domain = readers.add_domain("Domain").cognito_domain("books-readers").build();
/// let url = domain.sign_in_url(&web, SignInUrlOptions::new("https://books.example.com/signed-in"));
/// ```
#[derive(Clone, Debug)]
pub struct UserPoolDomain {
    construct: Construct,
    resource: CfnUserPoolDomain,
    is_cognito_domain: bool,
}

impl IConstruct for UserPoolDomain {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

/// Where users sign in, and go then.
#[must_use]
#[derive(Clone, Debug)]
pub struct SignInUrlOptions {
    redirect_uri: Value<String>,
    sign_in_path: String,
    fips: bool,
}

impl SignInUrlOptions {
    /// Where users come back to.
    pub fn new(redirect_uri: impl Into<Value<String>>) -> Self {
        Self { redirect_uri: redirect_uri.into(), sign_in_path: "/login".to_owned(), fips: false }
    }

    /// The path of the page. Default: `/login`.
    pub fn sign_in_path(mut self, value: impl Into<String>) -> Self {
        self.sign_in_path = value.into();
        self
    }

    /// Whether the endpoint follows FIPS. Default: false.
    pub fn fips(mut self, value: bool) -> Self {
        self.fips = value;
        self
    }
}

impl UserPoolDomain {
    /// Starts a domain of a user pool.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        user_pool: &(impl IUserPool + ?Sized),
    ) -> UserPoolDomainBuilder {
        UserPoolDomainBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            user_pool_id: user_pool.user_pool_id(),
            cognito_domain: None,
            custom_domain: None,
            managed_login_version: None,
        }
    }

    /// The domain: the prefix of one of Cognito, else the domain name.
    pub fn domain_name(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    /// The domain name of the CloudFront distribution, to which a domain name of one's own leads.
    pub fn cloud_front_endpoint(&self) -> Value<String> {
        self.resource.get_att("CloudFrontDistribution").into()
    }

    /// The URL of the pages.
    pub fn base_url(&self) -> Value<String> {
        self.url(false)
    }

    /// The URL of the pages at the endpoint that follows FIPS.
    pub fn fips_base_url(&self) -> Value<String> {
        self.url(true)
    }

    fn url(&self, fips: bool) -> Value<String> {
        if !self.is_cognito_domain {
            return cfn_format!("https://{}", self.domain_name());
        }
        let auth = if fips { "auth-fips" } else { "auth" };
        cfn_format!("https://{}.{}.{}.amazoncognito.com", self.domain_name(), auth, Stack::of(self).region())
    }

    /// The URL on which users of a client sign in. A client whose users do not come back is the error `cognito::o-auth`.
    #[track_caller]
    pub fn sign_in_url(&self, client: &UserPoolClient, options: SignInUrlOptions) -> Value<String> {
        let flows = client.o_auth_flows();
        let response_type = if flows.authorization_code_grant == Some(true) { "code" } else { "token" };
        if !flows.redirects() {
            self.node().report(
                Diagnostic::error("cognito::o-auth", "users of this client do not sign in on a page")
                    .help("let the client use `authorization_code_grant`"),
            );
        }
        cfn_format!(
            "{}{}?client_id={}&response_type={}&redirect_uri={}",
            self.url(options.fips),
            options.sign_in_path,
            client.user_pool_client_id(),
            response_type,
            options.redirect_uri
        )
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnUserPoolDomain {
        &self.resource
    }
}

/// Builds a [`UserPoolDomain`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct UserPoolDomainBuilder {
    scope: Node,
    id: String,
    user_pool_id: Value<String>,
    cognito_domain: Option<Value<String>>,
    custom_domain: Option<(Value<String>, Value<String>)>,
    managed_login_version: Option<ManagedLoginVersion>,
}

impl UserPoolDomainBuilder {
    /// The prefix of a domain name of Cognito: lower case letters, digits and `-`. This or a custom domain is required.
    /// Default: none.
    pub fn cognito_domain(mut self, domain_prefix: impl Into<Value<String>>) -> Self {
        self.cognito_domain = Some(domain_prefix.into());
        self
    }

    /// A domain name of one's own, and its certificate, which must be in `us-east-1`. Default: none.
    pub fn custom_domain(mut self, domain_name: impl Into<Value<String>>, certificate: &dyn ICertificate) -> Self {
        self.custom_domain = Some((domain_name.into(), certificate.certificate_arn()));
        self
    }

    /// The pages. Default: that of Cognito, [`ManagedLoginVersion::ClassicHostedUi`].
    pub fn managed_login_version(mut self, value: ManagedLoginVersion) -> Self {
        self.managed_login_version = Some(value);
        self
    }

    /// Adds the domain. Errors: `cognito::domain`, and those of ids.
    #[track_caller]
    pub fn build(self) -> UserPoolDomain {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-cognito.UserPoolDomain");
        self.check(construct.node());
        let is_cognito_domain = self.cognito_domain.is_some();
        let custom = self.custom_domain.as_ref();
        let domain = self.cognito_domain.clone().or_else(|| custom.map(|(name, _)| name.clone()));
        let mut resource = CfnUserPoolDomain::builder(&construct, "Resource")
            .user_pool_id(&self.user_pool_id)
            .domain(domain.unwrap_or_else(|| "".into()));
        if let Some((_, certificate)) = custom {
            resource =
                resource.custom_domain_config(CustomDomainConfigTypeProperty::new().certificate_arn(certificate));
        }
        if let Some(version) = self.managed_login_version {
            resource = resource.managed_login_version(version.number());
        }
        UserPoolDomain { resource: resource.build(), construct, is_cognito_domain }
    }

    #[track_caller]
    fn check(&self, node: &Node) {
        if self.cognito_domain.is_some() == self.custom_domain.is_some() {
            node.report(
                Diagnostic::error("cognito::domain", "a domain is either of Cognito or one's own")
                    .help("set `cognito_domain` or `custom_domain`, and not both"),
            );
        }
        let allowed =
            |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-';
        let prefix = self.cognito_domain.as_ref().and_then(|prefix| prefix.as_literal());
        if let Some(prefix) = prefix.filter(|prefix| prefix.is_empty() || !prefix.chars().all(allowed)) {
            node.report(
                Diagnostic::error("cognito::domain", format!("`{prefix}` is not a prefix for a domain of Cognito"))
                    .help("use lower case letters, digits and `-`"),
            );
        }
    }
}
