//! What changed between two specifications, and what of it breaks code that uses the generated crates.
//!
//! Breaking, by semver: what is gone, a property or attribute of another type, a property that must be set from now on. Not
//! breaking: what is new and optional, and a required property that becomes optional, since required properties are named setters.

use std::collections::BTreeSet;
use std::fmt;

use crate::emit::type_in_words;
use crate::model::{Model, Property, Resource, Type, UpdateType};

/// A difference between two models.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What changed, as in `AWS::SQS::Queue.RedrivePolicy`.
    pub path: String,
    /// How.
    pub kind: ChangeKind,
}

/// How something changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// A resource type, property type or attribute is new, or a property that need not be set.
    Added(&'static str),
    /// A property is new and must be set.
    AddedRequired,
    /// It is gone.
    Removed(&'static str),
    /// It holds something else.
    Type(String, String),
    /// It must be set from now on.
    BecameRequired,
    /// It need not be set any more.
    BecameOptional,
    /// A change of it does something else to the resource.
    Update(UpdateType, UpdateType),
}

impl ChangeKind {
    /// Whether code that compiled with the old crates may not compile with the new ones.
    pub fn is_breaking(&self) -> bool {
        matches!(self, Self::AddedRequired | Self::Removed(_) | Self::Type(..) | Self::BecameRequired)
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.kind.is_breaking() { "!" } else { " " };
        write!(f, "{mark} {}: ", self.path)?;
        match &self.kind {
            ChangeKind::Added(what) => write!(f, "{what} added"),
            ChangeKind::AddedRequired => write!(f, "required property added"),
            ChangeKind::Removed(what) => write!(f, "{what} removed"),
            ChangeKind::Type(old, new) => write!(f, "was {old}, is {new}"),
            ChangeKind::BecameRequired => write!(f, "was optional, is required"),
            ChangeKind::BecameOptional => write!(f, "was required, is optional"),
            ChangeKind::Update(old, new) => write!(f, "an update was {old:?}, is {new:?}"),
        }
    }
}

/// All differences, sorted by path.
pub fn diff(old: &Model, new: &Model) -> Vec<Change> {
    let mut changes = Changes(Vec::new());
    let (old, new) = (resources(old), resources(new));
    changes.compare(&old, &new, |one| &one.cloudformation_name, "", "resource type", Changes::resource);
    changes.0.sort_by(|a, b| a.path.cmp(&b.path));
    changes.0
}

fn resources(model: &Model) -> Vec<&Resource> {
    model.services.values().flat_map(|service| &service.resources).collect()
}

struct Changes(Vec<Change>);

impl Changes {
    fn add(&mut self, path: &str, kind: ChangeKind) {
        self.0.push(Change { path: path.to_owned(), kind });
    }

    /// Pairs what has the same name: notes what only one side has, and compares the rest.
    fn compare<T>(
        &mut self,
        old: &[T],
        new: &[T],
        name: impl Fn(&T) -> &String,
        prefix: &str,
        what: &'static str,
        compare: impl Fn(&mut Self, &str, &T, &T),
    ) {
        let names: BTreeSet<&String> = old.iter().chain(new).map(&name).collect();
        for wanted in names {
            let path = format!("{prefix}{wanted}");
            let of = |side: &'_ [T]| side.iter().position(|one| name(one) == wanted);
            match (of(old), of(new)) {
                (Some(old_index), Some(new_index)) => compare(self, &path, &old[old_index], &new[new_index]),
                (Some(_), None) => self.add(&path, ChangeKind::Removed(what)),
                _ => self.add(&path, ChangeKind::Added(what)),
            }
        }
    }

    fn resource(&mut self, path: &str, old: &&Resource, new: &&Resource) {
        self.properties(path, &old.properties, &new.properties);
        let prefix = format!("{path}.");
        self.compare(
            &old.attributes,
            &new.attributes,
            |one| &one.name,
            &prefix,
            "attribute",
            |changes, path, old, new| {
                changes.types(path, &old.r#type, &new.r#type);
            },
        );
        let (old, new) = (&old.property_types, &new.property_types);
        self.compare(
            old,
            new,
            |one| &one.cloudformation_name,
            "",
            "property type",
            |changes, path, old, new| {
                changes.properties(path, &old.properties, &new.properties);
            },
        );
    }

    fn properties(&mut self, path: &str, old: &[Property], new: &[Property]) {
        let first = self.0.len();
        self.compare(old, new, |one| &one.name, &format!("{path}."), "property", Self::property);
        for change in &mut self.0[first..] {
            let name = change.path.rsplit('.').next().unwrap_or_default();
            let must_be_set = new.iter().any(|property| property.required && property.name == name);
            if must_be_set && matches!(change.kind, ChangeKind::Added(_)) {
                change.kind = ChangeKind::AddedRequired;
            }
        }
    }

    fn property(&mut self, path: &str, old: &Property, new: &Property) {
        self.types(path, &old.r#type, &new.r#type);
        match (old.required, new.required) {
            (false, true) => self.add(path, ChangeKind::BecameRequired),
            (true, false) => self.add(path, ChangeKind::BecameOptional),
            _ => {}
        }
        if old.update != new.update {
            self.add(path, ChangeKind::Update(old.update, new.update));
        }
    }

    fn types(&mut self, path: &str, old: &Type, new: &Type) {
        if old != new {
            self.add(path, ChangeKind::Type(type_in_words(old), type_in_words(new)));
        }
    }
}
