//! Policy documents.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::panic::Location;
use std::rc::Rc;

use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{Diagnostic, FeatureFlags, Json, Lazy, Node, Value};

use super::merge::{MergeOptions, merge_statements};
use super::render::{Finish, render};
use super::statement::{PolicyStatement, SizeEstimate};

#[derive(Default)]
struct State {
    statements: RefCell<Vec<PolicyStatement>>,
    assign_sids: Cell<bool>,
    minimize: Cell<Option<bool>>,
    /// What is wrong with the document itself.
    problems: RefCell<Vec<Diagnostic>>,
    /// Whether it was told what was wrong when document and statements were made.
    is_reported: Cell<bool>,
}

type Change = Rc<dyn Fn(PolicyStatement) -> PolicyStatement>;

/// The statements of a policy. Clones are the same document: what is added to one is in all.
///
/// Statements that differ in actions, resources or principals alone are merged, and values sorted, unless the feature flag
/// `@aws-cdk/aws-iam:minimizePolicies` is off or [`PolicyDocument::minimize`] says so.
///
/// ```
/// use aws_cdk_iam::{PolicyDocument, PolicyStatement};
///
/// let document = PolicyDocument::new()
///     .statement(PolicyStatement::new().actions(["sqs:SendMessage"]).resources(["*"]));
/// document.add_statements([PolicyStatement::new().actions(["sqs:ReceiveMessage"]).resources(["*"])]);
/// assert_eq!(document.statement_count(), 2); // one, once it is rendered
/// ```
#[derive(Clone, Default)]
pub struct PolicyDocument {
    state: Rc<State>,
    /// What is done to statements that are added through this handle.
    on_add: Option<Change>,
}

impl fmt::Debug for PolicyDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.state.statements.borrow().iter()).finish()
    }
}

impl PolicyDocument {
    /// An empty document.
    pub fn new() -> Self {
        Self::default()
    }

    /// The document that JSON describes: an object with the list `Statement`. Errors, reported where the document is used:
    /// `iam::invalid-policy-json`, and those of statements.
    ///
    /// ```
    /// use aws_cdk_core::cfn_json;
    /// use aws_cdk_iam::PolicyDocument;
    ///
    /// let document = PolicyDocument::from_json(cfn_json!({
    ///     "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["*"] }],
    ///     "Version": "2012-10-17",
    /// }));
    /// assert_eq!(document.statement_count(), 1);
    /// ```
    #[track_caller]
    pub fn from_json(json: impl Into<Value<Json>>) -> Self {
        let document = Self::new();
        let json = json.into().into_json();
        match json.as_object().and_then(|object| object.get("Statement")) {
            Some(Json::List(statements)) => {
                document.add_statements(statements.iter().map(|json| PolicyStatement::from_json(json.clone())));
                document.relocate(Location::caller());
            }
            _ => document.state.problems.borrow_mut().push(
                Diagnostic::error("iam::invalid-policy-json", "the policy document has no list `Statement`")
                    .help("give an object whose `Statement` is a list of statements")
                    .at(Location::caller()),
            ),
        }
        document
    }

    /// Adds a statement.
    pub fn statement(self, statement: PolicyStatement) -> Self {
        self.add_statements([statement]);
        self
    }

    /// Numbers the statements that have no id, from 0. Default: false.
    pub fn assign_sids(self, value: bool) -> Self {
        self.state.assign_sids.set(value);
        self
    }

    /// Whether statements are merged and their values sorted. Default: as the feature flag
    /// `@aws-cdk/aws-iam:minimizePolicies` says, which is on in new projects.
    pub fn minimize(self, value: bool) -> Self {
        self.state.minimize.set(Some(value));
        self
    }

    /// Adds statements.
    pub fn add_statements(&self, statements: impl IntoIterator<Item = PolicyStatement>) {
        for statement in statements {
            let statement = match &self.on_add {
                Some(change) => change(statement),
                None => statement,
            };
            self.state.statements.borrow_mut().push(statement);
        }
    }

    /// Whether it has no statements.
    pub fn is_empty(&self) -> bool {
        self.state.statements.borrow().is_empty()
    }

    /// The number of statements, before any are merged.
    pub fn statement_count(&self) -> usize {
        self.state.statements.borrow().len()
    }

    /// What is wrong with its statements for any policy: `iam::statement-without-actions`.
    pub fn validate_for_any_policy(&self) -> Vec<Diagnostic> {
        self.validate(PolicyStatement::validate_for_any_policy)
    }

    /// What is wrong with its statements for the policy of a resource: also `iam::statement-without-principals` and
    /// `iam::statement-without-resources`.
    pub fn validate_for_resource_policy(&self) -> Vec<Diagnostic> {
        self.validate(PolicyStatement::validate_for_resource_policy)
    }

    /// What is wrong with its statements for the trust policy of a role: also `iam::statement-without-principals`.
    pub fn validate_for_trust_policy(&self) -> Vec<Diagnostic> {
        self.validate(PolicyStatement::validate_for_trust_policy)
    }

    /// What is wrong with its statements for the policy of an identity: also `iam::principals-in-identity-policy`,
    /// `iam::statement-without-resources` and `iam::invalid-sid`.
    pub fn validate_for_identity_policy(&self) -> Vec<Diagnostic> {
        self.validate(PolicyStatement::validate_for_identity_policy)
    }

    fn validate(&self, validate: impl Fn(&PolicyStatement) -> Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut found = self.problems();
        found.extend(self.state.statements.borrow().iter().flat_map(validate));
        found
    }

    /// What was wrong when document and statements were made, which is told once: by validations, else when templates are
    /// rendered.
    fn problems(&self) -> Vec<Diagnostic> {
        self.state.is_reported.set(true);
        let mut problems = self.state.problems.borrow().clone();
        problems.extend(self.state.statements.borrow().iter().flat_map(|statement| statement.problems().to_vec()));
        problems
    }

    /// Blames this place for the statements so far.
    pub(crate) fn relocate(&self, location: &'static Location<'static>) {
        self.state.statements.borrow_mut().iter_mut().for_each(|statement| statement.relocate(location));
    }

    /// The same document through a handle that changes what is added: how principals add conditions to trust policies.
    pub fn with_change(&self, change: impl Fn(PolicyStatement) -> PolicyStatement + 'static) -> Self {
        let outer = self.on_add.clone();
        let change = move |statement| {
            let statement = change(statement);
            match &outer {
                Some(outer) => outer(statement),
                None => statement,
            }
        };
        Self { state: self.state.clone(), on_add: Some(Rc::new(change)) }
    }

    fn merges(&self, scope: &Node) -> bool {
        self.state.minimize.get().unwrap_or_else(|| FeatureFlags::of(scope).is_enabled(flags::MINIMIZE_POLICIES))
    }

    /// Takes statements out until those that are left are smaller than a size, and gives documents of them, each of
    /// another size at most. Sizes are estimated, in characters.
    pub(crate) fn split(&self, scope: &Node, own_size: usize, other_size: usize) -> Vec<PolicyDocument> {
        let estimate = SizeEstimate::of(scope);
        let options = MergeOptions { if_combinable: self.merges(scope), limit_size: Some(estimate) };
        let merged = merge_statements(self.state.statements.take(), options);
        let mut others: Vec<(PolicyDocument, usize)> = Vec::new();
        let mut kept = Vec::new();
        let mut kept_size = 0;
        for statement in merged {
            let size = statement.estimate_size(estimate);
            if kept_size + size < own_size {
                kept_size += size;
                kept.push(statement);
                continue;
            }
            match others.iter_mut().find(|(_, used)| *used + size <= other_size) {
                Some((document, used)) => {
                    document.add_statements([statement]);
                    *used += size;
                }
                None => {
                    let document = PolicyDocument::new().assign_sids(self.state.assign_sids.get());
                    document.state.minimize.set(self.state.minimize.get());
                    document.add_statements([statement]);
                    others.push((document, size));
                }
            }
        }
        self.state.statements.replace(kept);
        others.into_iter().map(|(document, _)| document).collect()
    }

    /// Tells what waits for the statements that this construct is what creates them.
    pub(crate) fn declare(&self, construct: &Node) {
        let groups: Vec<_> =
            self.state.statements.borrow().iter().flat_map(|statement| statement.dependables.clone()).collect();
        groups.iter().for_each(|group| group.add(construct));
    }
}

impl From<PolicyDocument> for Value<Json> {
    /// The document as it is when templates are rendered; an empty one leaves the property out.
    fn from(document: PolicyDocument) -> Self {
        Lazy::value(move |context| {
            let scope = context.scope();
            if !document.state.is_reported.get() {
                document.problems().into_iter().for_each(|problem| scope.report(problem));
            }
            let mut statements = document.state.statements.borrow().clone();
            if statements.is_empty() {
                return None;
            }
            let merges = document.merges(&scope);
            if merges {
                let options = MergeOptions { if_combinable: true, limit_size: None };
                statements = merge_statements(statements, options);
            }
            let finish = Finish { assign_sids: document.state.assign_sids.get(), sort: merges };
            Some(render(&statements, finish, context).into())
        })
    }
}

impl From<&PolicyDocument> for Value<Json> {
    fn from(document: &PolicyDocument) -> Self {
        document.clone().into()
    }
}

impl FromIterator<PolicyStatement> for PolicyDocument {
    fn from_iter<I: IntoIterator<Item = PolicyStatement>>(statements: I) -> Self {
        let document = Self::new();
        document.add_statements(statements);
        document
    }
}
