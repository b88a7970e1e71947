//! The Rust names of a type's properties and attributes, given once so that all that is emitted agrees.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::types::rust_type;
use crate::model::{Attribute, Property, Resource};
use crate::naming::{Names, RESERVED_CONSTRUCT_METHODS, RESERVED_METHODS, identifier, snake_case};

/// A property with its Rust names.
pub(super) struct Member<'a> {
    pub(super) property: &'a Property,
    /// The setter of builders and property types, and the getter of constructs.
    pub(super) method: Ident,
    /// The setter of constructs.
    pub(super) setter: Ident,
    pub(super) rust_type: TokenStream,
    /// The position among the required properties, for one of them.
    pub(super) required: Option<usize>,
}

/// Setters with the name of an operator, which clippy expects of an implementation of its trait only.
const OPERATORS: [&str; 10] = ["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

impl Member<'_> {
    /// What the setter of builders and property types is allowed.
    pub(super) fn allowed(&self) -> Option<TokenStream> {
        let is_operator = OPERATORS.iter().any(|operator| self.method == operator);
        is_operator.then(|| quote!(#[allow(clippy::should_implement_trait, reason = "it is the property's name")]))
    }
}

/// The properties of a type, with `names` in which those given are taken.
pub(super) fn members<'a>(properties: &'a [Property], names: &mut Names) -> Vec<Member<'a>> {
    let methods: Vec<_> = properties.iter().map(|property| names.take(&snake_case(&property.name))).collect();
    let mut required = 0..;
    let member = |(property, method): (&'a Property, String)| Member {
        property,
        setter: identifier(&names.take(&format!("set_{}", snake_case(&property.name)))),
        method: identifier(&method),
        rust_type: rust_type(&property.r#type),
        required: property.required.then(|| required.next()).flatten(),
    };
    properties.iter().zip(methods).map(member).collect()
}

/// The names of a resource: its properties, and a getter for each attribute.
pub(super) fn of_resource(resource: &Resource) -> (Vec<Member<'_>>, Vec<(&Attribute, Ident)>) {
    let mut names = Names::reserving(RESERVED_METHODS.into_iter().chain(RESERVED_CONSTRUCT_METHODS));
    let members = members(&resource.properties, &mut names);
    let attributes = resource.attributes.iter();
    let attributes = attributes
        .map(|attribute| (attribute, identifier(&names.take(&format!("attr_{}", snake_case(&attribute.name))))))
        .collect();
    (members, attributes)
}
