//! Policy documents: the statements of a policy.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_core::{Json, Lazy, Object, Value};

use crate::policy_statement::PolicyStatement;

/// The statements of a policy. Clones are the same document: what is added to one is in all.
#[derive(Clone, Debug, Default)]
pub struct PolicyDocument {
    statements: Rc<RefCell<Vec<PolicyStatement>>>,
}

impl PolicyDocument {
    /// An empty document.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a statement.
    pub fn add_statement(&self, statement: PolicyStatement) {
        self.statements.borrow_mut().push(statement);
    }

    /// Whether it has no statements.
    pub fn is_empty(&self) -> bool {
        self.statements.borrow().is_empty()
    }
}

impl From<PolicyDocument> for Value<Json> {
    /// The document as it is when templates are rendered; an empty one leaves the property out.
    fn from(document: PolicyDocument) -> Self {
        Lazy::value(move |_| {
            let statements = document.statements.borrow();
            if statements.is_empty() {
                return None;
            }
            let mut json = Object::new();
            json.insert("Statement", Json::List(statements.iter().map(PolicyStatement::to_json).collect()));
            json.insert("Version", "2012-10-17");
            Some(json.into())
        })
    }
}
