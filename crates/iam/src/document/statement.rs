//! Statements of policies.

use std::panic::Location;

use aws_cdk_core::ordered_map::OrderedMap;
use aws_cdk_core::{DependencyGroup, Diagnostic, Json, Node, Object, Value};

use super::principals::Principals;
use crate::principal::{
    AccountPrincipal, AccountRootPrincipal, AnyPrincipal, ArnPrincipal, CanonicalUserPrincipal, FederatedPrincipal,
    IPrincipal, ServicePrincipal,
};

/// Whether a statement allows or denies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effect {
    /// It allows.
    #[default]
    Allow,
    /// It denies, which wins over all that allows.
    Deny,
}

impl Effect {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Effect::Allow => "Allow",
            Effect::Deny => "Deny",
        }
    }
}

/// Texts in the order in which they came, each once; two tokens are the same if they are known to be.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts(OrderedMap<String, Json>);

impl Texts {
    pub(super) fn push(&mut self, text: Json) {
        self.0.get_or_insert_with(text.identity(), || text);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Json> {
        self.0.values()
    }

    pub(super) fn is_same_set(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.keys().all(|key| other.0.contains_key(key))
    }

    pub(super) fn extend(&mut self, other: &Self) {
        other.iter().for_each(|text| self.push(text.clone()));
    }

    fn values(&self) -> Vec<Value<String>> {
        self.iter().cloned().map(Value::from_json).collect()
    }
}

fn texts<V: Into<Value<String>>>(values: impl IntoIterator<Item = V>) -> Vec<Json> {
    let mut texts = Vec::new();
    for value in values {
        texts.push(value.into().into_json());
    }
    texts
}

/// A statement of a policy: who may, or may not, do what with which resources.
///
/// A mistake in it is reported when the document in which it stands is used: `iam::invalid-action`,
/// `iam::actions-and-not-actions`, `iam::resources-and-not-resources`, `iam::principals-and-not-principals`,
/// `iam::mixed-star-principal`, `iam::different-principal-conditions`, `iam::condition-not-object`, and those of its
/// principals.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html>.
///
/// ```
/// use aws_cdk_core::cfn_json;
/// use aws_cdk_iam::{AnyPrincipal, Effect, PolicyStatement};
///
/// let only_encrypted = PolicyStatement::new()
///     .effect(Effect::Deny)
///     .principal(&AnyPrincipal::new())
///     .actions(["s3:*"])
///     .resources(["*"])
///     .condition("Bool", cfn_json!({ "aws:SecureTransport": "false" }));
/// assert_eq!(only_encrypted.listed_actions()[0].as_literal(), Some("s3:*"));
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct PolicyStatement {
    pub(super) sid: Option<Value<String>>,
    pub(super) effect: Effect,
    pub(super) actions: Texts,
    pub(super) not_actions: Texts,
    pub(super) principals: Principals,
    pub(super) not_principals: Principals,
    pub(super) resources: Texts,
    pub(super) not_resources: Texts,
    pub(super) conditions: Object,
    principal_conditions: Option<Object>,
    problems: Vec<Diagnostic>,
    pub(super) location: &'static Location<'static>,
    /// What waits for this statement, and is told where it ends up.
    pub(crate) dependables: Vec<DependencyGroup>,
}

impl Default for PolicyStatement {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl PolicyStatement {
    /// A statement that allows nothing yet.
    #[track_caller]
    pub fn new() -> Self {
        Self {
            sid: None,
            effect: Effect::Allow,
            actions: Texts::default(),
            not_actions: Texts::default(),
            principals: Principals::default(),
            not_principals: Principals::default(),
            resources: Texts::default(),
            not_resources: Texts::default(),
            conditions: Object::new(),
            principal_conditions: None,
            problems: Vec::new(),
            location: Location::caller(),
            dependables: Vec::new(),
        }
    }

    /// The id, letters and digits in policies of identities. Statements with one are never merged. Default: none.
    pub fn sid(mut self, value: impl Into<Value<String>>) -> Self {
        self.sid = Some(value.into());
        self
    }

    /// Whether it allows or denies. Default: [`Effect::Allow`].
    pub fn effect(mut self, value: Effect) -> Self {
        self.effect = value;
        self
    }

    /// Adds actions, such as `sqs:SendMessage`. Default: none.
    #[track_caller]
    pub fn actions<V: Into<Value<String>>>(mut self, actions: impl IntoIterator<Item = V>) -> Self {
        self.add_actions(actions);
        self
    }

    /// Adds actions that are exempt: the statement is about all others. Not together with actions. Default: none.
    #[track_caller]
    pub fn not_actions<V: Into<Value<String>>>(mut self, actions: impl IntoIterator<Item = V>) -> Self {
        self.add_not_actions(actions);
        self
    }

    /// Adds resources, by ARN. Default: none.
    #[track_caller]
    pub fn resources<V: Into<Value<String>>>(mut self, arns: impl IntoIterator<Item = V>) -> Self {
        self.add_resources(arns);
        self
    }

    /// Adds resources that are exempt: the statement is about all others. Not together with resources. Default: none.
    #[track_caller]
    pub fn not_resources<V: Into<Value<String>>>(mut self, arns: impl IntoIterator<Item = V>) -> Self {
        self.add_not_resources(arns);
        self
    }

    /// Adds `*`, all resources.
    #[track_caller]
    pub fn all_resources(self) -> Self {
        self.resources(["*"])
    }

    /// Adds a principal, with its conditions. Default: none, as in policies of identities.
    #[track_caller]
    pub fn principal<P: IPrincipal + ?Sized>(mut self, principal: &P) -> Self {
        self.add_principal(principal);
        self
    }

    /// Adds a principal that is exempt: the statement is about all others. Not together with principals. Default: none.
    #[track_caller]
    pub fn not_principal<P: IPrincipal + ?Sized>(mut self, principal: &P) -> Self {
        self.add_not_principal(principal);
        self
    }

    /// Adds the principals of an account.
    #[track_caller]
    pub fn aws_account_principal(self, account_id: impl Into<Value<String>>) -> Self {
        self.principal(&AccountPrincipal::new(account_id))
    }

    /// Adds the principals of the stack's own account.
    #[track_caller]
    pub fn account_root_principal(self) -> Self {
        self.principal(&AccountRootPrincipal::new())
    }

    /// Adds what an ARN names.
    #[track_caller]
    pub fn arn_principal(self, arn: impl Into<Value<String>>) -> Self {
        self.principal(&ArnPrincipal::new(arn))
    }

    /// Adds an AWS service.
    #[track_caller]
    pub fn service_principal(self, service: impl Into<Value<String>>) -> Self {
        self.principal(&ServicePrincipal::new(service))
    }

    /// Adds a federated identity provider.
    #[track_caller]
    pub fn federated_principal(self, federated: impl Into<Value<String>>) -> Self {
        self.principal(&FederatedPrincipal::new(federated))
    }

    /// Adds a canonical user, as Amazon S3 knows them.
    #[track_caller]
    pub fn canonical_user_principal(self, canonical_user_id: impl Into<Value<String>>) -> Self {
        self.principal(&CanonicalUserPrincipal::new(canonical_user_id))
    }

    /// Adds all identities of all accounts.
    #[track_caller]
    pub fn any_principal(self) -> Self {
        self.principal(&AnyPrincipal::new())
    }

    /// Adds keys to a condition operator: `.condition("StringEquals", cfn_json!({ "aws:SourceAccount": "111111111111" }))`.
    /// Default: none.
    #[track_caller]
    pub fn condition(mut self, operator: impl AsRef<str>, keys: impl Into<Value<Json>>) -> Self {
        self.add_condition(operator, keys);
        self
    }

    /// Adds several conditions from an object of operators. Default: none.
    #[track_caller]
    pub fn conditions(mut self, conditions: impl Into<Value<Json>>) -> Self {
        self.add_conditions(conditions);
        self
    }

    /// Asks for an external id when a role is taken.
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html>.
    #[track_caller]
    pub fn account_condition(self, account_id: impl Into<Value<String>>) -> Self {
        self.string_condition("StringEquals", "sts:ExternalId", account_id.into())
    }

    /// Asks that the request comes from a resource of that account.
    #[track_caller]
    pub fn source_account_condition(self, account_id: impl Into<Value<String>>) -> Self {
        self.string_condition("StringEquals", "aws:SourceAccount", account_id.into())
    }

    /// Asks that the request comes from that resource.
    #[track_caller]
    pub fn source_arn_condition(self, arn: impl Into<Value<String>>) -> Self {
        self.string_condition("ArnEquals", "aws:SourceArn", arn.into())
    }

    #[track_caller]
    fn string_condition(self, operator: &str, key: &str, value: Value<String>) -> Self {
        let mut keys = Object::new();
        keys.insert(key, value);
        self.condition(operator, keys)
    }

    /// As [`PolicyStatement::actions`], in place.
    #[track_caller]
    pub fn add_actions<V: Into<Value<String>>>(&mut self, actions: impl IntoIterator<Item = V>) {
        self.add_action_texts(texts(actions));
    }

    #[track_caller]
    fn add_action_texts(&mut self, actions: Vec<Json>) {
        if !actions.is_empty() && !self.not_actions.is_empty() {
            self.refuse_both("actions");
        }
        self.check_actions(&actions);
        actions.into_iter().for_each(|action| self.actions.push(action));
    }

    /// As [`PolicyStatement::not_actions`], in place.
    #[track_caller]
    pub fn add_not_actions<V: Into<Value<String>>>(&mut self, actions: impl IntoIterator<Item = V>) {
        let actions = texts(actions);
        if !actions.is_empty() && !self.actions.is_empty() {
            self.refuse_both("actions");
        }
        self.check_actions(&actions);
        actions.into_iter().for_each(|action| self.not_actions.push(action));
    }

    /// As [`PolicyStatement::resources`], in place.
    #[track_caller]
    pub fn add_resources<V: Into<Value<String>>>(&mut self, arns: impl IntoIterator<Item = V>) {
        for arn in arns {
            self.resources.push(arn.into().into_json());
        }
        if !self.resources.is_empty() && !self.not_resources.is_empty() {
            self.refuse_both("resources");
        }
    }

    /// As [`PolicyStatement::not_resources`], in place.
    #[track_caller]
    pub fn add_not_resources<V: Into<Value<String>>>(&mut self, arns: impl IntoIterator<Item = V>) {
        for arn in arns {
            self.not_resources.push(arn.into().into_json());
        }
        if !self.resources.is_empty() && !self.not_resources.is_empty() {
            self.refuse_both("resources");
        }
    }

    /// As [`PolicyStatement::principal`], in place.
    #[track_caller]
    pub fn add_principal<P: IPrincipal + ?Sized>(&mut self, principal: &P) {
        if !self.not_principals.is_empty() {
            self.refuse_both("principals");
        }
        let added = self.principals.push(principal);
        self.add_principal_conditions(added);
    }

    /// As [`PolicyStatement::not_principal`], in place.
    #[track_caller]
    pub fn add_not_principal<P: IPrincipal + ?Sized>(&mut self, principal: &P) {
        if !self.principals.is_empty() {
            self.refuse_both("principals");
        }
        let added = self.not_principals.push(principal);
        self.add_principal_conditions(added);
    }

    /// As [`PolicyStatement::condition`], in place.
    #[track_caller]
    pub fn add_condition(&mut self, operator: impl AsRef<str>, keys: impl Into<Value<Json>>) {
        let operator = operator.as_ref();
        let keys = keys.into().into_json();
        if !matches!(keys, Json::Object(_) | Json::Token(_)) {
            self.problem(condition_not_object(operator));
            return;
        }
        merge_condition(&mut self.conditions, operator, keys);
    }

    /// As [`PolicyStatement::conditions`], in place.
    #[track_caller]
    pub fn add_conditions(&mut self, conditions: impl Into<Value<Json>>) {
        let conditions = conditions.into().into_json();
        let Json::Object(conditions) = conditions else {
            self.problem(condition_not_object("conditions"));
            return;
        };
        for (operator, keys) in conditions.iter() {
            self.add_condition(operator, keys.clone());
        }
    }

    /// The actions, in the order in which they were added.
    pub fn listed_actions(&self) -> Vec<Value<String>> {
        self.actions.values()
    }

    /// The exempt actions, in the order in which they were added.
    pub fn listed_not_actions(&self) -> Vec<Value<String>> {
        self.not_actions.values()
    }

    /// The resources, in the order in which they were added.
    pub fn listed_resources(&self) -> Vec<Value<String>> {
        self.resources.values()
    }

    /// The exempt resources, in the order in which they were added.
    pub fn listed_not_resources(&self) -> Vec<Value<String>> {
        self.not_resources.values()
    }

    /// The conditions, keys by operator.
    pub fn listed_conditions(&self) -> &Object {
        &self.conditions
    }

    /// The id.
    pub fn statement_id(&self) -> Option<&Value<String>> {
        self.sid.as_ref()
    }

    /// Whether it allows or denies.
    pub fn statement_effect(&self) -> Effect {
        self.effect
    }

    /// Whether it names principals, exempt or not.
    pub fn has_principal(&self) -> bool {
        !self.principals.is_empty() || !self.not_principals.is_empty()
    }

    /// Whether it names resources.
    pub fn has_resource(&self) -> bool {
        !self.resources.is_empty()
    }

    #[track_caller]
    fn add_principal_conditions(&mut self, added: super::principals::Added) {
        for problem in added.problems {
            self.problem(problem.at(Location::caller()));
        }
        let Some(conditions) = added.conditions else { return };
        let new = Json::Object(conditions.clone());
        match self.principal_conditions.clone().map(Json::Object) {
            Some(known) if known.identity() != new.identity() => {
                let (known, new) = (known.to_readable_text(), new.to_readable_text());
                let message = format!("the principals of a statement have different conditions: {known} and {new}");
                let problem = Diagnostic::error("iam::different-principal-conditions", message);
                self.problem(problem.help("make a statement for each"));
            }
            _ => self.principal_conditions = Some(conditions.clone()),
        }
        self.add_conditions(conditions);
    }

    #[track_caller]
    fn refuse_both(&mut self, what: &str) {
        self.problem(
            Diagnostic::error(
                format!("iam::{what}-and-not-{what}"),
                format!("a statement has both {what} and not_{what}"),
            )
            .help(format!("name either the {what} that are meant or those that are exempt")),
        );
    }

    /// The form of actions: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>.
    #[track_caller]
    fn check_actions(&mut self, actions: &[Json]) {
        for action in actions.iter().filter_map(Json::as_str) {
            let is_valid = action == "*"
                || action.split_once(':').is_some_and(|(service, name)| {
                    let letter = |byte: u8| byte.is_ascii_alphanumeric();
                    !service.is_empty()
                        && !name.is_empty()
                        && service.bytes().all(|byte| letter(byte) || byte == b'-')
                        && name.bytes().all(|byte| letter(byte) || byte == b'*')
                });
            if !is_valid {
                self.problem(Diagnostic::error("iam::invalid-action", format!("`{action}` is not an action")).help(
                    "write the service's prefix, a colon and the action's name, such as `sqs:SendMessage` or `s3:Get*`",
                ));
            }
        }
    }

    pub(super) fn problem(&mut self, diagnostic: Diagnostic) {
        self.problems.push(diagnostic);
    }

    /// For L2 crates of services whose policies name accounts, and not roles or users in them: the statement with the accounts
    /// of its principals, as far as these are known.
    #[doc(hidden)]
    pub fn by_account(mut self) -> Self {
        self.principals = self.principals.by_account();
        self
    }

    pub(crate) fn add_problem(&mut self, diagnostic: Diagnostic) {
        self.problem(diagnostic);
    }

    /// What was wrong when the statement was made.
    pub(super) fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// Blames this place for the statement and what is wrong with it.
    pub(super) fn relocate(&mut self, location: &'static Location<'static>) {
        self.location = location;
        self.problems = self.problems.drain(..).map(|problem| problem.at(location)).collect();
    }

    /// A statement like this one with what another one has as well, conditions aside.
    pub(super) fn merged_with(&self, other: &Self) -> Self {
        let mut merged = PolicyStatement { location: self.location, ..PolicyStatement::new() };
        merged.effect = self.effect;
        merged.sid = self.sid.clone();
        merged.actions = self.actions.clone();
        merged.actions.extend(&other.actions);
        merged.not_actions = self.not_actions.clone();
        merged.resources = self.resources.clone();
        merged.resources.extend(&other.resources);
        merged.not_resources = self.not_resources.clone();
        merged.principals = self.principals.union(&other.principals);
        merged.not_principals = self.not_principals.clone();
        // Conditions of principals come first, whatever the order in which they were added.
        for conditions in merged.principals.conditions().chain(merged.not_principals.conditions()) {
            for (operator, keys) in conditions.iter() {
                merge_condition(&mut merged.conditions, operator, keys.clone());
            }
        }
        for (operator, keys) in self.conditions.iter() {
            merge_condition(&mut merged.conditions, operator, keys.clone());
        }
        merged.problems = self.problems.iter().chain(&other.problems).cloned().collect();
        merged.dependables = self.dependables.iter().chain(&other.dependables).cloned().collect();
        merged
    }

    /// How many characters it will have, tokens estimated.
    pub(crate) fn estimate_size(&self, estimate: SizeEstimate) -> usize {
        let length = |text: &str| text.encode_utf16().count();
        let count = |key: &str, texts: &Texts, token: usize| -> usize {
            if texts.is_empty() {
                return 0;
            }
            let values: usize = texts.iter().map(|text| text.as_str().map_or(token, length) + 3).sum();
            key.len() + 5 + values
        };
        let effect = "\"Effect\": \"\",".len() + self.effect.name().len();
        let principals = (self.principals.len() + self.not_principals.len()) * estimate.arn;
        let conditions = length(&Json::Object(self.conditions.clone()).identity());
        effect
            + count("Action", &self.actions, estimate.action)
            + count("NotAction", &self.not_actions, estimate.action)
            + count("Resource", &self.resources, estimate.arn)
            + count("NotResource", &self.not_resources, estimate.arn)
            + principals
            + conditions
    }
}

/// How long tokens are taken to be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SizeEstimate {
    action: usize,
    arn: usize,
}

impl SizeEstimate {
    /// The estimate for ARNs can be changed by context.
    pub(crate) fn of(scope: &Node) -> Self {
        const KEY: &str = "@aws-cdk/aws-iam.arnSizeEstimate";
        let arn = match scope.try_get_context(KEY) {
            None => 150,
            Some(value) => value.as_i64().and_then(|size| usize::try_from(size).ok()).unwrap_or_else(|| {
                scope.report(
                    Diagnostic::error("iam::arn-size-estimate", format!("the context `{KEY}` is {value}"))
                        .help("set it to a number of characters")
                        .at(scope.location()),
                );
                150
            }),
        };
        Self { action: 20, arn }
    }
}

pub(crate) fn merge_condition(conditions: &mut Object, operator: &str, keys: Json) {
    let merged = match (conditions.get(operator), keys) {
        (Some(Json::Object(existing)), Json::Object(keys)) => {
            let mut merged = existing.clone();
            merged.extend(keys);
            Json::Object(merged)
        }
        (_, keys) => keys,
    };
    conditions.insert(operator, merged);
}

#[track_caller]
pub(crate) fn condition_not_object(operator: &str) -> Diagnostic {
    Diagnostic::error("iam::condition-not-object", format!("the condition `{operator}` is not an object"))
        .help("give each operator its keys and values: `cfn_json!({ \"aws:SourceAccount\": \"111111111111\" })`")
}
