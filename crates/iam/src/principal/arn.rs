//! Principals that an ARN names: identities, accounts, and anybody.

use aws_cdk_core::{Json, Lazy, Object, Value, cfn_format};

use crate::principal::{IPrincipal, PrincipalPolicyFragment, PrincipalWithConditions, shown};

/// Whatever an ARN names: a role, a user, an account's root.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>.
///
/// ```
/// use aws_cdk_iam::ArnPrincipal;
///
/// let deployer = ArnPrincipal::new("arn:aws:iam::111111111111:role/deployer").in_organization("o-a1b2c3d4e5");
/// ```
#[derive(Clone, Debug)]
pub struct ArnPrincipal {
    arn: Value<String>,
}

impl ArnPrincipal {
    /// The principal of an ARN.
    pub fn new(arn: impl Into<Value<String>>) -> Self {
        Self { arn: arn.into() }
    }

    /// The ARN.
    pub fn arn(&self) -> &Value<String> {
        &self.arn
    }

    /// The same principal, as a member of an organization alone.
    #[track_caller]
    pub fn in_organization(self, organization_id: impl Into<Value<String>>) -> PrincipalWithConditions {
        let conditions = organization_condition(organization_id.into());
        self.with_conditions(conditions)
    }
}

pub(super) fn organization_condition(organization_id: Value<String>) -> Object {
    let mut keys = Object::new();
    keys.insert("aws:PrincipalOrgID", organization_id);
    let mut conditions = Object::new();
    conditions.insert("StringEquals", keys);
    conditions
}

impl IPrincipal for ArnPrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        PrincipalPolicyFragment::of("AWS", [&self.arn])
    }

    fn dedupe_string(&self) -> Option<String> {
        Some(format!("ArnPrincipal:{}", self.arn.as_json().identity()))
    }

    fn text(&self) -> String {
        format!("ArnPrincipal({})", shown(&self.arn))
    }

    fn short_form(&self) -> Option<Value<String>> {
        Some(self.arn.clone())
    }
}

/// The principals of an account, as far as the account lets them.
#[derive(Clone, Debug)]
pub struct AccountPrincipal {
    arn: ArnPrincipal,
    account_id: Value<String>,
}

impl AccountPrincipal {
    /// An account by its id of 12 digits.
    pub fn new(account_id: impl Into<Value<String>>) -> Self {
        let account_id = account_id.into();
        let account = account_id.clone();
        let arn = Lazy::string_in(move |context| {
            Some(cfn_format!("arn:{}:iam::{}:root", context.stack().partition(), account))
        });
        Self { arn: ArnPrincipal::new(arn), account_id }
    }

    /// The id of the account.
    pub fn account_id(&self) -> &Value<String> {
        &self.account_id
    }

    /// The same principals, as members of an organization alone.
    #[track_caller]
    pub fn in_organization(self, organization_id: impl Into<Value<String>>) -> PrincipalWithConditions {
        let conditions = organization_condition(organization_id.into());
        self.with_conditions(conditions)
    }
}

impl IPrincipal for AccountPrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        self.arn.policy_fragment()
    }

    fn principal_account(&self) -> Option<Value<String>> {
        Some(self.account_id.clone())
    }

    fn dedupe_string(&self) -> Option<String> {
        self.arn.dedupe_string()
    }

    fn needs_trust_policy(&self) -> bool {
        true
    }

    fn text(&self) -> String {
        format!("AccountPrincipal({})", shown(&self.account_id))
    }

    fn short_form(&self) -> Option<Value<String>> {
        Some(self.account_id.clone())
    }
}

/// The principals of the account of the stack that uses it.
#[derive(Clone, Debug)]
pub struct AccountRootPrincipal {
    account: AccountPrincipal,
}

impl AccountRootPrincipal {
    /// The stack's own account.
    pub fn new() -> Self {
        let account = Lazy::string_in(|context| Some(context.stack().account()));
        Self { account: AccountPrincipal::new(account) }
    }
}

impl Default for AccountRootPrincipal {
    fn default() -> Self {
        Self::new()
    }
}

impl IPrincipal for AccountRootPrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        self.account.policy_fragment()
    }

    fn principal_account(&self) -> Option<Value<String>> {
        self.account.principal_account()
    }

    fn dedupe_string(&self) -> Option<String> {
        self.account.dedupe_string()
    }

    fn needs_trust_policy(&self) -> bool {
        true
    }

    fn text(&self) -> String {
        "AccountRootPrincipal()".to_owned()
    }

    fn short_form(&self) -> Option<Value<String>> {
        Some(self.account.account_id().clone())
    }
}

/// All identities of all accounts: `{ "AWS": "*" }`.
#[derive(Clone, Debug)]
pub struct AnyPrincipal {
    arn: ArnPrincipal,
}

impl AnyPrincipal {
    /// Everybody.
    pub fn new() -> Self {
        Self { arn: ArnPrincipal::new("*") }
    }

    /// All identities of an organization.
    #[track_caller]
    pub fn in_organization(self, organization_id: impl Into<Value<String>>) -> PrincipalWithConditions {
        let conditions = Json::Object(organization_condition(organization_id.into()));
        self.with_conditions(conditions)
    }
}

impl Default for AnyPrincipal {
    fn default() -> Self {
        Self::new()
    }
}

impl IPrincipal for AnyPrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        self.arn.policy_fragment()
    }

    fn dedupe_string(&self) -> Option<String> {
        self.arn.dedupe_string()
    }

    fn text(&self) -> String {
        "AnyPrincipal()".to_owned()
    }

    fn short_form(&self) -> Option<Value<String>> {
        Some("*".into())
    }
}
