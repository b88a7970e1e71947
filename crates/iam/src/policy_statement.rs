//! Statements of policies.

use aws_cdk_core::{Json, Object, Value};

use crate::principal::{IPrincipal, principal_json, scalar_or_list};

/// Whether a statement allows or denies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effect {
    /// It allows.
    #[default]
    Allow,
    /// It denies, which wins over all that allows.
    Deny,
}

/// A statement of a policy: who may, or may not, do what with which resources.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html>.
///
/// ```
/// use aws_cdk_iam::PolicyStatement;
///
/// let statement = PolicyStatement::new().actions(["sqs:SendMessage"]).resources(["*"]);
/// ```
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct PolicyStatement {
    effect: Effect,
    actions: Vec<Value<String>>,
    resources: Vec<Value<String>>,
    principals: Vec<(String, Vec<Value<String>>)>,
    conditions: Object,
}

impl PolicyStatement {
    /// A statement that allows nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether it allows or denies. Default: [`Effect::Allow`].
    pub fn effect(mut self, effect: Effect) -> Self {
        self.effect = effect;
        self
    }

    /// Adds actions, such as `sqs:SendMessage`. Default: none.
    pub fn actions<V: Into<Value<String>>>(mut self, actions: impl IntoIterator<Item = V>) -> Self {
        self.actions.extend(actions.into_iter().map(Into::into));
        self
    }

    /// Adds resources, by ARN. Default: none.
    pub fn resources<V: Into<Value<String>>>(mut self, resources: impl IntoIterator<Item = V>) -> Self {
        self.resources.extend(resources.into_iter().map(Into::into));
        self
    }

    /// Adds a principal, with its conditions. Default: none, as in policies of identities.
    pub fn principal(mut self, principal: &dyn IPrincipal) -> Self {
        let fragment = principal.policy_fragment();
        for (kind, values) in fragment.principal_json {
            match self.principals.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, known)) => known.extend(values),
                None => self.principals.push((kind, values)),
            }
        }
        for (operator, condition) in fragment.conditions.iter() {
            self.conditions.insert(operator, condition.clone());
        }
        self
    }

    pub(crate) fn to_json(&self) -> Json {
        let mut json = Object::new();
        if !self.actions.is_empty() {
            json.insert("Action", scalar_or_list(&self.actions));
        }
        if !self.conditions.is_empty() {
            json.insert("Condition", self.conditions.clone());
        }
        json.insert("Effect", if self.effect == Effect::Allow { "Allow" } else { "Deny" });
        if !self.principals.is_empty() {
            json.insert("Principal", principal_json(&self.principals));
        }
        if !self.resources.is_empty() {
            json.insert("Resource", scalar_or_list(&self.resources));
        }
        Json::Object(json)
    }
}
