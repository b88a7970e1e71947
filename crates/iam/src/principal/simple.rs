//! Principals of few words: an organization, a canonical user, `*`.

use aws_cdk_core::{Diagnostic, Value};

use crate::principal::arn::organization_condition;
use crate::principal::{IPrincipal, LITERAL_STRING, PrincipalPolicyFragment, shown};

/// All identities of an organization.
#[derive(Clone, Debug)]
pub struct OrganizationPrincipal {
    organization_id: Value<String>,
}

impl OrganizationPrincipal {
    /// An organization by its id, such as `o-a1b2c3d4e5`. Another form is the error `iam::invalid-organization-id`, where
    /// the principal is used.
    ///
    /// The form: <https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html>.
    pub fn new(organization_id: impl Into<Value<String>>) -> Self {
        Self { organization_id: organization_id.into() }
    }

    /// The id of the organization.
    pub fn organization_id(&self) -> &Value<String> {
        &self.organization_id
    }
}

fn is_organization_id(text: &str) -> bool {
    text.strip_prefix("o-").is_some_and(|rest| {
        (10..=32).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

impl IPrincipal for OrganizationPrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        let fragment =
            PrincipalPolicyFragment::of("AWS", ["*"]).conditions(organization_condition(self.organization_id.clone()));
        match self.organization_id.as_literal().filter(|id| !is_organization_id(id)) {
            Some(id) => fragment.problem(
                Diagnostic::error("iam::invalid-organization-id", format!("`{id}` is not the id of an organization"))
                    .help("use `o-` and 10 to 32 digits and small letters"),
            ),
            None => fragment,
        }
    }

    fn dedupe_string(&self) -> Option<String> {
        Some(format!("OrganizationPrincipal:{}", self.organization_id.as_json().identity()))
    }

    fn text(&self) -> String {
        format!("OrganizationPrincipal({})", shown(&self.organization_id))
    }
}

/// A user as Amazon S3 knows them, such as the origin access identity of a CloudFront distribution.
#[derive(Clone, Debug)]
pub struct CanonicalUserPrincipal {
    canonical_user_id: Value<String>,
}

impl CanonicalUserPrincipal {
    /// A user by the canonical id.
    pub fn new(canonical_user_id: impl Into<Value<String>>) -> Self {
        Self { canonical_user_id: canonical_user_id.into() }
    }

    /// The canonical id.
    pub fn canonical_user_id(&self) -> &Value<String> {
        &self.canonical_user_id
    }
}

impl IPrincipal for CanonicalUserPrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        PrincipalPolicyFragment::of("CanonicalUser", [&self.canonical_user_id])
    }

    fn dedupe_string(&self) -> Option<String> {
        Some(format!("CanonicalUserPrincipal:{}", self.canonical_user_id.as_json().identity()))
    }

    fn text(&self) -> String {
        format!("CanonicalUserPrincipal({})", shown(&self.canonical_user_id))
    }
}

/// The text `*` itself, which some policies ask for, also those without a signature: `"Principal": "*"`.
///
/// Mostly [`AnyPrincipal`](crate::AnyPrincipal) is what is meant.
#[derive(Clone, Copy, Debug, Default)]
pub struct StarPrincipal;

impl StarPrincipal {
    /// Everybody.
    pub fn new() -> Self {
        Self
    }
}

impl IPrincipal for StarPrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        PrincipalPolicyFragment::of(LITERAL_STRING, ["*"])
    }

    fn dedupe_string(&self) -> Option<String> {
        Some("StarPrincipal".to_owned())
    }

    fn text(&self) -> String {
        "StarPrincipal()".to_owned()
    }
}
