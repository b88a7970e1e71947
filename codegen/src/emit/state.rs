//! The type-state of a builder or property type: a type parameter for each required property, which is the
//! marker of the property while it is missing, and `Set` afterwards.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::model::Property;
use crate::naming::{Names, identifier, type_case, type_parameter};

/// The type parameters of one type; none where nothing is required.
pub(super) struct State {
    parameters: Vec<Ident>,
    markers: Vec<Ident>,
}

/// The marker of a required property, in the module `required`.
pub(super) fn marker_name(property: &str) -> String {
    type_case(property)
}

impl State {
    pub(super) fn of(properties: &[Property]) -> Self {
        let mut names = Names::default();
        let required = || properties.iter().filter(|property| property.required);
        Self {
            parameters: required().map(|property| identifier(&names.take(&type_parameter(&property.name)))).collect(),
            markers: required().map(|property| identifier(&marker_name(&property.name))).collect(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parameters.is_empty()
    }

    /// `<A, B>`, or nothing.
    pub(super) fn parameters(&self) -> TokenStream {
        let parameters = &self.parameters;
        self.unless_empty(quote!(<#(#parameters),*>))
    }

    /// `<A = required::A, B = required::B>`, or nothing: a builder's default is that all are missing.
    pub(super) fn declared_missing(&self) -> TokenStream {
        let (parameters, markers) = (&self.parameters, &self.markers);
        self.unless_empty(quote!(<#(#parameters = required::#markers),*>))
    }

    /// `<A = Set, B = Set>`, or nothing: a property type's default is that it is complete.
    pub(super) fn declared_set(&self) -> TokenStream {
        let parameters = &self.parameters;
        self.unless_empty(quote!(<#(#parameters = Set),*>))
    }

    /// `<A: Provided, B: Provided>`, or nothing.
    pub(super) fn provided_parameters(&self) -> TokenStream {
        let parameters = &self.parameters;
        self.unless_empty(quote!(<#(#parameters: Provided),*>))
    }

    /// `where A: Provided, B: Provided`, or nothing.
    pub(super) fn provided_clause(&self) -> TokenStream {
        let parameters = &self.parameters;
        self.unless_empty(quote!(where #(#parameters: Provided),*))
    }

    /// `<required::A, required::B>`, or nothing.
    pub(super) fn all_missing(&self) -> TokenStream {
        let markers = &self.markers;
        self.unless_empty(quote!(<#(required::#markers),*>))
    }

    /// `<Set, B>`: after the required property at `index` is set.
    pub(super) fn after_setting(&self, index: usize) -> TokenStream {
        let arguments = self
            .parameters
            .iter()
            .enumerate()
            .map(|(position, parameter)| if position == index { quote!(Set) } else { quote!(#parameter) });
        quote!(<#(#arguments),*>)
    }

    /// The field that holds the parameters, or nothing.
    pub(super) fn field(&self) -> TokenStream {
        let parameters = &self.parameters;
        self.unless_empty(quote!(state: PhantomData<(#(#parameters,)*)>))
    }

    /// The initializer of that field, or nothing.
    pub(super) fn value(&self) -> TokenStream {
        self.unless_empty(quote!(state: PhantomData))
    }

    fn unless_empty(&self, tokens: TokenStream) -> TokenStream {
        if self.is_empty() { TokenStream::new() } else { tokens }
    }
}
