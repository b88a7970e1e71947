//! The text of `Fn::Sub`, taken apart into literals and placeholders.

/// A part of the text of `Fn::Sub`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Text that stays as it is, `${!Literal}` included.
    Text(&'a str),
    /// What stands in `${}`, without spaces around it.
    Placeholder(&'a str),
}

/// The parts of a text; an opening brace without a closing one is text.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    // How much of the rest is known to be text.
    let mut known = 0;
    while let Some(open) = rest[known..].find("${").map(|at| known + at) {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else { break };
        let name = rest[open + 2..close].trim();
        if name.starts_with('!') {
            known = close + 1;
            continue;
        }
        if open > 0 {
            pieces.push(Piece::Text(&rest[..open]));
        }
        pieces.push(Piece::Placeholder(name));
        rest = &rest[close + 1..];
        known = 0;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::Piece::{Placeholder, Text};
    use super::*;

    #[test]
    fn placeholders_are_found() {
        assert_eq!(pieces(""), []);
        assert_eq!(pieces("plain"), [Text("plain")]);
        assert_eq!(pieces("${A}"), [Placeholder("A")]);
        assert_eq!(pieces("x${ A.b }y${B}"), [Text("x"), Placeholder("A.b"), Text("y"), Placeholder("B")]);
        assert_eq!(pieces("a${!Literal}b${C}"), [Text("a${!Literal}b"), Placeholder("C")]);
        assert_eq!(pieces("a${b"), [Text("a${b")]);
        assert_eq!(pieces("$${A}}é"), [Text("$"), Placeholder("A"), Text("}é")]);
    }
}
