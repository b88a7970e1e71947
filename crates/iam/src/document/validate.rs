//! What the kinds of policies ask of their statements.

use aws_cdk_core::Diagnostic;

use super::statement::PolicyStatement;

impl PolicyStatement {
    #[track_caller]
    fn mistake(&self, code: &'static str, message: impl Into<String>, help: &str) -> Diagnostic {
        Diagnostic::error(code, message).help(help).at(self.location)
    }

    /// What is wrong with it for any policy: `iam::statement-without-actions`.
    pub fn validate_for_any_policy(&self) -> Vec<Diagnostic> {
        let mut mistakes = Vec::new();
        if self.actions.is_empty() && self.not_actions.is_empty() {
            mistakes.push(self.mistake(
                "iam::statement-without-actions",
                "a statement names no actions",
                "add some with `.actions([..])` or `.not_actions([..])`",
            ));
        }
        mistakes
    }

    /// What is wrong with it for the policy of a resource: also `iam::statement-without-principals` and
    /// `iam::statement-without-resources`.
    pub fn validate_for_resource_policy(&self) -> Vec<Diagnostic> {
        let mut mistakes = self.validate_for_any_policy();
        mistakes.extend(self.without_principals("the policy of a resource"));
        mistakes.extend(self.without_resources("the policy of a resource"));
        mistakes
    }

    /// What is wrong with it for the trust policy of a role: also `iam::statement-without-principals`.
    pub fn validate_for_trust_policy(&self) -> Vec<Diagnostic> {
        let mut mistakes = self.validate_for_any_policy();
        mistakes.extend(self.without_principals("the trust policy of a role"));
        mistakes
    }

    /// What is wrong with it for the policy of an identity: also `iam::principals-in-identity-policy`,
    /// `iam::statement-without-resources` and `iam::invalid-sid`.
    ///
    /// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>,
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html>.
    pub fn validate_for_identity_policy(&self) -> Vec<Diagnostic> {
        let mut mistakes = self.validate_for_any_policy();
        if self.has_principal() {
            mistakes.push(self.mistake(
                "iam::principals-in-identity-policy",
                "a statement in the policy of an identity names principals",
                "leave them out: the policy is about the identity that has it",
            ));
        }
        mistakes.extend(self.without_resources("the policy of an identity"));
        let sid = self.sid.as_ref().and_then(|sid| sid.as_literal());
        if let Some(sid) = sid.filter(|sid| !sid.bytes().all(|byte| byte.is_ascii_alphanumeric())) {
            mistakes.push(self.mistake(
                "iam::invalid-sid",
                format!("`{sid}` is not an id of a statement in the policy of an identity"),
                "use letters and digits of ASCII",
            ));
        }
        mistakes
    }

    fn without_principals(&self, policy: &str) -> Option<Diagnostic> {
        (!self.has_principal()).then(|| {
            self.mistake(
                "iam::statement-without-principals",
                format!("a statement in {policy} names no principals"),
                "add one with `.principal(..)`",
            )
        })
    }

    fn without_resources(&self, policy: &str) -> Option<Diagnostic> {
        (self.resources.is_empty() && self.not_resources.is_empty()).then(|| {
            self.mistake(
                "iam::statement-without-resources",
                format!("a statement in {policy} names no resources"),
                "add some with `.resources([..])`, or all with `.all_resources()`",
            )
        })
    }
}
