//! From the source of an expression to its tree.

use super::Flags;
use super::class::{CharClass, character_escape, is, set_escape};

/// How deep groups may nest: far above any pattern, far below what the stack holds.
const MAX_DEPTH: usize = 100;

/// One part of an expression.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Unit(u32),
    /// `.`
    Any,
    Class {
        class: CharClass,
        negated: bool,
    },
    /// `^`
    Start,
    /// `$`
    End,
    /// `\b`, or `\B` if negated.
    Boundary {
        negated: bool,
    },
    Look {
        body: Box<Node>,
        negated: bool,
    },
    Sequence(Vec<Node>),
    Alternatives(Vec<Node>),
    Repeat {
        body: Box<Node>,
        min: u32,
        max: Option<u32>,
    },
}

/// Parses a whole expression; `None` for a syntax error.
pub(super) fn parse(source: &[u32], flags: Flags) -> Option<Node> {
    let mut parser = Parser { source, at: 0, flags };
    let node = parser.alternatives(0)?;
    (parser.at == source.len()).then_some(node)
}

struct Parser<'a> {
    source: &'a [u32],
    at: usize,
    flags: Flags,
}

impl Parser<'_> {
    fn is(&self, c: char) -> bool {
        is(self.source, self.at, c)
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = text.chars().enumerate().all(|(i, c)| is(self.source, self.at + i, c));
        if found {
            self.at += text.len();
        }
        found
    }

    fn alternatives(&mut self, depth: usize) -> Option<Node> {
        if depth > MAX_DEPTH {
            return None;
        }
        let mut alternatives = vec![self.sequence(depth)?];
        while self.eat("|") {
            alternatives.push(self.sequence(depth)?);
        }
        Some(if alternatives.len() == 1 { alternatives.remove(0) } else { Node::Alternatives(alternatives) })
    }

    fn sequence(&mut self, depth: usize) -> Option<Node> {
        let mut parts = Vec::new();
        while self.at < self.source.len() && !self.is('|') && !self.is(')') {
            parts.push(self.term(depth)?);
        }
        Some(Node::Sequence(parts))
    }

    fn term(&mut self, depth: usize) -> Option<Node> {
        if self.eat("^") {
            return Some(Node::Start);
        }
        if self.eat("$") {
            return Some(Node::End);
        }
        if self.eat("\\b") {
            return Some(Node::Boundary { negated: false });
        }
        if self.eat("\\B") {
            return Some(Node::Boundary { negated: true });
        }
        let atom = self.atom(depth)?;
        let Some((min, max)) = self.quantifier() else {
            return Some(atom);
        };
        if max.is_some_and(|max| max < min) {
            return None;
        }
        self.eat("?");
        Some(Node::Repeat { body: Box::new(atom), min, max })
    }

    fn atom(&mut self, depth: usize) -> Option<Node> {
        if self.eat("(") {
            return self.group(depth);
        }
        if self.quantifier().is_some() {
            return None;
        }
        if self.eat(".") {
            return Some(Node::Any);
        }
        if self.eat("[") {
            let negated = self.eat("^");
            let (class, end) = CharClass::parse_at(self.source, self.at, self.flags.unicode)?;
            self.at = end;
            return Some(Node::Class { class, negated });
        }
        let unit = *self.source.get(self.at)?;
        self.at += 1;
        if unit != u32::from('\\') {
            return Some(Node::Unit(unit));
        }
        if self.flags.unicode && (is(self.source, self.at, 'p') || is(self.source, self.at, 'P')) {
            let (class, end) = CharClass::of_property(self.source, self.at - 1)?;
            self.at = end;
            return Some(Node::Class { class, negated: false });
        }
        if let Some(ranges) = self.source.get(self.at).and_then(|unit| set_escape(*unit)) {
            self.at += 1;
            return Some(Node::Class { class: CharClass::of(ranges), negated: false });
        }
        character_escape(self.source, &mut self.at, false).map(Node::Unit)
    }

    /// What follows an opening parenthesis, up to and with the closing one.
    fn group(&mut self, depth: usize) -> Option<Node> {
        let look = if self.eat("?=") {
            Some(false)
        } else if self.eat("?!") {
            Some(true)
        } else {
            if !self.eat("?:") && self.eat("?<") {
                self.group_name()?;
            }
            None
        };
        let body = self.alternatives(depth + 1)?;
        if !self.eat(")") {
            return None;
        }
        Some(match look {
            Some(negated) => Node::Look { body: Box::new(body), negated },
            None => body,
        })
    }

    /// The rest of `?<name>`. A lookbehind is no name.
    fn group_name(&mut self) -> Option<()> {
        let start = self.at;
        while !self.eat(">") {
            let unit = char::from_u32(*self.source.get(self.at)?)?;
            if !unit.is_alphanumeric() && unit != '_' && unit != '$' {
                return None;
            }
            self.at += 1;
        }
        (self.at > start + 1).then_some(())
    }

    /// `*`, `+`, `?` or counts in braces, as the least and the most repetitions. A brace that has no counts is an
    /// ordinary character.
    fn quantifier(&mut self) -> Option<(u32, Option<u32>)> {
        if self.eat("*") {
            return Some((0, None));
        }
        if self.eat("+") {
            return Some((1, None));
        }
        if self.eat("?") {
            return Some((0, Some(1)));
        }
        let start = self.at;
        let counts = self.counts();
        if counts.is_none() {
            self.at = start;
        }
        counts
    }

    fn counts(&mut self) -> Option<(u32, Option<u32>)> {
        if !self.eat("{") {
            return None;
        }
        let min = self.number()?;
        let max = if self.eat(",") { self.number() } else { Some(min) };
        self.eat("}").then_some((min, max))
    }

    fn number(&mut self) -> Option<u32> {
        let start = self.at;
        let mut value: u32 = 0;
        while let Some(digit) = self.source.get(self.at).and_then(|unit| char::from_u32(*unit)?.to_digit(10)) {
            value = value.saturating_mul(10).saturating_add(digit);
            self.at += 1;
        }
        (self.at > start).then_some(value)
    }
}
