//! Which identities a policy is attached to, and which policies an identity has.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_core::ordered_map::OrderedMap;
use aws_cdk_core::{Diagnostic, IConstruct, Json, Lazy, Value};

use crate::document::resolved_unique;
use crate::managed_policy::IManagedPolicy;
use crate::policy::Policy;

/// Identities of one kind, each once: names by what ARNs are the same by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Identities(Rc<RefCell<OrderedMap<String, Value<String>>>>);

impl Identities {
    /// Adds an identity; whether it was not there yet.
    pub(crate) fn attach(&self, arn: &Value<String>, name: Value<String>) -> bool {
        let identity = arn.as_json().identity();
        let mut identities = self.0.borrow_mut();
        let is_new = !identities.contains_key(&identity);
        if is_new {
            identities.insert(identity, name);
        }
        is_new
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// Their names when templates are rendered; an empty list leaves the property out.
    pub(crate) fn names(&self) -> Value<Vec<String>> {
        let identities = self.0.clone();
        Lazy::list_omit_empty(move || identities.borrow().values().cloned().collect()).into()
    }
}

/// The inline policies of an identity.
#[derive(Debug, Default)]
pub(crate) struct AttachedPolicies(RefCell<Vec<Policy>>);

impl AttachedPolicies {
    /// Adds a policy. Two of the same name are the error `iam::duplicate-policy-name`.
    #[track_caller]
    pub(crate) fn attach(&self, policy: &Policy) {
        let known = self.0.borrow().clone();
        if known.iter().any(|known| known.is_same(policy)) {
            return;
        }
        let identity = |policy: &Policy| policy.name().as_json().identity();
        if known.iter().any(|known| identity(known) == identity(policy)) {
            let name = policy.name().as_json().to_readable_text();
            policy.node().report(
                Diagnostic::error("iam::duplicate-policy-name", format!("a policy named {name} is already attached"))
                    .help("give one of them another name")
                    .at(policy.node().location()),
            );
            return;
        }
        self.0.borrow_mut().push(policy.clone());
    }
}

/// The managed policies of an identity, by their ARNs.
#[derive(Clone, Debug, Default)]
pub(crate) struct ManagedPolicies(Rc<RefCell<Vec<Value<String>>>>);

impl ManagedPolicies {
    pub(crate) fn new(arns: Vec<Value<String>>) -> Self {
        Self(Rc::new(RefCell::new(arns)))
    }

    /// Adds a policy that is not there yet.
    pub(crate) fn add(&self, policy: &dyn IManagedPolicy) {
        let arn = policy.managed_policy_arn();
        let key = arn.as_json().identity();
        let is_new = self.0.borrow().iter().all(|known| known.as_json().identity() != key);
        if is_new {
            self.0.borrow_mut().push(arn);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// The ARNs when templates are rendered; an empty list leaves the property out.
    pub(crate) fn arns(&self) -> Value<Vec<String>> {
        let arns = self.0.clone();
        Lazy::list_omit_empty(move || arns.borrow().iter().cloned().collect()).into()
    }

    /// The ARNs when templates are rendered, each once by what it resolves to.
    pub(crate) fn unique_arns(&self) -> Value<Vec<String>> {
        let arns = self.0.clone();
        Lazy::value(move |context| {
            let arns: Vec<Json> = arns.borrow().iter().map(|arn| arn.as_json().clone()).collect();
            resolved_unique(arns, context).map(Value::from_json)
        })
    }
}
