//! `Fn::Sub`: its text is taken apart into literals and placeholders, which follow the constructs they name.

use aws_cdk_core::inclusion::{ValueKind, intrinsic};
use aws_cdk_core::{ICfnElement, Json, Object};
use serde_json::Value as Raw;

use crate::expression::{Parser, Place, concat, text, token};

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

impl Parser<'_> {
    pub(crate) fn substitution(&mut self, raw: &Raw) -> Option<Json> {
        let (template, given) = match raw {
            Raw::String(template) => (template, None),
            Raw::Array(items) => match &items[..] {
                [Raw::String(template)] => (template, None),
                [Raw::String(template), variables @ Raw::Object(_)] => (template, Some(variables)),
                _ => {
                    self.wrong_arguments("Fn::Sub", "a text, and an object of variables at most");
                    return None;
                }
            },
            _ => {
                self.wrong_arguments("Fn::Sub", "a text, and an object of variables at most");
                return None;
            }
        };
        let mut variables = given.map(|given| self.object(given)).unwrap_or_default();
        let mut parts = Vec::new();
        for piece in pieces(template) {
            match piece {
                Piece::Text(literal) => parts.push(text(literal)),
                Piece::Placeholder(name) => self.placeholder(name, &mut variables, &mut parts),
            }
        }
        let body = concat(parts);
        let arguments = match given {
            None if variables.is_empty() => body,
            _ => Json::List(vec![body, Json::Object(variables)]),
        };
        Some(intrinsic("Fn::Sub", arguments, ValueKind::String))
    }

    /// What stands in the text for a placeholder. A value for a parameter that is a token becomes a variable.
    fn placeholder(&mut self, name: &str, variables: &mut Object, parts: &mut Vec<Json>) {
        if variables.get(name).is_some() || (name.contains("::") && !self.elements.replaced.contains_key(name)) {
            parts.push(text(format!("${{{name}}}")));
            return;
        }
        match self.elements.replaced.get(name) {
            Some(token @ Json::Token(_)) => {
                variables.insert(name, token.clone());
                parts.push(text(format!("${{{name}}}")));
                return;
            }
            Some(Json::Bool(flag)) => return parts.push(text(flag.to_string())),
            Some(Json::List(_) | Json::Object(_) | Json::Typed(_)) => {
                let message = format!("`${{{name}}}` is replaced by a list or object, which has no place in a text");
                return self.problem("include::invalid-function", message, "replace the parameter by text or a number");
            }
            Some(literal) => return parts.push(literal.clone()),
            None => {}
        }
        let (element, attribute) = match name.split_once('.') {
            Some((resource, attribute)) => (self.resource_id(resource), format!(".{attribute}")),
            None => (self.element_id(name), String::new()),
        };
        if let Some(element) = element {
            parts.extend([text("${"), element, text(attribute + "}")]);
        }
    }

    fn element_id(&mut self, name: &str) -> Option<Json> {
        let parameter = self.elements.parameters.get(name).filter(|_| self.place != Place::Literal);
        let resource = self.elements.resources.get(name).filter(|_| self.place == Place::Any);
        let found = parameter
            .map(|parameter| token(parameter.logical_id()))
            .or_else(|| resource.map(|resource| token(resource.logical_id())));
        if found.is_none() {
            self.missing(if self.place == Place::Any { "parameter or resource" } else { "parameter" }, name);
        }
        found
    }
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
