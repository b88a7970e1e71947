//! The construct of a resource type: a handle with a getter and a setter for each property, and a getter for
//! each attribute.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::docs;
use super::member::Member;
use super::tokens::{block, concat};
use super::types::rust_type;
use crate::model::{Attribute, Resource, TagShape};

pub(super) fn construct(
    resource: &Resource,
    members: &[Member<'_>],
    attributes: &[(&Attribute, Ident)],
) -> TokenStream {
    let (name, builder) = (construct_name(resource), builder_name(resource));
    let cloudformation_name = &resource.cloudformation_name;
    let struct_doc = docs::paragraphs([
        &*format!("A resource of the type `{cloudformation_name}`."),
        &docs::link(&resource.documentation),
    ]);
    let builder_doc = docs::line(&format!("Starts an `{cloudformation_name}` below `scope`."));
    let type_doc = docs::line("The name of the resource type in templates.");
    let from_doc = docs::line("The construct as this type, if it is one.");
    let state = super::state::State::of(&resource.properties);
    let state_value = state.value();
    let properties = members.iter().map(|member| property(&builder, member));
    let attributes = attributes.iter().map(|(attribute, method)| attribute_getter(attribute, method));
    let declaration = quote! {
        #struct_doc
        #[derive(Clone, Debug)]
        pub struct #name(l1::CfnResource);
    };
    let basics = quote! {
        #type_doc
        pub const RESOURCE_TYPE: &'static str = #cloudformation_name;

        #builder_doc
        pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> #builder {
            #builder { inner: ResourceBuilder::new(&TYPE, scope.node(), id.into()), #state_value }
        }

        #from_doc
        pub fn from_construct(construct: &impl IConstruct) -> Option<Self> {
            l1::CfnResource::of_type(construct.node(), &TYPE).map(Self)
        }
    };
    let methods = block(quote!(impl #name), [basics].into_iter().chain(properties).chain(attributes));
    let traits = quote! {
        impl l1::L1 for #name {
            fn resource_type() -> &'static ResourceType {
                &TYPE
            }

            fn from_resource(resource: l1::CfnResource) -> Self {
                Self(resource)
            }
        }

        impl std::ops::Deref for #name {
            type Target = l1::CfnResource;

            fn deref(&self) -> &l1::CfnResource {
                &self.0
            }
        }

        impl IConstruct for #name {
            fn node(&self) -> &Node {
                self.0.node()
            }
        }
    };
    concat([declaration, methods, traits])
}

pub(super) fn construct_name(resource: &Resource) -> Ident {
    format_ident!("Cfn{}", resource.name)
}

pub(super) fn builder_name(resource: &Resource) -> Ident {
    format_ident!("Cfn{}Builder", resource.name)
}

fn property(builder: &Ident, member: &Member<'_>) -> TokenStream {
    let Member { method, setter, rust_type, .. } = member;
    let name = &member.property.name;
    let getter_doc = docs::line(&format!("`{name}`, if it is set."));
    let setter_doc = docs::line(&format!("Sets `{name}`, as [`{builder}::{}`] does.", method.unraw()));
    quote! {
        #getter_doc
        #[inline]
        pub fn #method(&self) -> Option<Value<#rust_type>> {
            self.0.typed_property(#name)
        }

        #setter_doc
        #[track_caller]
        pub fn #setter(&self, value: impl Into<Value<#rust_type>>) -> &Self {
            self.0.set_typed_property(#name, value);
            self
        }
    }
}

fn attribute_getter(attribute: &Attribute, method: &Ident) -> TokenStream {
    let (name, r#type) = (&attribute.name, rust_type(&attribute.r#type));
    let doc = docs::line(&format!("The attribute `{name}`: {}.", docs::of_type(&attribute.r#type)));
    quote! {
        #doc
        #[inline]
        pub fn #method(&self) -> Token<#r#type> {
            self.0.attribute(#name)
        }
    }
}

/// The value of `ResourceType::tags`.
pub(super) fn tags(resource: &Resource) -> TokenStream {
    let Some(tags) = &resource.tags else {
        return quote!(None);
    };
    let property = &tags.property;
    let shape = match tags.shape {
        TagShape::Standard => quote!(Standard),
        TagShape::Map => quote!(Map),
        TagShape::AutoScalingGroup => quote!(Asg),
    };
    quote!(Some((TagShape::#shape, #property)))
}
