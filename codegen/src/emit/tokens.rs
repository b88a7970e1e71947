//! Putting tokens together by moving them. `quote!` copies what is interpolated, at every level: for the whole of AWS that is
//! a third of the time.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// `head { body }`.
pub(super) fn block(mut head: TokenStream, body: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let body: TokenStream = body.into_iter().collect();
    head.extend([TokenTree::from(Group::new(Delimiter::Brace, body))]);
    head
}

/// One after the other.
pub(super) fn concat(parts: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    parts.into_iter().collect()
}
