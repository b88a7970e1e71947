//! Principals of other identity providers.
//!
//! Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html>.

use aws_cdk_core::{Diagnostic, Json, Object, Value};

use crate::principal::{
    IOidcProvider, IPrincipal, ISamlProvider, PrincipalPolicyFragment, conditions_identity, conditions_of, shown,
};

/// The identities of another identity provider.
///
/// ```
/// use aws_cdk_core::cfn_json;
/// use aws_cdk_iam::FederatedPrincipal;
///
/// let guests = FederatedPrincipal::new("cognito-identity.amazonaws.com")
///     .assume_role_action("sts:AssumeRoleWithWebIdentity")
///     .conditions(cfn_json!({ "StringEquals": { "cognito-identity.amazonaws.com:aud": "us-east-1:12345678" } }));
/// ```
#[derive(Clone, Debug)]
pub struct FederatedPrincipal {
    federated: Value<String>,
    conditions: Object,
    action: String,
    problems: Vec<Diagnostic>,
}

impl FederatedPrincipal {
    /// A provider by its name or ARN.
    pub fn new(federated: impl Into<Value<String>>) -> Self {
        Self {
            federated: federated.into(),
            conditions: Object::new(),
            action: "sts:AssumeRole".to_owned(),
            problems: Vec::new(),
        }
    }

    /// The conditions under which an identity is the principal. Default: none.
    #[track_caller]
    pub fn conditions(mut self, conditions: impl Into<Value<Json>>) -> Self {
        self.conditions = conditions_of(conditions, &mut self.problems);
        self
    }

    /// The action by which a role is taken. Default: `sts:AssumeRole`.
    pub fn assume_role_action(mut self, action: impl Into<String>) -> Self {
        self.action = action.into();
        self
    }

    /// The provider.
    pub fn federated(&self) -> &Value<String> {
        &self.federated
    }
}

impl IPrincipal for FederatedPrincipal {
    fn assume_role_action(&self) -> String {
        self.action.clone()
    }

    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        let fragment = PrincipalPolicyFragment::of("Federated", [&self.federated]).conditions(self.conditions.clone());
        self.problems.iter().cloned().fold(fragment, PrincipalPolicyFragment::problem)
    }

    fn dedupe_string(&self) -> Option<String> {
        let conditions = conditions_identity(&self.conditions);
        Some(format!("FederatedPrincipal:{}:{}:{conditions}", self.federated.as_json().identity(), self.action))
    }

    fn text(&self) -> String {
        format!("FederatedPrincipal({})", shown(&self.federated))
    }
}

macro_rules! federated {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            principal: FederatedPrincipal,
        }

        impl $name {
            /// The provider.
            pub fn federated(&self) -> &Value<String> {
                self.principal.federated()
            }
        }

        impl IPrincipal for $name {
            fn assume_role_action(&self) -> String {
                self.principal.action.clone()
            }

            fn policy_fragment(&self) -> PrincipalPolicyFragment {
                self.principal.policy_fragment()
            }

            fn dedupe_string(&self) -> Option<String> {
                self.principal.dedupe_string()
            }

            fn text(&self) -> String {
                format!("{}({})", stringify!($name), shown(self.federated()))
            }
        }
    };
}

federated! {
    /// The identities of a web identity provider, such as Amazon Cognito or Login with Amazon.
    ///
    /// ```
    /// use aws_cdk_iam::WebIdentityPrincipal;
    ///
    /// let customers = WebIdentityPrincipal::new("www.amazon.com");
    /// ```
    WebIdentityPrincipal
}

federated! {
    /// The identities of an OpenID Connect provider.
    ///
    /// ```
    /// use aws_cdk_core::cfn_json;
    /// use aws_cdk_iam::OpenIdConnectPrincipal;
    ///
    /// let provider = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com";
    /// let workflow = OpenIdConnectPrincipal::new(provider)
    ///     .conditions(cfn_json!({ "StringLike": { "token.actions.githubusercontent.com:sub": "repo:books/*" } }));
    /// ```
    OpenIdConnectPrincipal
}

federated! {
    /// The identities of a SAML provider.
    SamlPrincipal
}

federated! {
    /// The identities of a SAML provider, which sign in to the AWS console.
    ///
    /// ```
    /// use aws_cdk_iam::SamlConsolePrincipal;
    ///
    /// let staff = SamlConsolePrincipal::new("arn:aws:iam::111111111111:saml-provider/staff");
    /// ```
    SamlConsolePrincipal
}

const WEB_IDENTITY: &str = "sts:AssumeRoleWithWebIdentity";
const SAML: &str = "sts:AssumeRoleWithSAML";

impl WebIdentityPrincipal {
    /// A provider by its name or ARN.
    pub fn new(identity_provider: impl Into<Value<String>>) -> Self {
        Self { principal: FederatedPrincipal::new(identity_provider).assume_role_action(WEB_IDENTITY) }
    }

    /// The conditions under which an identity is the principal. Default: none.
    #[track_caller]
    pub fn conditions(self, conditions: impl Into<Value<Json>>) -> Self {
        Self { principal: self.principal.conditions(conditions) }
    }
}

impl OpenIdConnectPrincipal {
    /// A provider: an L2, an L1, or its ARN.
    pub fn new<P: IOidcProvider + ?Sized>(provider: &P) -> Self {
        Self { principal: FederatedPrincipal::new(provider.oidc_provider_arn()).assume_role_action(WEB_IDENTITY) }
    }

    /// The conditions under which an identity is the principal. Default: none.
    #[track_caller]
    pub fn conditions(self, conditions: impl Into<Value<Json>>) -> Self {
        Self { principal: self.principal.conditions(conditions) }
    }
}

impl SamlPrincipal {
    /// A provider: an L2, an L1, or its ARN.
    pub fn new<P: ISamlProvider + ?Sized>(provider: &P) -> Self {
        Self { principal: FederatedPrincipal::new(provider.saml_provider_arn()).assume_role_action(SAML) }
    }

    /// The conditions under which an identity is the principal. Default: none.
    #[track_caller]
    pub fn conditions(self, conditions: impl Into<Value<Json>>) -> Self {
        Self { principal: self.principal.conditions(conditions) }
    }
}

impl SamlConsolePrincipal {
    /// A provider: an L2, an L1, or its ARN. The condition on the audience is that of the region of the provider's stack;
    /// with an ARN alone that of commercial regions.
    #[track_caller]
    pub fn new<P: ISamlProvider + ?Sized>(provider: &P) -> Self {
        let principal = FederatedPrincipal::new(provider.saml_provider_arn()).assume_role_action(SAML);
        let region = provider.region();
        let url = sign_on_url(region.as_ref().and_then(|region| region.as_literal()));
        let mut audience = Object::new();
        audience.insert("SAML:aud", url);
        let mut conditions = Object::new();
        conditions.insert("StringEquals", audience);
        Self { principal: principal.conditions(conditions) }
    }

    /// Further conditions. Those of `StringEquals` do not count: it asks for the console. Default: none.
    #[track_caller]
    pub fn conditions(self, conditions: impl Into<Value<Json>>) -> Self {
        let Self { principal } = self;
        let audience = principal.conditions.clone();
        let mut principal = principal.conditions(conditions);
        principal.conditions.extend(audience);
        Self { principal }
    }
}

/// Where SAML identities sign in to the console, by region:
/// <https://docs.aws.amazon.com/general/latest/gr/signin-service.html>.
fn sign_on_url(region: Option<&str>) -> &'static str {
    match region {
        Some(region) if region.starts_with("cn-") => "https://signin.amazonaws.cn/saml",
        Some(region) if region.starts_with("us-gov-") => "https://signin.amazonaws-us-gov.com/saml",
        Some(region) if region.starts_with("us-iso-") => "https://signin.c2shome.ic.gov/saml",
        Some(region) if region.starts_with("us-isob-") => "https://signin.sc2shome.sgov.gov/saml",
        _ => "https://signin.aws.amazon.com/saml",
    }
}
