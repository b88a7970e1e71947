//! OpenID Connect providers.

use aws_cdk_cfn_iam::CfnOIDCProvider;
use aws_cdk_core::{Arn, Construct, Diagnostic, IConstruct, Node, RemovalPolicy, Value};

use crate::principal::IOidcProvider;

/// An OpenID Connect identity provider, as a resource of CloudFormation.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{OidcProviderNative, OpenIdConnectPrincipal, Role};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let github = OidcProviderNative::builder(&stack, "GitHub", "https://token.actions.githubusercontent.com")
///     .client_ids(["sts.amazonaws.com"])
///     .build();
/// let role = Role::builder(&stack, "Workflow", OpenIdConnectPrincipal::new(&github)).build();
/// ```
#[derive(Clone, Debug)]
pub struct OidcProviderNative {
    construct: Construct,
    resource: CfnOIDCProvider,
}

impl IConstruct for OidcProviderNative {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IOidcProvider for OidcProviderNative {
    fn oidc_provider_arn(&self) -> Value<String> {
        self.resource.ref_().into()
    }
}

impl OidcProviderNative {
    /// Starts a provider by its URL, which starts with `https://`.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        url: impl Into<Value<String>>,
    ) -> OidcProviderNativeBuilder {
        OidcProviderNativeBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            url: url.into(),
            client_ids: Vec::new(),
            thumbprints: Vec::new(),
            removal_policy: None,
        }
    }

    /// A provider that exists, by its ARN.
    #[track_caller]
    pub fn from_oidc_provider_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        oidc_provider_arn: impl Into<Value<String>>,
    ) -> ImportedOidcProvider {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-iam.ImportedOidcProvider");
        ImportedOidcProvider { construct, oidc_provider_arn: oidc_provider_arn.into() }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnOIDCProvider {
        &self.resource
    }

    /// The issuer, which is the URL without `https://`, as a token.
    pub fn oidc_provider_issuer(&self) -> Value<String> {
        issuer(self.oidc_provider_arn())
    }
}

fn issuer(arn: Value<String>) -> Value<String> {
    Arn::extract_resource_name(&arn, "oidc-provider").unwrap_or(arn)
}

/// Builds an [`OidcProviderNative`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct OidcProviderNativeBuilder {
    scope: Node,
    id: String,
    url: Value<String>,
    client_ids: Vec<Value<String>>,
    thumbprints: Vec<Value<String>>,
    removal_policy: Option<RemovalPolicy>,
}

impl OidcProviderNativeBuilder {
    /// The ids of clients (audiences) of the provider, 100 at most. Default: none.
    pub fn client_ids<V: Into<Value<String>>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        self.client_ids = values.into_iter().map(Into::into).collect();
        self
    }

    /// The thumbprints of the provider's certificates, 5 at most, 40 hexadecimal digits each. Default: those that IAM finds.
    pub fn thumbprints<V: Into<Value<String>>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        self.thumbprints = values.into_iter().map(Into::into).collect();
        self
    }

    /// What happens to the provider when it leaves the stack. Default: it is deleted.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = Some(value);
        self
    }

    /// Adds the provider. Errors: `iam::oidc-url`, `iam::oidc-client-ids`, `iam::oidc-thumbprints`, and those of ids.
    #[track_caller]
    pub fn build(self) -> OidcProviderNative {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-iam.OidcProviderNative");
        self.check(construct.node());
        let mut resource = CfnOIDCProvider::builder(&construct, "Resource").url(self.url);
        if !self.client_ids.is_empty() {
            resource = resource.client_id_list(self.client_ids);
        }
        if !self.thumbprints.is_empty() {
            resource = resource.thumbprint_list(self.thumbprints);
        }
        let resource = resource.build();
        if let Some(policy) = self.removal_policy {
            resource.apply_removal_policy(policy);
        }
        OidcProviderNative { construct, resource }
    }

    /// The rules are IAM's: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html>.
    #[track_caller]
    fn check(&self, node: &Node) {
        if let Some(url) = self.url.as_literal().filter(|url| !url.starts_with("https://") || url.len() > 255) {
            node.report(
                Diagnostic::error("iam::oidc-url", format!("`{url}` is not the URL of a provider"))
                    .help("start it with `https://`; use up to 255 characters"),
            );
        }
        let is_long = |id: &Value<String>| id.as_literal().is_some_and(|id| id.len() > 255);
        if self.client_ids.len() > 100 || self.client_ids.iter().any(is_long) {
            node.report(
                Diagnostic::error("iam::oidc-client-ids", "there are too many client ids, or one is too long")
                    .help("use up to 100 ids of up to 255 characters"),
            );
        }
        let is_wrong = |print: &Value<String>| {
            print
                .as_literal()
                .is_some_and(|print| print.len() != 40 || !print.bytes().all(|byte| byte.is_ascii_hexdigit()))
        };
        if self.thumbprints.len() > 5 || self.thumbprints.iter().any(is_wrong) {
            node.report(
                Diagnostic::error("iam::oidc-thumbprints", "there are too many thumbprints, or one has another form")
                    .help("use up to 5 thumbprints of 40 hexadecimal digits"),
            );
        }
    }
}

/// An OpenID Connect provider that exists.
#[derive(Clone, Debug)]
pub struct ImportedOidcProvider {
    construct: Construct,
    oidc_provider_arn: Value<String>,
}

impl ImportedOidcProvider {
    /// The issuer, which is the URL without `https://`.
    pub fn oidc_provider_issuer(&self) -> Value<String> {
        issuer(self.oidc_provider_arn.clone())
    }
}

impl IConstruct for ImportedOidcProvider {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IOidcProvider for ImportedOidcProvider {
    fn oidc_provider_arn(&self) -> Value<String> {
        self.oidc_provider_arn.clone()
    }
}
