//! Several principals as one.

use std::rc::Rc;

use aws_cdk_core::Diagnostic;

use crate::document::PolicyDocument;
use crate::principal::{IPrincipal, PrincipalPolicyFragment, describe};

/// Several principals as one: each may take a role, by a statement of its own.
///
/// In other policies, principals with conditions cannot be part of it: `iam::composite-principal-conditions`.
///
/// ```
/// use aws_cdk_iam::{ArnPrincipal, CompositePrincipal, ServicePrincipal};
///
/// let both = CompositePrincipal::new(ServicePrincipal::new("lambda"))
///     .principal(ArnPrincipal::new("arn:aws:iam::111111111111:role/tester"));
/// ```
#[derive(Clone, Debug)]
pub struct CompositePrincipal {
    principals: Vec<Rc<dyn IPrincipal>>,
}

impl CompositePrincipal {
    /// The first principal, whose action the whole has.
    pub fn new(first: impl IPrincipal + 'static) -> Self {
        Self { principals: vec![Rc::new(first)] }
    }

    /// Adds a principal.
    pub fn principal(mut self, principal: impl IPrincipal + 'static) -> Self {
        self.principals.push(Rc::new(principal));
        self
    }

    /// The principals.
    pub fn principals(&self) -> &[Rc<dyn IPrincipal>] {
        &self.principals
    }
}

impl IPrincipal for CompositePrincipal {
    fn assume_role_action(&self) -> String {
        self.principals.first().map(|first| first.assume_role_action()).unwrap_or_default()
    }

    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        let mut whole = PrincipalPolicyFragment::default();
        for principal in &self.principals {
            let fragment = principal.policy_fragment();
            whole.problems.extend(fragment.problems);
            if !fragment.conditions.is_empty() {
                whole.problems.push(
                    Diagnostic::error(
                        "iam::composite-principal-conditions",
                        format!("{} has conditions and is part of a composite principal", describe(&**principal)),
                    )
                    .help("make a statement for each principal"),
                );
            }
            for (kind, values) in fragment.principal_json {
                match whole.principal_json.iter_mut().find(|(known, _)| *known == kind) {
                    Some((_, known)) => known.extend(values),
                    None => whole.principal_json.push((kind, values)),
                }
            }
        }
        whole
    }

    #[track_caller]
    fn add_to_assume_role_policy(&self, document: &PolicyDocument) {
        for principal in &self.principals {
            principal.add_to_assume_role_policy(document);
        }
    }

    fn dedupe_string(&self) -> Option<String> {
        let parts: Option<Vec<String>> = self.principals.iter().map(|principal| principal.dedupe_string()).collect();
        Some(format!("CompositePrincipal[{}]", parts?.join(",")))
    }

    fn text(&self) -> String {
        let parts: Vec<String> = self.principals.iter().map(|principal| principal.text()).collect();
        format!("CompositePrincipal({})", parts.join(","))
    }
}
