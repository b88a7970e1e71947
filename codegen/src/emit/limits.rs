//! What registry schemas say of values: an enum for each enumeration, the limits that core checks, and both in words.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::docs;
use super::tokens::{block, concat};
use crate::model::{Bounds, Constraints, Property, Resource, Type};
use crate::naming::{Names, enum_name, identifier, screaming_snake_case, variant_name};

/// The enumerations of a module; equal ones of properties with the same name are one.
pub(super) struct Enumerations<'a>(Vec<Enumeration<'a>>);

struct Enumeration<'a> {
    name: Ident,
    /// The static with the values.
    values: Ident,
    property: &'a Property,
    /// The type whose property has these values, by its CloudFormation name.
    owner: &'a str,
}

impl<'a> Enumerations<'a> {
    pub(super) fn of(resource: &'a Resource) -> Self {
        let own = resource.properties.iter().map(|property| (&*resource.cloudformation_name, "", property));
        let nested = resource.property_types.iter().flat_map(|property_type| {
            let with_type = |property| (&*property_type.cloudformation_name, &*property_type.name, property);
            property_type.properties.iter().map(with_type)
        });
        let (mut names, mut statics) = (Names::default(), Names::default());
        let mut enumerations = Self(Vec::new());
        for (owner, parent, property) in own.chain(nested) {
            let is_enumeration = !property.constraints.values.is_empty() && *leaf(&property.r#type) == Type::String;
            if !is_enumeration || enumerations.find(property).is_some() {
                continue;
            }
            // Another enumeration may have the name already: then that of the type comes before it.
            let short = enum_name(&property.name);
            let wanted = if names.has(&short) { enum_name(&format!("{parent}{}", property.name)) } else { short };
            let name = names.take(&wanted);
            let values = identifier(&statics.take(&format!("{}_VALUES", screaming_snake_case(&name))));
            enumerations.0.push(Enumeration { name: identifier(&name), values, property, owner });
        }
        enumerations
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn find(&self, property: &Property) -> Option<&Enumeration<'a>> {
        let values = &property.constraints.values;
        let is_same = |known: &Property| known.name == property.name && known.constraints.values == *values;
        self.0.iter().find(|enumeration| !values.is_empty() && is_same(enumeration.property))
    }

    /// The enums, in the order of the properties.
    pub(super) fn tokens(&self) -> TokenStream {
        concat(self.0.iter().map(enumeration))
    }

    /// The entries of `TypeInfo::limits` for the properties of a type.
    pub(super) fn limits(&self, properties: &[Property]) -> TokenStream {
        let mut limits = Vec::new();
        for property in properties {
            let name = &property.name;
            let found = Limits::of(property);
            let values = self.find(property).map(|enumeration| {
                let values = &enumeration.values;
                quote!(OneOf(&#values))
            });
            let pattern = found.pattern.map(|pattern| quote!(Pattern(#pattern)));
            let length = found.length.map(|bounds| counts("Length", bounds));
            let range = found.range.map(|bounds| {
                let (min, max) = (float(bounds.min, "NEG_INFINITY"), float(bounds.max, "INFINITY"));
                quote!(Range(#min, #max))
            });
            let items = found.items.map(|bounds| counts("Items", bounds));
            let all = [values, pattern, length, range, items].into_iter().flatten();
            limits.extend(all.map(|limit| quote!((#name, Limit::#limit))));
        }
        quote!(&[#(#limits),*])
    }

    /// What must be of a value, for the documentation of its setter.
    pub(super) fn in_words(&self, property: &Property) -> Option<String> {
        let found = Limits::of(property);
        let values = self.find(property).map(|enumeration| format!("one of [`{}`]", enumeration.name));
        let shown = |pattern: &&str| {
            pattern.len() <= 100 && !pattern.contains(|letter: char| letter == '`' || letter.is_control())
        };
        let pattern = found.pattern.filter(shown).map(|pattern| format!("matches `{pattern}`"));
        let length = found.length.map(|bounds| span(bounds.min, bounds.max, " characters"));
        let range = found.range.map(|bounds| span(bounds.min, bounds.max, ""));
        let items = found.items.map(|bounds| span(bounds.min, bounds.max, " items"));
        let all: Vec<String> = [values, length, range, items, pattern].into_iter().flatten().collect();
        (!all.is_empty()).then(|| format!("Limits: {}.", all.join("; ")))
    }
}

/// The limits that fit the type of their property.
struct Limits<'a> {
    pattern: Option<&'a str>,
    length: Option<Bounds<u64>>,
    range: Option<Bounds<f64>>,
    items: Option<Bounds<u64>>,
}

impl<'a> Limits<'a> {
    fn of(property: &'a Property) -> Self {
        let Constraints { pattern, length, range, items, .. } = &property.constraints;
        let leaf = leaf(&property.r#type);
        let is_text = *leaf == Type::String;
        let is_number = matches!(leaf, Type::Integer | Type::Double);
        // A length from 0 on, or any number of items, limits nothing.
        let counts = |bounds: &Bounds<u64>| (bounds.min.unwrap_or(0) > 0 || bounds.max.is_some()).then_some(*bounds);
        Self {
            pattern: pattern.as_deref().filter(|_| is_text),
            length: counts(length).filter(|_| is_text),
            range: (!range.is_unbounded() && is_number).then_some(*range),
            items: counts(items).filter(|_| matches!(property.r#type, Type::List(_))),
        }
    }

    fn is_empty(&self) -> bool {
        self.pattern.is_none() && self.length.is_none() && self.range.is_none() && self.items.is_none()
    }
}

/// Whether a property has limits, so that its module needs them.
pub(super) fn has_limits(property: &Property) -> bool {
    !Limits::of(property).is_empty()
}

/// What lists are made of.
fn leaf(r#type: &Type) -> &Type {
    match r#type {
        Type::List(item) => leaf(item),
        other => other,
    }
}

fn enumeration(enumeration: &Enumeration<'_>) -> TokenStream {
    let Enumeration { name, values, property, owner } = enumeration;
    let doc = docs::paragraphs([
        &*format!("The values of `{}` in `{owner}`.", property.name),
        "AWS may have added others: those are set as text.",
    ]);
    let literals = &property.constraints.values;
    let mut names = Names::default();
    let variants = literals.iter().map(|literal| {
        let doc = docs::line(&format!("`{literal}`"));
        let variant = identifier(&names.take(&variant_name(literal)));
        quote!(#doc #variant,)
    });
    let head = quote! {
        #doc
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub enum #name
    };
    let count = literals.len();
    let conversion = quote! {
        static #values: [&str; #count] = [#(#literals),*];
        impl From<#name> for Value<String> {
            fn from(value: #name) -> Self {
                #values[value as usize].into()
            }
        }
    };
    concat([block(head, variants), conversion])
}

fn counts(name: &str, bounds: Bounds<u64>) -> TokenStream {
    let name = identifier(name);
    let min = Literal::u64_unsuffixed(bounds.min.unwrap_or(0));
    let max = match bounds.max {
        Some(max) => {
            let max = Literal::u64_unsuffixed(max);
            quote!(#max)
        }
        None => quote!(u64::MAX),
    };
    quote!(#name(#min, #max))
}

fn float(number: Option<f64>, otherwise: &str) -> TokenStream {
    match number {
        Some(number) if number < 0.0 => {
            let number = Literal::f64_unsuffixed(-number);
            quote!(-#number)
        }
        Some(number) => {
            let number = Literal::f64_unsuffixed(number);
            quote!(#number)
        }
        None => {
            let otherwise = identifier(otherwise);
            quote!(f64::#otherwise)
        }
    }
}

fn span<T: std::fmt::Display>(min: Option<T>, max: Option<T>, what: &str) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!("{min} to {max}{what}"),
        (Some(min), None) => format!("at least {min}{what}"),
        (None, Some(max)) => format!("at most {max}{what}"),
        (None, None) => String::new(),
    }
}
