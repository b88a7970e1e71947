//! What a generated crate has once: `lib.rs`, and `required.rs` with the markers of required properties.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::{self, HeaderDoc};
use super::manifest::library_name;
use super::state;
use crate::model::{Property, Service, Type};
use crate::naming::{Names, identifier, snake_case};

/// The module of each resource type, in the service's order.
pub(super) fn module_names(service: &Service) -> Vec<String> {
    let mut names = Names::default();
    service.resources.iter().map(|resource| names.take(&format!("cfn_{}", snake_case(&resource.name)))).collect()
}

pub(super) fn library(service: &Service, modules: &[String]) -> TokenStream {
    let mut paragraphs = vec![
        format!("The CloudFormation resource types of `{}` as typed constructs (L1).", service.namespace),
        "There is one module for each resource type, with the construct, its builder, its property types, and an enum for \
         each property of which AWS states the values. Nothing is defaulted: what is set is what the template says. \
         Literals beyond the limits that AWS states are warnings of synthesis."
            .to_owned(),
    ];
    paragraphs.extend(example(service));
    paragraphs.push(
        "Invariant: generated whole from the specification under `spec/`; wherever a value is accepted, a token \
         of its type is too."
            .to_owned(),
    );
    let header = HeaderDoc(paragraphs);
    let has_markers = !markers(service).is_empty();
    let required = has_markers.then(|| {
        quote! {
            #[rustfmt::skip]
            pub mod required;
        }
    });
    let declarations = service.resources.iter().zip(modules).map(|(resource, module)| {
        let module = identifier(module);
        let doc = docs::line(&format!("`{}` and its property types.", resource.cloudformation_name));
        quote! {
            #doc
            #[rustfmt::skip]
            pub mod #module;
        }
    });
    let exports = service.resources.iter().zip(modules).map(|(resource, module)| {
        let (module, construct) = (identifier(module), format_ident!("Cfn{}", resource.name));
        quote!(pub use #module::#construct;)
    });
    quote! {
        #header
        #![cfg_attr(rustfmt, rustfmt_skip)]
        #![allow(
            clippy::new_without_default,
            clippy::type_complexity,
            reason = "a property type with required properties has `new`, but no default, and each is a type parameter"
        )]
        #(#declarations)*
        #required
        #(#exports)*
    }
}

/// A doctest that creates the first resource type whose required properties are all strings, if there is one.
fn example(service: &Service) -> Option<String> {
    let mut required = service.resources.iter().filter_map(|resource| {
        let required = resource.properties.iter().filter(|property| property.required);
        let required: Vec<_> = required.collect();
        required.iter().all(|property| property.r#type == Type::String).then_some((resource, required))
    });
    let (resource, required) = required.next()?;
    let (library, name) = (library_name(service), &resource.name);
    let setters = required.iter().map(|property| {
        let (method, value) = (snake_case(&property.name), snake_case(&property.name).replace('_', "-"));
        format!("\n    .{}(\"{value}\")", identifier(&method))
    });
    let setters: String = setters.collect();
    let end = if setters.is_empty() { ".build();" } else { "\n    .build();" };
    Some(format!(
        "```\n\
         use {library}::Cfn{name};\n\
         use aws_cdk_core::{{App, Stack}};\n\n\
         let app = App::new();\n\
         let stack = Stack::new(&app, \"Stack\");\n\
         let resource = Cfn{name}::builder(&stack, \"{name}\"){setters}{end}\n\
         ```"
    ))
}

/// One marker type for each distinct name of a required property.
pub(super) fn required(service: &Service) -> TokenStream {
    let header = HeaderDoc(vec![format!(
        "What is missing: each type stands for a required property of `{}` that is not set yet.",
        service.namespace
    )]);
    let markers = markers(service).into_iter().map(|(marker, name)| {
        let (marker, doc) = (identifier(&marker), docs::line(&format!("`{name}` is not set yet.")));
        quote! {
            #doc
            pub enum #marker {}
        }
    });
    quote! {
        #header
        #(#markers)*
    }
}

/// Marker names with the property name they stand for.
fn markers(service: &Service) -> BTreeSet<(String, String)> {
    let own = service.resources.iter().flat_map(|resource| &resource.properties);
    let nested = service.resources.iter().flat_map(|resource| &resource.property_types);
    let nested = nested.flat_map(|property_type| &property_type.properties);
    let mut seen = BTreeSet::new();
    let required = own.chain(nested).filter(|property: &&Property| property.required);
    required
        .map(|property| (state::marker_name(&property.name), property.name.clone()))
        .filter(|(marker, _)| seen.insert(marker.clone()))
        .collect()
}
