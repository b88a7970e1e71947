//! Statements from JSON.

use aws_cdk_core::{Diagnostic, Json, Object, Value};

use super::statement::{Effect, PolicyStatement};
use crate::principal::{IPrincipal, LITERAL_STRING, PrincipalPolicyFragment};

/// A principal as JSON has it.
#[derive(Debug)]
struct JsonPrincipal {
    json: Json,
}

impl IPrincipal for JsonPrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        let values = |json: &Json| -> Vec<Value<String>> {
            match json {
                Json::List(items) => items.iter().cloned().map(Value::from_json).collect(),
                single => vec![Value::from_json(single.clone())],
            }
        };
        match &self.json {
            Json::Object(kinds) => PrincipalPolicyFragment {
                principal_json: kinds.iter().map(|(kind, json)| (kind.to_owned(), values(json))).collect(),
                ..PrincipalPolicyFragment::default()
            },
            Json::String(_) | Json::Token(_) => PrincipalPolicyFragment::of(LITERAL_STRING, values(&self.json)),
            _ => PrincipalPolicyFragment::default().problem(invalid("Principal", "text or an object")),
        }
    }

    fn dedupe_string(&self) -> Option<String> {
        Some(self.json.identity())
    }
}

#[track_caller]
fn invalid(key: &str, expected: &str) -> Diagnostic {
    Diagnostic::error("iam::invalid-policy-json", format!("`{key}` of a statement is not {expected}"))
        .help("see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html")
}

impl PolicyStatement {
    /// The statement that JSON describes. Errors, reported where the statement is used: `iam::invalid-policy-json`, and
    /// those of statements.
    ///
    /// ```
    /// use aws_cdk_core::cfn_json;
    /// use aws_cdk_iam::PolicyStatement;
    ///
    /// let statement = PolicyStatement::from_json(cfn_json!({ "Action": ["s3:Get*"], "Resource": "*" }));
    /// assert!(statement.has_resource());
    /// ```
    #[track_caller]
    pub fn from_json(json: impl Into<Value<Json>>) -> Self {
        let mut statement = PolicyStatement::new();
        let json = json.into().into_json();
        let Json::Object(object) = &json else {
            statement.problem(invalid("Statement", "a list of objects"));
            return statement;
        };
        if let Some(sid) = object.get("Sid") {
            statement.sid = Some(Value::from_json(sid.clone()));
        }
        match object.get("Effect").map(|effect| (effect.as_str(), effect)) {
            None | Some((Some("Allow"), _)) => {}
            Some((Some("Deny"), _)) => statement.effect = Effect::Deny,
            Some(_) => statement.problem(invalid("Effect", "`Allow` or `Deny`")),
        }
        let actions = statement.texts(object, "Action");
        statement.add_actions(actions);
        let not_actions = statement.texts(object, "NotAction");
        statement.add_not_actions(not_actions);
        if let Some(principal) = object.get("Principal") {
            statement.add_principal(&JsonPrincipal { json: principal.clone() });
        }
        if let Some(principal) = object.get("NotPrincipal") {
            statement.add_not_principal(&JsonPrincipal { json: principal.clone() });
        }
        let resources = statement.texts(object, "Resource");
        statement.add_resources(resources);
        let not_resources = statement.texts(object, "NotResource");
        statement.add_not_resources(not_resources);
        if let Some(conditions) = object.get("Condition") {
            statement.add_conditions(conditions.clone());
        }
        for mistake in statement.validate_for_any_policy() {
            statement.problem(mistake);
        }
        statement
    }

    #[track_caller]
    fn texts(&mut self, object: &Object, key: &str) -> Vec<Value<String>> {
        let is_text = |json: &Json| matches!(json, Json::String(_) | Json::Token(_));
        match object.get(key) {
            None => Vec::new(),
            Some(text) if is_text(text) => vec![Value::from_json(text.clone())],
            Some(Json::List(items)) if items.iter().all(is_text) => {
                items.iter().cloned().map(Value::from_json).collect()
            }
            Some(_) => {
                self.problem(invalid(key, "text or a list of texts"));
                Vec::new()
            }
        }
    }
}
