//! The module of one resource type: imports, what core must know of its types, the construct, its builder, its
//! property types.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs::HeaderDoc;
use super::limits::{self, Enumerations};
use super::tokens::concat;
use super::{builder, member, property_type, resource};
use crate::model::{Property, PropertyType, Resource, Type};
use crate::naming::{Names, identifier, screaming_snake_case};

pub(super) fn module(resource: &Resource) -> TokenStream {
    let header = HeaderDoc(vec![format!("`{}` and its property types.", resource.cloudformation_name)]);
    let (members, attributes) = member::of_resource(resource);
    let infos = property_type_infos(resource);
    let enumerations = Enumerations::of(resource);
    let construct = resource::construct(resource, &members, &attributes);
    let builder = builder::builder(resource, &members, &enumerations);
    let property_types =
        infos.iter().map(|(property_type, info)| property_type::property_type(property_type, info, &enumerations));
    let type_infos = type_infos(resource, &infos, &enumerations);
    let imports = imports(resource, &enumerations);
    let head = quote! {
        #header
        #imports
    };
    concat([head, type_infos, construct, builder].into_iter().chain(property_types).chain([enumerations.tokens()]))
}

/// Imports of what the module needs of the runtime. `l1` itself qualifies `CfnResource` and `CfnTag`, which may also be the
/// names of a service's own constructs, as `CfnResource` is in `AWS::ApiGateway`.
fn imports(resource: &Resource, enumerations: &Enumerations<'_>) -> TokenStream {
    let nested = resource.property_types.iter().flat_map(|property_type| &property_type.properties);
    let properties = || resource.properties.iter().chain(nested.clone());
    let has_required = properties().any(|property| property.required);
    let has_types = !resource.property_types.is_empty();
    let mentions = |wanted: fn(&Type) -> bool| {
        let attributes = resource.attributes.iter().map(|attribute| &attribute.r#type);
        properties().map(|property| &property.r#type).chain(attributes).any(|one| mentions(one, wanted))
    };
    let runtime = [
        ("Bag", has_types),
        ("IConstruct", true),
        ("Json", resource.additional_properties || mentions(|one| *one == Type::Json)),
        ("Limit", !enumerations.is_empty() || properties().any(limits::has_limits)),
        ("Map", mentions(|one| matches!(one, Type::Map(_)))),
        ("Node", true),
        ("PropertyType", has_types),
        ("Provided", has_required),
        ("ResourceBuilder", true),
        ("ResourceType", true),
        ("Set", has_required),
        ("TagShape", resource.tags.is_some()),
        ("Token", !resource.attributes.is_empty()),
        ("TypeInfo", true),
        ("Value", has_types || resource.additional_properties || !resource.properties.is_empty()),
    ];
    let runtime = runtime.into_iter().filter(|(_, needed)| *needed).map(|(name, _)| identifier(name));
    let required = has_required.then(|| {
        quote!(
            use crate::required;
        )
    });
    let phantom_data = has_required.then(|| {
        quote!(
            use std::marker::PhantomData;
        )
    });
    quote! {
        #phantom_data
        use aws_cdk_core::l1::{self, #(#runtime),*};
        #required
    }
}

/// Whether a type, or one that it is made of, is wanted.
fn mentions(r#type: &Type, wanted: fn(&Type) -> bool) -> bool {
    wanted(r#type)
        || match r#type {
            Type::List(item) | Type::Map(item) => mentions(item, wanted),
            _ => false,
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

fn type_infos(resource: &Resource, infos: &[(&PropertyType, Ident)], enumerations: &Enumerations<'_>) -> TokenStream {
    let info = type_info(&resource.cloudformation_name, &resource.properties, enumerations);
    let tags = resource::tags(resource);
    let property_types = infos.iter().map(|(property_type, name)| {
        let info = type_info(&property_type.cloudformation_name, &property_type.properties, enumerations);
        quote!(static #name: TypeInfo = #info;)
    });
    quote! {
        static TYPE: ResourceType = ResourceType { info: #info, tags: #tags };
        #(#property_types)*
    }
}

fn type_info(name: &str, properties: &[Property], enumerations: &Enumerations<'_>) -> TokenStream {
    let limits = enumerations.limits(properties);
    let properties = properties.iter().map(|property| &property.name);
    quote!(TypeInfo { name: #name, properties: &[#(#properties),*], limits: #limits })
}
