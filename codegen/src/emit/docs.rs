//! Documentation of generated items: facts of the specification in our own words.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::HEADER;
use super::limits::Enumerations;
use crate::model::{Property, Type, UpdateType};

/// A doc comment of one line.
pub(super) fn line(text: &str) -> TokenStream {
    let text = format!(" {text}");
    quote!(#[doc = #text])
}

/// A doc comment with an empty line between paragraphs.
pub(super) fn paragraphs<'a>(texts: impl IntoIterator<Item = &'a str>) -> TokenStream {
    let mut tokens = TokenStream::new();
    for (index, text) in texts.into_iter().enumerate() {
        if index > 0 {
            tokens.extend(quote!(#[doc = ""]));
        }
        tokens.extend(line(text));
    }
    tokens
}

/// The inner doc comment at the top of a file: the header, then these paragraphs, each of one or more lines.
pub(super) struct HeaderDoc(pub(super) Vec<String>);

impl ToTokens for HeaderDoc {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let header = format!(" {HEADER}");
        tokens.extend(quote!(#![doc = #header]));
        for text in &self.0 {
            let lines = text.lines().map(|line| format!(" {line}"));
            tokens.extend(quote! {
                #![doc = ""]
                #(#![doc = #lines])*
            });
        }
    }
}

/// What a setter sets.
pub(super) fn property(property: &Property, enumerations: &Enumerations<'_>) -> TokenStream {
    let Property { name, documentation, update, .. } = property;
    let required = if property.required { ", required" } else { "" };
    let what = format!("Sets `{name}`: {}{required}.", of_type(&property.r#type));
    let update = match update {
        UpdateType::Mutable => "An update interrupts nothing.",
        UpdateType::Conditional => "An update may interrupt or replace the resource, depending on the change.",
        UpdateType::Immutable => "An update replaces the resource.",
    };
    let update = format!("{update} {}", link(documentation));
    let limits = enumerations.in_words(property);
    paragraphs([Some(&*what), limits.as_deref(), Some(&*update)].into_iter().flatten())
}

/// A link to a documentation page. The specification writes addresses that redirect to `https`.
pub(super) fn link(address: &str) -> String {
    let secure = address.strip_prefix("http://").map(|rest| format!("https://{rest}"));
    format!("<{}>", secure.as_deref().unwrap_or(address))
}

/// A type in words, as in "a list of strings".
pub(super) fn of_type(r#type: &Type) -> String {
    match r#type {
        Type::String => "a string".to_owned(),
        Type::Timestamp => "a point in time, as a string in the form of ISO 8601".to_owned(),
        Type::Boolean => "a boolean".to_owned(),
        Type::Integer => "an integer".to_owned(),
        Type::Double => "a number".to_owned(),
        Type::Json => "JSON".to_owned(),
        Type::Tag => "a tag".to_owned(),
        Type::Named(name) => format!("one [`{name}Property`]"),
        Type::List(item) => format!("a list of {}", of_items(item)),
        Type::Map(item) => format!("a map of {}", of_items(item)),
    }
}

fn of_items(item: &Type) -> String {
    match item {
        Type::String => "strings".to_owned(),
        Type::Timestamp => "points in time".to_owned(),
        Type::Boolean => "booleans".to_owned(),
        Type::Integer => "integers".to_owned(),
        Type::Double => "numbers".to_owned(),
        Type::Json => "JSON".to_owned(),
        Type::Tag => "tags".to_owned(),
        Type::Named(name) => format!("[`{name}Property`]"),
        Type::List(item) => format!("lists of {}", of_items(item)),
        Type::Map(item) => format!("maps of {}", of_items(item)),
    }
}
