//! The module of one resource type: imports, what core must know of its types, the construct, its builder, its
//! property types.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;

use super::docs::HeaderDoc;
use super::{builder, member, property_type, resource};
use crate::model::{Property, PropertyType, Resource};
use crate::naming::{Names, identifier, screaming_snake_case};

/// What generated code may need from `aws_cdk_core::l1`. `l1` itself qualifies `CfnResource` and `CfnTag`, which
/// may also be the names of a service's own constructs, as `CfnResource` is in `AWS::ApiGateway`.
const RUNTIME: [&str; 14] = [
    "Bag",
    "IConstruct",
    "Json",
    "Map",
    "Node",
    "PropertyType",
    "Provided",
    "ResourceBuilder",
    "ResourceType",
    "Set",
    "TagShape",
    "Token",
    "TypeInfo",
    "Value",
];

pub(super) fn module(resource: &Resource) -> TokenStream {
    let header = HeaderDoc(vec![format!("`{}` and its property types.", resource.cloudformation_name)]);
    let (members, attributes) = member::of_resource(resource);
    let infos = property_type_infos(resource);
    let construct = resource::construct(resource, &members, &attributes);
    let builder = builder::builder(resource, &members);
    let property_types = infos.iter().map(|(property_type, info)| property_type::property_type(property_type, info));
    let type_infos = type_infos(resource, &infos);
    let body = quote! {
        #type_infos
        #construct
        #builder
        #(#property_types)*
    };
    let imports = imports(&body);
    quote! {
        #header
        #imports
        #body
    }
}

/// Imports of what the body mentions.
fn imports(body: &TokenStream) -> TokenStream {
    let mut mentioned = BTreeSet::new();
    collect_identifiers(body.clone(), &mut mentioned);
    let runtime = RUNTIME.iter().filter(|name| mentioned.contains(**name)).map(|name| identifier(name));
    let phantom_data = mentioned.contains("PhantomData").then(|| {
        quote!(
            use std::marker::PhantomData;
        )
    });
    let required = mentioned.contains("required").then(|| {
        quote!(
            use crate::required;
        )
    });
    quote! {
        #phantom_data
        use aws_cdk_core::l1::{self, #(#runtime),*};
        #required
    }
}

/// Collects identifiers, except those after `::`, which need no import.
fn collect_identifiers(tokens: TokenStream, identifiers: &mut BTreeSet<String>) {
    let mut colons = 0;
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ':' => {
                colons += 1;
                continue;
            }
            TokenTree::Group(group) => collect_identifiers(group.stream(), identifiers),
            TokenTree::Ident(identifier) if colons < 2 => drop(identifiers.insert(identifier.to_string())),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        colons = 0;
    }
}

/// Each property type with the name of its static.
fn property_type_infos(resource: &Resource) -> Vec<(&PropertyType, Ident)> {
    let mut names = Names::default();
    let static_name = |property_type: &PropertyType| {
        identifier(&names.take(&format!("{}_TYPE", screaming_snake_case(&property_type.name))))
    };
    let names: Vec<_> = resource.property_types.iter().map(static_name).collect();
    resource.property_types.iter().zip(names).collect()
}

fn type_infos(resource: &Resource, infos: &[(&PropertyType, Ident)]) -> TokenStream {
    let info = type_info(&resource.cloudformation_name, &resource.properties);
    let tags = resource::tags(resource);
    let property_types = infos.iter().map(|(property_type, name)| {
        let info = type_info(&property_type.cloudformation_name, &property_type.properties);
        quote!(static #name: TypeInfo = #info;)
    });
    quote! {
        static TYPE: ResourceType = ResourceType { info: #info, tags: #tags };
        #(#property_types)*
    }
}

fn type_info(name: &str, properties: &[Property]) -> TokenStream {
    let properties = properties.iter().map(|property| &property.name);
    quote!(TypeInfo { name: #name, properties: &[#(#properties),*] })
}
