//! Principals around others: with conditions, with session tags.

use std::rc::Rc;

use aws_cdk_core::{Diagnostic, Json, Object, Value};

use crate::document::{PolicyDocument, PolicyStatement, merge_condition};
use crate::principal::{
    AddToPrincipalPolicyResult, IPrincipal, PrincipalPolicyFragment, conditions_identity, conditions_of,
};

/// A principal under conditions.
#[derive(Clone, Debug)]
pub struct PrincipalWithConditions {
    wrapped: Rc<dyn IPrincipal>,
    additional: Object,
    problems: Vec<Diagnostic>,
}

impl PrincipalWithConditions {
    /// A principal and the conditions that it gets, an object of operators. Errors, where it is used:
    /// `iam::condition-not-object`, and `iam::conditions-with-token` where conditions of the same operator meet and one is a
    /// token.
    #[track_caller]
    pub fn new(principal: impl IPrincipal + 'static, conditions: impl Into<Value<Json>>) -> Self {
        let mut problems = Vec::new();
        let additional = conditions_of(conditions, &mut problems);
        Self { wrapped: Rc::new(principal), additional, problems }
    }

    /// Adds a condition.
    #[track_caller]
    pub fn condition(self, operator: impl AsRef<str>, keys: impl Into<Value<Json>>) -> Self {
        let mut conditions = Object::new();
        conditions.insert(operator, keys);
        self.conditions(conditions)
    }

    /// Adds conditions.
    #[track_caller]
    pub fn conditions(mut self, conditions: impl Into<Value<Json>>) -> Self {
        let conditions = conditions_of(conditions, &mut self.problems);
        for (operator, keys) in conditions.iter() {
            merge_condition(&mut self.additional, operator, keys.clone());
        }
        self
    }

    /// The conditions of the principal itself and those that were added.
    fn all(&self, problems: &mut Vec<Diagnostic>) -> Object {
        let mut merged = self.wrapped.policy_fragment().conditions;
        for (operator, keys) in self.additional.iter() {
            let meets_token = match merged.get(operator) {
                Some(existing) => matches!(existing, Json::Token(_)) || matches!(keys, Json::Token(_)),
                None => false,
            };
            if meets_token {
                problems.push(
                    Diagnostic::error(
                        "iam::conditions-with-token",
                        format!("the conditions `{operator}` cannot be merged, since one is known only at deployment"),
                    )
                    .help("give the keys of both as literals"),
                );
            }
            merge_condition(&mut merged, operator, keys.clone());
        }
        merged
    }
}

impl IPrincipal for PrincipalWithConditions {
    fn assume_role_action(&self) -> String {
        self.wrapped.assume_role_action()
    }

    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        let mut fragment = self.wrapped.policy_fragment();
        fragment.problems.extend(self.problems.iter().cloned());
        let mut problems = Vec::new();
        fragment.conditions = self.all(&mut problems);
        fragment.problems.extend(problems);
        fragment
    }

    fn principal_account(&self) -> Option<Value<String>> {
        self.wrapped.principal_account()
    }

    #[track_caller]
    fn add_to_principal_policy(&self, statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        self.wrapped.add_to_principal_policy(statement)
    }

    #[track_caller]
    fn add_to_assume_role_policy(&self, document: &PolicyDocument) {
        let action = self.assume_role_action();
        let mut problems = self.problems.clone();
        let conditions = self.all(&mut problems);
        let document = document.with_change(move |mut statement| {
            statement.add_actions([action.as_str()]);
            statement.add_conditions(conditions.clone());
            problems.iter().for_each(|problem| statement.add_problem(problem.clone()));
            statement
        });
        self.wrapped.add_to_assume_role_policy(&document);
    }

    fn dedupe_string(&self) -> Option<String> {
        let inner = self.wrapped.dedupe_string()?;
        Some(format!("PrincipalWithConditions:{inner}:{}", conditions_identity(&self.all(&mut Vec::new()))))
    }

    fn text(&self) -> String {
        self.wrapped.text()
    }

    fn short_form(&self) -> Option<Value<String>> {
        self.wrapped.short_form()
    }
}

/// A principal that may pass tags for its session when it takes a role.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html>.
#[derive(Clone, Debug)]
pub struct SessionTagsPrincipal {
    wrapped: Rc<dyn IPrincipal>,
}

impl SessionTagsPrincipal {
    /// A principal that may also pass tags.
    pub fn new(principal: impl IPrincipal + 'static) -> Self {
        Self { wrapped: Rc::new(principal) }
    }
}

impl IPrincipal for SessionTagsPrincipal {
    fn assume_role_action(&self) -> String {
        self.wrapped.assume_role_action()
    }

    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        self.wrapped.policy_fragment()
    }

    fn principal_account(&self) -> Option<Value<String>> {
        self.wrapped.principal_account()
    }

    #[track_caller]
    fn add_to_principal_policy(&self, statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        self.wrapped.add_to_principal_policy(statement)
    }

    #[track_caller]
    fn add_to_assume_role_policy(&self, document: &PolicyDocument) {
        let document = document.with_change(|mut statement| {
            statement.add_actions(["sts:TagSession"]);
            statement
        });
        self.wrapped.add_to_assume_role_policy(&document);
    }

    fn dedupe_string(&self) -> Option<String> {
        Some(format!("SessionTagsPrincipal:{}:", self.wrapped.dedupe_string()?))
    }

    fn text(&self) -> String {
        self.wrapped.text()
    }

    fn short_form(&self) -> Option<Value<String>> {
        self.wrapped.short_form()
    }
}
