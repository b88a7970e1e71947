//! Principals: who statements are about, and whose policies grants are added to.

mod adapters;
mod arn;
mod composite;
mod federated;
mod grantable;
mod provider;
mod service;
mod simple;
mod unknown;

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{DependencyGroup, Diagnostic, Json, Node, Object, Value};

pub use adapters::{PrincipalWithConditions, SessionTagsPrincipal};
pub use arn::{AccountPrincipal, AccountRootPrincipal, AnyPrincipal, ArnPrincipal};
pub use composite::CompositePrincipal;
pub use federated::{
    FederatedPrincipal, OpenIdConnectPrincipal, SamlConsolePrincipal, SamlPrincipal, WebIdentityPrincipal,
};
pub use grantable::IGrantable;
pub use provider::{IOidcProvider, ISamlProvider};
pub use service::ServicePrincipal;
pub use simple::{CanonicalUserPrincipal, OrganizationPrincipal, StarPrincipal};
pub use unknown::UnknownPrincipal;

use crate::document::{PolicyDocument, PolicyStatement};

/// The kind of a principal that is a text and not an object: `"Principal": "*"`.
pub(crate) const LITERAL_STRING: &str = "LiteralString";

/// How a principal stands in a statement.
#[derive(Clone, Debug, Default)]
pub struct PrincipalPolicyFragment {
    /// Values by kind: `Service`, `AWS`, `Federated`, …
    pub principal_json: Vec<(String, Vec<Value<String>>)>,
    /// The conditions under which it is the principal.
    pub conditions: Object,
    pub(crate) problems: Vec<Diagnostic>,
}

impl PrincipalPolicyFragment {
    /// The values of one kind, such as `AWS` or `Service`.
    pub fn of<V: Into<Value<String>>>(kind: impl Into<String>, values: impl IntoIterator<Item = V>) -> Self {
        let values = values.into_iter().map(Into::into).collect();
        Self { principal_json: vec![(kind.into(), values)], ..Self::default() }
    }

    /// The conditions under which it is the principal. Default: none.
    pub fn conditions(mut self, conditions: Object) -> Self {
        self.conditions = conditions;
        self
    }

    /// Adds a mistake, which is reported where the principal is used. Default: none.
    pub fn problem(mut self, diagnostic: Diagnostic) -> Self {
        self.problems.push(diagnostic);
        self
    }
}

/// What became of a statement that was to be added to the policies of a principal.
#[derive(Clone, Debug, Default)]
pub struct AddToPrincipalPolicyResult {
    /// Whether the principal will have the right.
    pub statement_added: bool,
    /// The constructs that give the right, for what must wait for it.
    pub policy_dependable: DependencyGroup,
}

impl AddToPrincipalPolicyResult {
    /// The statement was added, and these constructs give the right.
    pub fn added(policy_dependable: DependencyGroup) -> Self {
        Self { statement_added: true, policy_dependable }
    }

    /// The principal has no policies here that could be changed.
    pub fn not_added() -> Self {
        Self::default()
    }
}

/// Who may do something.
///
/// An extension point: what is a principal of your own says how it stands in statements, and takes statements for its own
/// policies if it has some.
///
/// ```
/// use aws_cdk_iam::{IPrincipal, PolicyStatement, PrincipalPolicyFragment};
///
/// #[derive(Clone, Debug)]
/// struct Monitoring;
///
/// impl IPrincipal for Monitoring {
///     fn policy_fragment(&self) -> PrincipalPolicyFragment {
///         PrincipalPolicyFragment::of("AWS", ["arn:aws:iam::111111111111:role/monitoring"])
///     }
/// }
///
/// let statement = PolicyStatement::new().actions(["s3:GetObject"]).resources(["*"]).principal(&Monitoring);
/// assert!(statement.has_principal());
/// ```
pub trait IPrincipal: fmt::Debug {
    /// The action by which it takes a role. Default: `sts:AssumeRole`.
    fn assume_role_action(&self) -> String {
        "sts:AssumeRole".to_owned()
    }

    /// How it stands in a statement.
    fn policy_fragment(&self) -> PrincipalPolicyFragment;

    /// The account it belongs to. Default: not known.
    fn principal_account(&self) -> Option<Value<String>> {
        None
    }

    /// Adds a statement to the policies of the principal. Default: it has none that can be changed.
    #[track_caller]
    fn add_to_principal_policy(&self, _statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        AddToPrincipalPolicyResult::not_added()
    }

    /// Adds to the trust policy of a role that the principal may take the role. Default: one statement with
    /// [`IPrincipal::assume_role_action`].
    #[track_caller]
    fn add_to_assume_role_policy(&self, document: &PolicyDocument) {
        document.add_statements([PolicyStatement::new().actions([self.assume_role_action()]).principal(self)]);
    }

    /// Text that is the same for principals that mean the same, so that statements about them can be merged.
    /// Default: a principal is the same as none but itself.
    fn dedupe_string(&self) -> Option<String> {
        None
    }

    /// What handles of the same principal share, where there is no `dedupe_string`.
    #[doc(hidden)]
    fn identity(&self) -> Option<String> {
        None
    }

    /// The principal as text, of which the CDK makes ids: for a construct its path, else what kind of principal it is, or how
    /// it stands in statements.
    #[doc(hidden)]
    fn text(&self) -> String {
        let mut json = Object::new();
        for (kind, values) in self.policy_fragment().principal_json {
            json.insert(kind, values.iter().map(shown).collect::<Vec<_>>());
        }
        Json::Object(json).to_compact_text()
    }

    /// The account, the name of the service, or the ARN, as services know it that have no policies with principals.
    #[doc(hidden)]
    fn short_form(&self) -> Option<Value<String>> {
        None
    }

    /// The construct that the principal is, if this app makes it.
    #[doc(hidden)]
    fn owned_construct(&self) -> Option<Node> {
        None
    }

    /// Whether only the trust policy of a role can let the principal take it, since it has no policies of its own.
    #[doc(hidden)]
    fn needs_trust_policy(&self) -> bool {
        false
    }

    /// The same principal, under conditions.
    ///
    /// ```
    /// use aws_cdk_core::cfn_json;
    /// use aws_cdk_iam::{AccountPrincipal, IPrincipal};
    ///
    /// let partner = AccountPrincipal::new("222222222222")
    ///     .with_conditions(cfn_json!({ "StringEquals": { "sts:ExternalId": "books" } }));
    /// ```
    #[track_caller]
    fn with_conditions(self, conditions: impl Into<Value<Json>>) -> PrincipalWithConditions
    where
        Self: Sized + 'static,
    {
        PrincipalWithConditions::new(self, conditions)
    }

    /// The same principal, which may pass tags for its session when it takes a role.
    fn with_session_tags(self) -> SessionTagsPrincipal
    where
        Self: Sized + 'static,
    {
        SessionTagsPrincipal::new(self)
    }
}

impl<P: IPrincipal + ?Sized> IPrincipal for Rc<P> {
    fn assume_role_action(&self) -> String {
        (**self).assume_role_action()
    }

    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        (**self).policy_fragment()
    }

    fn principal_account(&self) -> Option<Value<String>> {
        (**self).principal_account()
    }

    #[track_caller]
    fn add_to_principal_policy(&self, statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        (**self).add_to_principal_policy(statement)
    }

    #[track_caller]
    fn add_to_assume_role_policy(&self, document: &PolicyDocument) {
        (**self).add_to_assume_role_policy(document);
    }

    fn dedupe_string(&self) -> Option<String> {
        (**self).dedupe_string()
    }

    fn identity(&self) -> Option<String> {
        (**self).identity().or_else(|| Some(format!("{:p}", Rc::as_ptr(self))))
    }

    fn text(&self) -> String {
        (**self).text()
    }

    fn short_form(&self) -> Option<Value<String>> {
        (**self).short_form()
    }

    fn owned_construct(&self) -> Option<Node> {
        (**self).owned_construct()
    }

    fn needs_trust_policy(&self) -> bool {
        (**self).needs_trust_policy()
    }
}

/// A value in the text of a principal.
pub(crate) fn shown(value: &Value<String>) -> String {
    value.as_literal().map_or_else(|| value.as_json().identity(), str::to_owned)
}

/// A principal in a message: the construct, else as it stands in a statement.
pub(crate) fn describe(principal: &dyn IPrincipal) -> String {
    if principal.identity().is_some() {
        return format!("{principal:?}");
    }
    let mut json = Object::new();
    for (kind, values) in principal.policy_fragment().principal_json {
        json.insert(kind, values.into_iter().map(Json::from).collect::<Vec<_>>());
    }
    let text = Json::Object(json).to_readable_text();
    match principal.short_form().as_ref().and_then(|short| short.as_literal()) {
        // The ARN of an account is made where it is used, since it begins with the partition of the stack.
        Some(short) if text.contains("${…}") => format!("`{short}`"),
        _ => text,
    }
}

/// Conditions from what a user gave: an object of operators, each an object of keys.
#[track_caller]
pub(crate) fn conditions_of(value: impl Into<Value<Json>>, problems: &mut Vec<Diagnostic>) -> Object {
    let Json::Object(conditions) = value.into().into_json() else {
        problems.push(crate::document::condition_not_object("conditions"));
        return Object::new();
    };
    for (operator, keys) in conditions.iter() {
        if !matches!(keys, Json::Object(_) | Json::Token(_)) {
            problems.push(crate::document::condition_not_object(operator));
        }
    }
    conditions
}

/// The text by which values and conditions are the same.
pub(crate) fn conditions_identity(conditions: &Object) -> String {
    Json::Object(conditions.clone()).identity()
}
