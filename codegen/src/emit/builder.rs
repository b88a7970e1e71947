//! The builder of a resource type.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs;
use super::limits::Enumerations;
use super::member::Member;
use super::resource::{builder_name, construct_name};
use super::state::State;
use super::tokens::{block, concat};
use crate::model::Resource;

pub(super) fn builder(resource: &Resource, members: &[Member<'_>], enumerations: &Enumerations<'_>) -> TokenStream {
    let (name, construct) = (builder_name(resource), construct_name(resource));
    let state = State::of(&resource.properties);
    let (declared, parameters) = (state.declared_missing(), state.parameters());
    let (field, provided) = (state.field(), state.provided_clause());
    let doc = struct_doc(&construct, &state);
    let setters = members.iter().map(|member| setter(&name, &state, member, enumerations));
    let additional = resource.additional_properties.then(additional_setter);
    let build_doc = docs::line("Adds the resource to its scope.");
    let build = quote! {
        #build_doc
        #[track_caller]
        pub fn build(self) -> #construct #provided {
            #construct(self.inner.build())
        }
    };
    let declaration = quote! {
        #doc
        #[must_use = "a builder does nothing until `build` is called"]
        pub struct #name #declared {
            inner: ResourceBuilder,
            #field
        }
    };
    let methods = setters.chain(additional).chain([build]);
    concat([declaration, block(quote!(impl #parameters #name #parameters), methods)])
}

fn struct_doc(construct: &Ident, state: &State) -> TokenStream {
    let what = format!("Collects the properties of a [`{construct}`].");
    if state.is_empty() {
        return docs::line(&what);
    }
    docs::paragraphs([&*what, "The type parameters stand for the required properties; `build` needs each to be set."])
}

fn setter(name: &Ident, state: &State, member: &Member<'_>, enumerations: &Enumerations<'_>) -> TokenStream {
    let Member { property, method, rust_type, required, .. } = member;
    let doc = docs::property(property, enumerations);
    let (property, allowed) = (&property.name, member.allowed());
    match required {
        Some(index) => {
            let (after, state_value) = (state.after_setting(*index), state.value());
            quote! {
                #doc
                #allowed
                pub fn #method(mut self, value: impl Into<Value<#rust_type>>) -> #name #after {
                    self.inner.set_typed(#property, value);
                    #name { inner: self.inner, #state_value }
                }
            }
        }
        None => quote! {
            #doc
            #allowed
            pub fn #method(mut self, value: impl Into<Value<#rust_type>>) -> Self {
                self.inner.set_typed(#property, value);
                self
            }
        },
    }
}

fn additional_setter() -> TokenStream {
    let doc = docs::line("Sets a property that the specification does not list.");
    quote! {
        #doc
        pub fn property(mut self, name: impl Into<String>, value: impl Into<Value<Json>>) -> Self {
            self.inner = self.inner.set_additional(name, value.into().into());
            self
        }
    }
}
