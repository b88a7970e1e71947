//! What generated L1 crates are made of. For generated code; user code finds the same at the root of the crate.

pub use crate::bag::{Bag, CfnTag, Limit, PropertyType, Provided, ResourceType, Set, TagShape, TypeInfo};
pub use crate::cfn_resource::{CfnResource, ResourceBuilder};
pub use crate::node::{IConstruct, Node};
pub use crate::token::Token;
pub use crate::value::{Json, Map, Value};

/// An L1 construct: a resource of a type that the specification knows. Implemented by generated code.
pub trait L1: IConstruct + Sized {
    /// What the specification says of the type.
    #[doc(hidden)]
    fn resource_type() -> &'static ResourceType;

    /// The construct of a resource that is of this type.
    #[doc(hidden)]
    fn from_resource(resource: CfnResource) -> Self;
}

/// A resource as an L1, if it is of that type; a raw one becomes an L1 by this, if its properties are known. Properties
/// that the type names are from then on rendered in the order of the type, others after them.
#[doc(hidden)]
#[track_caller]
pub fn typed<T: L1>(resource: &CfnResource) -> Option<T> {
    resource.become_type(T::resource_type()).then(|| T::from_resource(resource.clone()))
}
