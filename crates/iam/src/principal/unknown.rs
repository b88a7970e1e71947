//! The principal of a resource that was imported without its role.

use aws_cdk_core::{DependencyGroup, Diagnostic, IConstruct, Node};

use crate::document::PolicyStatement;
use crate::principal::{AddToPrincipalPolicyResult, IPrincipal, PrincipalPolicyFragment};

/// The principal of a resource that was imported without its role. What is granted to it is a warning that says what the
/// role needs (`iam::unknown-principal`); in a policy it is the error `iam::unknown-principal-in-policy`.
///
/// ```
/// use aws_cdk_core::{App, Construct, Stack};
/// use aws_cdk_iam::{Grant, GrantOptions, UnknownPrincipal};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let imported = Construct::new(&stack, "Imported");
/// let principal = UnknownPrincipal::new(&imported);
/// let grant = Grant::add_to_principal(GrantOptions::new(&principal).actions(["s3:GetObject"]).resource_arns(["*"]));
/// assert!(grant.success());
/// ```
#[derive(Clone, Debug)]
pub struct UnknownPrincipal {
    resource: Node,
}

impl UnknownPrincipal {
    /// The principal of an imported resource.
    pub fn new(resource: &impl IConstruct) -> Self {
        Self { resource: resource.node().clone() }
    }
}

impl IPrincipal for UnknownPrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        PrincipalPolicyFragment::default().problem(
            Diagnostic::error(
                "iam::unknown-principal-in-policy",
                format!("`{}` was imported without its role and cannot be a principal", self.resource.path()),
            )
            .help("import it with its role"),
        )
    }

    #[track_caller]
    fn add_to_principal_policy(&self, statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        let statement = statement.to_statement_json().to_readable_text();
        self.resource.report(
            Diagnostic::warning("iam::unknown-principal", "the role of this imported resource is not known")
                .help(format!("add this statement to it: {statement}")),
        );
        AddToPrincipalPolicyResult::added(DependencyGroup::new())
    }

    fn identity(&self) -> Option<String> {
        Some(format!("{:?}", self.resource))
    }
}
