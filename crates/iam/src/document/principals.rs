//! The principals of a statement: who they are, and which of them are the same.

use std::rc::Rc;

use aws_cdk_core::ordered_map::OrderedMap;
use aws_cdk_core::{Arn, ArnFormat, Diagnostic, Json, Object, Value};

use crate::principal::{ArnPrincipal, IPrincipal, LITERAL_STRING, PrincipalPolicyFragment};

/// A principal as it was when it was added.
#[derive(Debug)]
struct Entry {
    /// What two principals share that mean the same.
    dedupe: Option<String>,
    /// What handles of the same principal share, where there is nothing to dedupe by.
    identity: Option<String>,
    /// The account, if the principal is of one that it knows.
    account: Option<Value<String>>,
    fragment: PrincipalPolicyFragment,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Principals {
    entries: Vec<Rc<Entry>>,
}

/// What a principal brings into its statement.
pub(super) struct Added {
    /// `None` if it was there already.
    pub(super) conditions: Option<Object>,
    pub(super) problems: Vec<Diagnostic>,
}

fn is_same(a: &Rc<Entry>, b: &Rc<Entry>) -> bool {
    Rc::ptr_eq(a, b) || (a.identity.is_some() && a.identity == b.identity)
}

impl Principals {
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    #[track_caller]
    pub(super) fn push<P: IPrincipal + ?Sized>(&mut self, principal: &P) -> Added {
        self.push_entry(Entry {
            fragment: principal.policy_fragment(),
            dedupe: principal.dedupe_string(),
            identity: principal.identity(),
            account: principal.principal_account(),
        })
    }

    #[track_caller]
    fn push_entry(&mut self, mut entry: Entry) -> Added {
        let mut problems = std::mem::take(&mut entry.fragment.problems);
        let conditions = entry.fragment.conditions.clone();
        let entry = Rc::new(entry);
        if self.entries.iter().any(|known| is_same(known, &entry)) {
            return Added { conditions: None, problems };
        }
        if !self.is_empty() && self.has_literal() != entry.has_literal() {
            problems.push(
                Diagnostic::error(
                    "iam::mixed-star-principal",
                    "a statement has `*` as its principal and others beside it",
                )
                .help("use `AnyPrincipal` beside other principals, or make a statement for each"),
            );
        }
        self.entries.push(entry);
        Added { conditions: Some(conditions), problems }
    }

    /// Whether it is a text such as `*`, and not an object.
    pub(super) fn has_literal(&self) -> bool {
        self.entries.iter().any(|entry| entry.has_literal())
    }

    pub(super) fn conditions(&self) -> impl Iterator<Item = &Object> {
        self.entries.iter().map(|entry| &entry.fragment.conditions)
    }

    /// Those that can be told apart by what they mean, by that, and the rest.
    fn partition(&self) -> (OrderedMap<&str, &Rc<Entry>>, Vec<&Rc<Entry>>) {
        let mut comparable = OrderedMap::new();
        let mut rest = Vec::new();
        for entry in &self.entries {
            match &entry.dedupe {
                Some(key) => {
                    comparable.insert(key.as_str(), entry);
                }
                None => rest.push(entry),
            }
        }
        (comparable, rest)
    }

    pub(super) fn is_same_set(&self, other: &Self) -> bool {
        let ((a, a_rest), (b, b_rest)) = (self.partition(), other.partition());
        a.len() == b.len()
            && a.keys().all(|key| b.contains_key(key))
            && a_rest.len() == b_rest.len()
            && a_rest.iter().all(|entry| b_rest.iter().any(|other| is_same(entry, other)))
    }

    pub(super) fn union(&self, other: &Self) -> Self {
        let ((mut comparable, rest), (more, more_rest)) = (self.partition(), other.partition());
        comparable.extend(more);
        let mut entries: Vec<Rc<Entry>> = Vec::new();
        for entry in comparable.values().copied().chain(rest).chain(more_rest) {
            if !entries.iter().any(|known| is_same(known, entry)) {
                entries.push(entry.clone());
            }
        }
        Self { entries }
    }

    /// The same with accounts in place of what is in them, as far as these are known.
    pub(super) fn by_account(&self) -> Self {
        let mut all = Self::default();
        for entry in &self.entries {
            match entry.known_account() {
                Some(account) => {
                    all.push(&ArnPrincipal::new(account));
                }
                None => all.entries.push(entry.clone()),
            }
        }
        all
    }

    /// The JSON of all together; `None` if there are none.
    pub(super) fn to_json(&self) -> Option<Json> {
        let mut kinds: OrderedMap<&str, Vec<Value<String>>> = OrderedMap::new();
        for entry in &self.entries {
            for (kind, values) in &entry.fragment.principal_json {
                kinds.get_or_insert_with(kind.as_str(), Vec::new).extend_from_slice(values);
            }
        }
        if let Some(literal) = kinds.get(LITERAL_STRING) {
            return literal.first().map(|value| value.as_json().clone());
        }
        let mut json = Object::new();
        for (kind, mut values) in kinds {
            match values.len() {
                0 => continue,
                1 => json.insert(kind, Json::from(values.remove(0))),
                _ => json.insert(kind, Json::List(values.into_iter().map(Json::from).collect())),
            };
        }
        (!self.entries.is_empty()).then_some(Json::Object(json))
    }
}

impl Entry {
    fn known_account(&self) -> Option<Value<String>> {
        if self.account.is_some() {
            return self.account.clone();
        }
        let (kind, values) = self.fragment.principal_json.first()?;
        let arn = values.first().filter(|arn| kind == "AWS" && arn.as_literal() != Some("*"))?;
        let parts = Arn::split(arn, ArnFormat::SlashResourceName).ok()?;
        Some(parts.account).filter(|account| account.as_literal() != Some(""))
    }

    fn has_literal(&self) -> bool {
        self.fragment.principal_json.iter().any(|(kind, _)| kind == LITERAL_STRING)
    }
}
