//! The struct of a property type.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs;
use super::limits::Enumerations;
use super::member::{self, Member};
use super::state::State;
use super::tokens::{block, concat};
use super::types::property_type_name;
use crate::model::PropertyType;
use crate::naming::{Names, RESERVED_METHODS};

pub(super) fn property_type(
    property_type: &PropertyType,
    info: &Ident,
    enumerations: &Enumerations<'_>,
) -> TokenStream {
    let name = property_type_name(&property_type.name);
    let state = State::of(&property_type.properties);
    let (declared, parameters, missing) = (state.declared_set(), state.parameters(), state.all_missing());
    let (field, state_value, provided) = (state.field(), state.value(), state.provided_parameters());
    let doc = struct_doc(property_type, &state);
    let members = member::members(&property_type.properties, &mut Names::reserving(RESERVED_METHODS));
    let setters = members.iter().map(|member| setter(&name, &state, member, enumerations));
    let setters = (!members.is_empty()).then(|| block(quote!(impl #parameters #name #parameters), setters));
    let new_doc = docs::line("An object without any property.");
    let default = state.is_empty().then(|| {
        quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    });
    let declaration = quote! {
        #doc
        #[must_use]
        #[derive(Clone, Debug)]
        pub struct #name #declared {
            bag: Bag,
            #field
        }

        impl #name #missing {
            #new_doc
            pub fn new() -> Self {
                Self { bag: Bag::new(&#info), #state_value }
            }
        }
    };
    let conversions = quote! {
        #default

        impl PropertyType for #name {}

        impl #provided From<#name #parameters> for Value<#name> {
            fn from(value: #name #parameters) -> Self {
                Value::from_bag(value.bag)
            }
        }
    };
    concat([declaration].into_iter().chain(setters).chain([conversions]))
}

fn struct_doc(property_type: &PropertyType, state: &State) -> TokenStream {
    let what = format!("The property type `{}`.", property_type.cloudformation_name);
    let link = docs::link(&property_type.documentation);
    if state.is_empty() {
        return docs::paragraphs([&*what, &link]);
    }
    docs::paragraphs([
        &*what,
        "The type parameters stand for the required properties; it is a value once each is set.",
        &link,
    ])
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
                    self.bag.set_typed(#property, value);
                    #name { bag: self.bag, #state_value }
                }
            }
        }
        None => quote! {
            #doc
            #allowed
            pub fn #method(mut self, value: impl Into<Value<#rust_type>>) -> Self {
                self.bag.set_typed(#property, value);
                self
            }
        },
    }
}
