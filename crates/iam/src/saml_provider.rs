//! SAML providers.

use aws_cdk_cfn_iam::CfnSAMLProvider;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Stack, Value};

use crate::principal::ISamlProvider;

/// A SAML 2.0 identity provider.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{Role, SamlConsolePrincipal, SamlProvider};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let provider = SamlProvider::builder(&stack, "Provider", "<EntityDescriptor/>").name("staff").build();
/// let role = Role::builder(&stack, "Staff", SamlConsolePrincipal::new(&provider)).build();
/// ```
#[derive(Clone, Debug)]
pub struct SamlProvider {
    construct: Construct,
    resource: CfnSAMLProvider,
}

impl IConstruct for SamlProvider {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ISamlProvider for SamlProvider {
    fn saml_provider_arn(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    fn region(&self) -> Option<Value<String>> {
        Some(Stack::of(self).region())
    }
}

impl SamlProvider {
    /// Starts a provider with its metadata document, XML that the provider gives.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        metadata_document: impl Into<Value<String>>,
    ) -> SamlProviderBuilder {
        SamlProviderBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            metadata_document: metadata_document.into(),
            name: None,
        }
    }

    /// A provider that exists, by its ARN.
    #[track_caller]
    pub fn from_saml_provider_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        saml_provider_arn: impl Into<Value<String>>,
    ) -> ImportedSamlProvider {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-iam.ImportedSamlProvider");
        ImportedSamlProvider { construct, saml_provider_arn: saml_provider_arn.into() }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnSAMLProvider {
        &self.resource
    }
}

/// Builds a [`SamlProvider`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct SamlProviderBuilder {
    scope: Node,
    id: String,
    metadata_document: Value<String>,
    name: Option<Value<String>>,
}

impl SamlProviderBuilder {
    /// The name: up to 128 letters, digits and `_+=,.@-`. Default: one that CloudFormation makes.
    pub fn name(mut self, value: impl Into<Value<String>>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// Adds the provider. Errors: `iam::invalid-saml-provider-name`, and those of ids.
    #[track_caller]
    pub fn build(self) -> SamlProvider {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-iam.SamlProvider");
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte);
        let name = self.name.as_ref().and_then(|name| name.as_literal());
        if let Some(name) = name.filter(|name| name.is_empty() || name.len() > 128 || !name.bytes().all(allowed)) {
            construct.node().report(
                Diagnostic::error(
                    "iam::invalid-saml-provider-name",
                    format!("`{name}` is not a name for a SAML provider"),
                )
                .help("use 1 to 128 letters, digits and `_+=,.@-`"),
            );
        }
        let mut resource =
            CfnSAMLProvider::builder(&construct, "Resource").saml_metadata_document(self.metadata_document);
        if let Some(name) = self.name {
            resource = resource.name(name);
        }
        SamlProvider { resource: resource.build(), construct }
    }
}

/// A SAML provider that exists.
#[derive(Clone, Debug)]
pub struct ImportedSamlProvider {
    construct: Construct,
    saml_provider_arn: Value<String>,
}

impl IConstruct for ImportedSamlProvider {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ISamlProvider for ImportedSamlProvider {
    fn saml_provider_arn(&self) -> Value<String> {
        self.saml_provider_arn.clone()
    }

    fn region(&self) -> Option<Value<String>> {
        Some(Stack::of(self).region())
    }
}
