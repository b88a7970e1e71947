//! The property bag: where typed setters of L1 constructs and property types store their values.
//!
//! The API is typed, the storage is not; that keeps generated crates small (see ARCHITECTURE.md).

use crate::ordered_map::OrderedMap;
use crate::render::Start;
use crate::value::{Json, Value};

/// What the specification says of a resource type or property type, as far as rendering needs it.
#[derive(Debug)]
pub struct TypeInfo {
    /// The CloudFormation name, such as `AWS::ApiGatewayV2::Api.Cors`.
    pub name: &'static str,
    /// The CloudFormation names of all properties, in the order in which they are rendered.
    pub properties: &'static [&'static str],
    /// What registry schemas say of the values of properties; several of one property stand one after the other.
    pub limits: &'static [(&'static str, Limit)],
}

/// What a value must be beyond its type. Said of a list it is meant of its items, but for [`Limit::Items`].
#[derive(Clone, Copy, Debug)]
pub enum Limit {
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// A text of which a part matches a regular expression of JavaScript.
    Pattern(&'static str),
    /// A text with at least and at most so many characters.
    Length(u64, u64),
    /// A number from the first to the second.
    Range(f64, f64),
    /// A list with at least and at most so many items.
    Items(u64, u64),
}

impl TypeInfo {
    /// Which of its properties that is.
    fn position(&self, name: &str) -> Option<u16> {
        self.properties.iter().position(|known| *known == name).and_then(|position| u16::try_from(position).ok())
    }

    fn name(&self, position: u16) -> &'static str {
        self.properties.get(usize::from(position)).copied().unwrap_or_default()
    }
}

/// How a resource type holds its tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TagShape {
    /// A list of `{ Key, Value }`.
    Standard,
    /// An object of keys and values.
    Map,
    /// A list of `{ Key, Value, PropagateAtLaunch }`, as in Auto Scaling groups.
    Asg,
    /// A list of `{ key, value }`.
    KeyValueList,
}

/// What the specification says of a resource type.
#[derive(Debug)]
pub struct ResourceType {
    /// Its name and properties.
    pub info: TypeInfo,
    /// The property that holds its tags, if it can be tagged.
    pub tags: Option<(TagShape, &'static str)>,
}

/// A typed object: values by property name, always in the type's rendered order.
#[derive(Clone, Debug)]
pub struct Bag {
    info: &'static TypeInfo,
    /// By their position among the properties of the type, which is the order of the list.
    entries: Vec<(u16, Json)>,
    additional: OrderedMap<String, Json>,
}

impl Bag {
    /// An empty bag of a type.
    pub fn new(info: &'static TypeInfo) -> Self {
        Self { info, entries: Vec::new(), additional: OrderedMap::new() }
    }

    /// Sets a property by its CloudFormation name; a second call replaces the first.
    #[inline(never)]
    pub fn set(&mut self, name: &'static str, value: Json) {
        self.set_by_name(name, value);
    }

    /// For generated code: sets a property to a value of its type. What it converts is compiled once for all properties.
    #[doc(hidden)]
    pub fn set_typed<T>(&mut self, name: &'static str, value: impl Into<Value<T>>) {
        self.set(name, value.into().json);
    }

    /// Sets a property that the type does not name (`AdditionalProperties` of the specification).
    #[inline(never)]
    pub fn set_additional(&mut self, name: String, value: Json) {
        self.additional.insert(name, value);
    }

    /// The value of a property.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self.info.position(name) {
            Some(position) => self.entries.iter().find(|(known, _)| *known == position).map(|(_, value)| value),
            None => self.additional.get(name),
        }
    }

    /// The type of the object.
    pub fn type_info(&self) -> &'static TypeInfo {
        self.info
    }

    /// All properties that are set, in rendered order.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Json)> {
        let (mut entries, mut additional) = (self.entries.iter(), self.additional.iter());
        std::iter::from_fn(move || match entries.next() {
            Some((position, value)) => Some((self.info.name(*position), value)),
            None => additional.next().map(|(name, value)| (name.as_str(), value)),
        })
    }

    /// Gives all properties that are set, in rendered order, with what they start with in JSON text.
    pub(crate) fn each<'a>(&'a self, give: &mut dyn FnMut(Start<'a>, &'a Json)) {
        for (position, value) in &self.entries {
            give(Start::Name(self.info.name(*position)), value);
        }
        for (name, value) in self.additional.iter() {
            give(Start::Key(name), value);
        }
    }

    /// Gives back the room for properties that will not be set.
    pub(crate) fn shrink_to_fit(&mut self) {
        self.entries.shrink_to_fit();
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &Json> {
        self.entries.iter().map(|(_, value)| value).chain(self.additional.values())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.additional.is_empty()
    }

    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Json> {
        match self.info.position(name) {
            Some(position) => self.entries.iter_mut().find(|(known, _)| *known == position).map(|(_, value)| value),
            None => self.additional.get_mut(name),
        }
    }

    pub(crate) fn remove(&mut self, name: &str) {
        match self.info.position(name) {
            Some(position) => self.entries.retain(|(known, _)| *known != position),
            None => self.additional.retain(|known| known != name),
        }
    }

    /// Sets a property by a name that is only known now: a known one takes its place, an unknown one the end.
    pub(crate) fn set_by_name(&mut self, name: &str, value: Json) {
        let Some(position) = self.info.position(name) else { return self.set_additional(name.to_owned(), value) };
        match self.entries.binary_search_by_key(&position, |(known, _)| *known) {
            Ok(index) => self.entries[index].1 = value,
            Err(index) => self.entries.insert(index, (position, value)),
        }
    }

    /// The same bag with every value mapped; those mapped to nothing are left out.
    pub(crate) fn filter_map(&self, mut map: impl FnMut(&Json) -> Option<Json>) -> Bag {
        Bag {
            info: self.info,
            entries: self.entries.iter().filter_map(|(position, value)| Some((*position, map(value)?))).collect(),
            additional: self.additional.iter().filter_map(|(name, value)| Some((name.clone(), map(value)?))).collect(),
        }
    }
}

/// A property type of a resource: a typed object that is a value, not a construct. Implemented by generated code.
pub trait PropertyType {}

/// Marks a required property as set, in the type of a builder.
#[derive(Clone, Copy, Debug)]
pub struct Set;

/// Implemented by [`Set`] alone: the bound that makes a missing required property a compile error.
#[diagnostic::on_unimplemented(
    message = "required property `{Self}` is not set",
    label = "`{Self}` is missing here",
    note = "call the setter of that name before this"
)]
pub trait Provided {}

impl Provided for Set {}

/// A tag as CloudFormation takes it in lists of `{ Key, Value }`.
///
/// ```
/// use aws_cdk_core::CfnTag;
///
/// let tag = CfnTag::new("team", "books");
/// ```
#[derive(Clone, Debug)]
pub struct CfnTag {
    bag: Bag,
}

static TAG: TypeInfo = TypeInfo { name: "Tag", properties: &["Key", "Value"], limits: &[] };

impl CfnTag {
    /// A tag with a key of 1 to 128 characters and a value of 0 to 256.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        let mut bag = Bag::new(&TAG);
        bag.set("Key", key.into().json);
        bag.set("Value", value.into().json);
        Self { bag }
    }
}

impl PropertyType for CfnTag {}

impl From<CfnTag> for Value<CfnTag> {
    fn from(tag: CfnTag) -> Self {
        Value::from_bag(tag.bag)
    }
}
