//! Identity providers, as principals name them.

use aws_cdk_cfn_iam::{CfnOIDCProvider, CfnSAMLProvider};
use aws_cdk_core::{IConstruct, Stack, Value};

/// An OpenID Connect provider: an L2, an L1, or its ARN.
pub trait IOidcProvider {
    /// The ARN of the provider.
    fn oidc_provider_arn(&self) -> Value<String>;
}

impl IOidcProvider for CfnOIDCProvider {
    fn oidc_provider_arn(&self) -> Value<String> {
        self.ref_().into()
    }
}

impl IOidcProvider for Value<String> {
    fn oidc_provider_arn(&self) -> Value<String> {
        self.clone()
    }
}

impl IOidcProvider for str {
    fn oidc_provider_arn(&self) -> Value<String> {
        self.into()
    }
}

/// A SAML provider: an L2, an L1, or its ARN.
pub trait ISamlProvider {
    /// The ARN of the provider.
    fn saml_provider_arn(&self) -> Value<String>;

    /// The region of the provider's stack. Default: not known.
    fn region(&self) -> Option<Value<String>> {
        None
    }
}

impl ISamlProvider for CfnSAMLProvider {
    fn saml_provider_arn(&self) -> Value<String> {
        self.ref_().into()
    }

    fn region(&self) -> Option<Value<String>> {
        Some(Stack::of(self.node()).region())
    }
}

impl ISamlProvider for Value<String> {
    fn saml_provider_arn(&self) -> Value<String> {
        self.clone()
    }
}

impl ISamlProvider for str {
    fn saml_provider_arn(&self) -> Value<String> {
        self.into()
    }
}
