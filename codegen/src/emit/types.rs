//! Types of the model as Rust types.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::model::Type;

/// The `T` of `Value<T>` and `Token<T>`.
pub(super) fn rust_type(r#type: &Type) -> TokenStream {
    match r#type {
        Type::String | Type::Timestamp => quote!(String),
        Type::Boolean => quote!(bool),
        Type::Integer => quote!(i64),
        Type::Double => quote!(f64),
        Type::Json => quote!(Json),
        Type::Tag => quote!(l1::CfnTag),
        Type::List(item) => {
            let item = rust_type(item);
            quote!(Vec<#item>)
        }
        Type::Map(item) => {
            let item = rust_type(item);
            quote!(Map<#item>)
        }
        Type::Named(name) => {
            let name = property_type_name(name);
            quote!(#name)
        }
    }
}

/// The struct of a property type.
pub(super) fn property_type_name(name: &str) -> Ident {
    format_ident!("{name}Property")
}
