//! One part of a shell pattern, between slashes: wildcards, bracket expressions and groups such as `@(a|b)` and
//! `!(c)`, as `minimatch` makes a regular expression of them.

use super::bracket::bracket_source;
use super::glob::Part;
use crate::js_regex::{Flags, JsRegex};

/// How deep groups are groups; what is deeper is literal, unless it merges with the group around it.
const MAX_GROUP_DEPTH: usize = 2;
/// A negated group takes in a copy of what follows it, so that a row of them doubles with each. Far above any use.
const MAX_NODES: usize = 20_000;

/// How many groups may be in one another: each is a level of recursion.
const MAX_NESTING: usize = 50;

const NAME_START: &str = r"(?!\.)";
const NO_TRAVERSAL: &str = r"(?!(?:^|/)\.\.?(?:$|/))";
const ONE: &str = "[^/]";
const ANY: &str = "[^/]*?";
const SOME: &str = "[^/]+?";

/// What the pattern becomes; `None` if that is no valid expression.
pub(super) fn compile(pattern: &str) -> Option<Part> {
    let chars: Vec<char> = pattern.chars().collect();
    let mut tree = Tree { nodes: Vec::new(), negations: Vec::new(), negations_filled: false, too_deep: false };
    let root = tree.node(None, None);
    tree.parse(&chars, root, 0, 0);
    if tree.too_deep {
        return None;
    }
    tree.flatten(root);
    tree.fill_negations(root)?;
    let source = tree.source(root, None);
    if !source.magic {
        return Some(Part::Literal(remove_escapes(&source.text)));
    }
    let flags = Flags { unicode: source.unicode, ..Flags::default() };
    JsRegex::new(&format!("^{}$", source.text), flags).map(Part::Regex)
}

/// The groups of a pattern, and what is in and between them.
struct Tree {
    nodes: Vec<Node>,
    /// The nodes of the kind `!`.
    negations: Vec<usize>,
    negations_filled: bool,
    too_deep: bool,
}

struct Node {
    /// What stands before the parenthesis; `None` for the whole pattern and for each alternative in a group.
    kind: Option<char>,
    /// A group has alternatives only.
    parts: Vec<Item>,
    parent: Option<usize>,
    /// How many parts the parent had when the node was made: its place there, but 0 for any alternative.
    index: usize,
    /// A group of which the last alternative has no text of its own.
    empty: bool,
    /// The pattern that the node was made from, once groups were simplified.
    pattern: Option<String>,
}

#[derive(Clone)]
enum Item {
    Text(String),
    Node(usize),
}

/// A regular expression, and what was found on the way to it.
#[derive(Default)]
pub(super) struct Source {
    pub(super) text: String,
    /// Whether there is anything but literal characters.
    pub(super) magic: bool,
    /// Whether it needs the `u` flag.
    pub(super) unicode: bool,
}

/// Whether a group of the kind `inner`, alone in an alternative of one of the kind `outer`, can give its alternatives
/// to that.
fn adopts(outer: char, inner: char) -> bool {
    match outer {
        '*' => "*+?@".contains(inner),
        '+' => "+@".contains(inner),
        '?' => "?@".contains(inner),
        _ => inner == '@',
    }
}

/// The same, if the outer group also gets an empty alternative.
fn adopts_with_empty(outer: char, inner: char) -> bool {
    match outer {
        '!' | '@' => inner == '?',
        '+' => inner == '?' || inner == '*',
        _ => false,
    }
}

/// What a group becomes that has nothing but one other group in it.
fn usurped(outer: char, inner: char) -> Option<char> {
    match (outer, inner) {
        ('!', '!') => Some('@'),
        ('?', '*' | '+') | ('+', '?' | '*') => Some('*'),
        ('@', _) => Some(inner),
        _ => None,
    }
}

fn is_kind(c: char) -> bool {
    "!?+*@".contains(c)
}

/// Follows the bracket expressions and escapes of a pattern, in which nothing else has a meaning.
#[derive(Default)]
struct Quoting {
    escaping: bool,
    /// Where a bracket expression's inside starts, and whether it starts with a negation.
    bracket: Option<(usize, bool)>,
}

impl Quoting {
    /// Takes the character before the index `next`; whether it is quoted or starts a quotation.
    fn quotes(&mut self, c: char, next: usize) -> bool {
        if self.escaping || c == '\\' {
            self.escaping = !self.escaping;
            return true;
        }
        match &mut self.bracket {
            Some((start, negated)) => {
                if next == *start + 1 {
                    *negated |= c == '^' || c == '!';
                } else if c == ']' && !(next == *start + 2 && *negated) {
                    self.bracket = None;
                }
                true
            }
            None if c == '[' => {
                self.bracket = Some((next, false));
                true
            }
            None => false,
        }
    }
}

impl Tree {
    fn node(&mut self, kind: Option<char>, parent: Option<usize>) -> usize {
        let id = self.nodes.len();
        let index = parent.map_or(0, |parent| self.parts(parent).len());
        if kind == Some('!') && !self.negations_filled {
            self.negations.push(id);
        }
        self.nodes.push(Node { kind, parts: Vec::new(), parent, index, empty: false, pattern: None });
        id
    }

    fn kind(&self, node: usize) -> Option<char> {
        self.nodes.get(node)?.kind
    }

    fn parent(&self, node: usize) -> Option<usize> {
        self.nodes.get(node)?.parent
    }

    fn parts(&self, node: usize) -> &[Item] {
        self.nodes.get(node).map_or(&[], |node| &node.parts)
    }

    fn change(&mut self, node: usize, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(node) {
            change(node);
        }
    }

    fn push(&mut self, node: usize, item: Item) {
        if !matches!(&item, Item::Text(text) if text.is_empty()) {
            self.change(node, |node| node.parts.push(item));
        }
    }

    /// Reads the pattern from `at` into `node`, to the end or, in a group, to its closing parenthesis. For a group,
    /// `at` is where its opening parenthesis stands. Returns the index after what was read.
    fn parse(&mut self, chars: &[char], node: usize, at: usize, depth: usize) -> usize {
        let kind = self.kind(node);
        if self.nesting(node) > MAX_NESTING {
            self.too_deep = true;
            return chars.len();
        }
        let mut next = if kind.is_some() { at + 1 } else { at };
        let mut quoting = Quoting::default();
        let mut text = String::new();
        // A group's parts are added to it only once it is closed.
        let mut alternatives = Vec::new();
        let mut target = if kind.is_some() { self.node(None, Some(node)) } else { node };
        while let Some(c) = chars.get(next).copied() {
            next += 1;
            if quoting.quotes(c, next) {
                text.push(c);
                continue;
            }
            let merges = kind.is_some_and(|kind| adopts(kind, c) || adopts_with_empty(kind, c));
            if is_kind(c) && chars.get(next) == Some(&'(') && (depth <= MAX_GROUP_DEPTH || merges) {
                self.push(target, Item::Text(std::mem::take(&mut text)));
                let group = self.node(Some(c), Some(target));
                self.push(target, Item::Node(group));
                next = self.parse(chars, group, next, depth + usize::from(!merges));
            } else if kind.is_some() && c == '|' {
                self.push(target, Item::Text(std::mem::take(&mut text)));
                alternatives.push(Item::Node(target));
                target = self.node(None, Some(node));
            } else if kind.is_some() && c == ')' {
                let empty = text.is_empty();
                self.push(target, Item::Text(text));
                alternatives.push(Item::Node(target));
                self.change(node, |node| {
                    node.empty |= empty;
                    node.parts = alternatives;
                });
                return next;
            } else {
                text.push(c);
            }
        }
        if kind.is_none() {
            self.push(target, Item::Text(text));
        } else {
            // Never closed, so no group.
            let literal = chars.get(at - 1..).unwrap_or_default().iter().collect();
            self.change(node, |node| {
                node.kind = None;
                node.parts = vec![Item::Text(literal)];
            });
        }
        next
    }

    fn nesting(&self, node: usize) -> usize {
        std::iter::successors(Some(node), |node| self.parent(*node)).count() / 2
    }

    /// The only part of an alternative, if that is a group.
    fn only_group(&self, alternative: usize) -> Option<(usize, char)> {
        match (self.kind(alternative), self.parts(alternative)) {
            (None, [Item::Node(group)]) => Some((*group, self.kind(*group)?)),
            _ => None,
        }
    }

    /// Merges groups into the groups around them where that means the same.
    fn flatten(&mut self, node: usize) {
        let is_group = self.kind(node).is_some();
        for _ in 0..if is_group { 10 } else { 1 } {
            let mut done = true;
            let mut index = 0;
            while let Some(part) = self.parts(node).get(index).cloned() {
                index += 1;
                let Item::Node(child) = part else { continue };
                self.flatten(child);
                let (Some(kind), Some((group, inner))) = (self.kind(node), self.only_group(child)) else { continue };
                if adopts(kind, inner) {
                    self.adopt(node, index - 1, group);
                } else if adopts_with_empty(kind, inner) {
                    let empty = self.node(None, Some(group));
                    self.change(empty, |empty| empty.parts.push(Item::Text(String::new())));
                    self.push(group, Item::Node(empty));
                    self.adopt(node, index - 1, group);
                } else if let (Some(new_kind), 1) = (usurped(kind, inner), self.parts(node).len()) {
                    self.adopt(node, 0, group);
                    self.change(node, |node| {
                        node.kind = Some(new_kind);
                        node.empty = false;
                    });
                } else {
                    continue;
                }
                done = false;
            }
            if done {
                return;
            }
        }
    }

    /// Puts the alternatives of `group` into `node` in place of the part at `index`.
    fn adopt(&mut self, node: usize, index: usize, group: usize) {
        let adopted = self.parts(group).to_vec();
        for item in &adopted {
            if let Item::Node(child) = item {
                self.change(*child, |child| child.parent = Some(node));
            }
        }
        self.change(node, |node| drop(node.parts.splice(index..=index, adopted)));
    }

    /// Appends to each alternative of a negated group what follows the group: it must not match together with that.
    fn fill_negations(&mut self, root: usize) -> Option<()> {
        self.remember_pattern(root);
        self.negations_filled = true;
        while let Some(negation) = self.negations.pop() {
            if self.kind(negation) != Some('!') {
                continue;
            }
            let mut node = negation;
            while let Some(parent) = self.parent(node) {
                let index = self.nodes.get(node).map_or(0, |node| node.index);
                if self.kind(parent).is_none() {
                    let mut following = index + 1;
                    while let Some(item) = self.parts(parent).get(following).cloned() {
                        following += 1;
                        for alternative in self.parts(negation).to_vec() {
                            if let Item::Node(alternative) = alternative {
                                self.copy_into(alternative, &item)?;
                            }
                        }
                    }
                }
                node = parent;
            }
        }
        Some(())
    }

    fn copy_into(&mut self, node: usize, item: &Item) -> Option<()> {
        let copy = match item {
            Item::Text(text) => Item::Text(text.clone()),
            Item::Node(original) => {
                let copy = self.node(self.kind(*original), Some(node));
                for part in self.parts(*original).to_vec() {
                    self.copy_into(copy, &part)?;
                }
                Item::Node(copy)
            }
        };
        self.push(node, copy);
        (self.nodes.len() <= MAX_NODES).then_some(())
    }

    fn remember_pattern(&mut self, node: usize) {
        for part in self.parts(node).to_vec() {
            if let Item::Node(child) = part {
                self.remember_pattern(child);
            }
        }
        let pattern = self.pattern(node);
        self.change(node, |node| node.pattern = Some(pattern));
    }

    fn pattern(&self, node: usize) -> String {
        if let Some(pattern) = self.nodes.get(node).and_then(|node| node.pattern.clone()) {
            return pattern;
        }
        let parts: Vec<String> = self
            .parts(node)
            .iter()
            .map(|part| match part {
                Item::Text(text) => text.clone(),
                Item::Node(child) => self.pattern(*child),
            })
            .collect();
        match self.kind(node) {
            Some(kind) => format!("{kind}({})", parts.join("|")),
            None => parts.concat(),
        }
    }

    /// Whether nothing is matched before the node, so that it must not match a leading dot.
    fn is_start(&self, node: usize) -> bool {
        let Some(parent) = self.parent(node) else { return true };
        if !self.is_start(parent) {
            return false;
        }
        let index = self.nodes.get(node).map_or(0, |node| node.index);
        let before = self.parts(parent).get(..index).unwrap_or_default();
        before.iter().all(|part| matches!(part, Item::Node(part) if self.kind(*part) == Some('!')))
    }

    fn is_end(&self, node: usize) -> bool {
        let Some(parent) = self.parent(node) else { return true };
        if self.kind(parent) == Some('!') {
            return true;
        }
        if !self.is_end(parent) {
            return false;
        }
        let index = self.nodes.get(node).map_or(0, |node| node.index);
        self.kind(node).is_none() || index + 1 == self.parts(parent).len()
    }

    /// The regular expression for a node. `dot`: whether a leading dot may be matched, if the caller says.
    fn source(&mut self, node: usize, dot: Option<bool>) -> Source {
        match self.kind(node) {
            Some(kind) => self.group_source(node, kind, dot == Some(true)),
            None => self.sequence_source(node, dot),
        }
    }

    fn sequence_source(&mut self, node: usize, dot: Option<bool>) -> Source {
        let parts = self.parts(node).to_vec();
        let only_text = parts.iter().all(|part| matches!(part, Item::Text(_)));
        let not_empty = only_text && self.is_start(node) && self.is_end(node);
        let mut source = Source::default();
        for part in &parts {
            let next = match part {
                Item::Text(text) => text_source(text, not_empty),
                Item::Node(child) => self.source(*child, dot),
            };
            source.add(next);
        }
        let is_dots = matches!(&parts[..], [Item::Text(text)] if text == "." || text == "..");
        if matches!(parts.first(), Some(Item::Text(_))) && !is_dots && self.is_start(node) {
            let dot = dot == Some(true);
            let guard = start_guard(&source.text, dot);
            source.text.insert_str(0, guard);
        }
        let in_negation = self.parent(node).is_some_and(|parent| self.kind(parent) == Some('!'));
        if in_negation && self.is_end(node) {
            source.text.push_str(r"(?:$|\/)");
        }
        source
    }

    fn group_source(&mut self, node: usize, kind: char, dot: bool) -> Source {
        let whole = self.is_start(node) && self.is_end(node);
        let mut source = self.alternatives_source(node, dot);
        if whole && source.text.is_empty() && kind != '!' {
            // A name is never empty, so this is no group.
            let literal = self.pattern(node);
            self.change(node, |node| {
                node.kind = None;
                node.parts = vec![Item::Text(literal.clone())];
            });
            return Source { text: literal, magic: false, unicode: false };
        }
        source.magic = true;
        let no_dot = if self.is_start(node) && !dot { NAME_START } else { "" };
        let mut repeats_itself = false;
        if matches!(kind, '*' | '+') && !dot {
            // Repeated at the start, only the first must not match a dot.
            let repeated = self.alternatives_source(node, true);
            source.unicode |= repeated.unicode;
            if !repeated.text.is_empty() && repeated.text != source.text {
                source.text = format!("(?:{})(?:{})*?", source.text, repeated.text);
                repeats_itself = true;
            }
        }
        let body = &source.text;
        source.text = match kind {
            '!' if self.nodes.get(node).is_some_and(|node| node.empty) => format!("{no_dot}{SOME}"),
            '!' => format!("(?:(?!(?:{body})){no_dot}{ANY})"),
            '@' => format!("(?:{body})"),
            '+' if repeats_itself => format!("(?:{body})"),
            '*' if repeats_itself => format!("(?:{body})?"),
            kind => format!("(?:{body}){kind}"),
        };
        source
    }

    fn alternatives_source(&mut self, node: usize, dot: bool) -> Source {
        let whole = self.is_start(node) && self.is_end(node);
        let mut texts = Vec::new();
        let mut all = Source::default();
        for part in self.parts(node).to_vec() {
            let Item::Node(alternative) = part else { continue };
            let source = self.source(alternative, Some(dot));
            all.unicode |= source.unicode;
            if !(whole && source.text.is_empty()) {
                texts.push(source.text);
            }
        }
        all.text = texts.join("|");
        all
    }
}

impl Source {
    fn add(&mut self, next: Self) {
        self.text.push_str(&next.text);
        self.magic |= next.magic;
        self.unicode |= next.unicode;
    }
}

/// What stands before an expression at the start of a name, so that wildcards match no leading dot, and nothing but
/// these themselves matches `.` and `..`.
fn start_guard(source: &str, dot: bool) -> &'static str {
    let may_be_dot = |at: usize| matches!(source.as_bytes().get(at), Some(b'[' | b'.'));
    if dot && may_be_dot(0)
        || source.starts_with(r"\.") && may_be_dot(2)
        || source.starts_with(r"\.\.") && may_be_dot(4)
    {
        NO_TRAVERSAL
    } else if !dot && may_be_dot(0) {
        NAME_START
    } else {
        ""
    }
}

/// The expression for text without groups. `not_empty`: stars alone stand for at least one character.
fn text_source(text: &str, not_empty: bool) -> Source {
    let chars: Vec<char> = text.chars().collect();
    let last_close = chars.iter().rposition(|c| *c == ']');
    let only_stars = chars.iter().all(|c| *c == '*');
    let mut source = Source::default();
    let mut at = 0;
    let mut after_star = false;
    while let Some(c) = chars.get(at).copied() {
        at += 1;
        let repeated_star = std::mem::replace(&mut after_star, c == '*');
        match c {
            '*' => {
                if !repeated_star {
                    source.text.push_str(if not_empty && only_stars { SOME } else { ANY });
                    source.magic = true;
                }
            }
            '\\' => match chars.get(at) {
                Some(escaped) => {
                    at += 1;
                    if "().*{}+?[]^$\\!".contains(*escaped) {
                        source.text.push('\\');
                    }
                    source.text.push(*escaped);
                }
                None => source.text.push_str(r"\\"),
            },
            '?' => {
                source.text.push_str(ONE);
                source.magic = true;
            }
            '[' if last_close.is_some_and(|close| at < close) => match bracket_source(&chars, at) {
                Some((bracket, end)) => {
                    source.add(bracket);
                    at = end;
                }
                None => push_literal(&mut source.text, c),
            },
            c => push_literal(&mut source.text, c),
        }
    }
    source
}

/// Appends a character that stands for itself.
pub(super) fn push_literal(source: &mut String, c: char) {
    if r"-[]{}()*+?.,\^$|#".contains(c) || super::git::is_space(c) {
        source.push('\\');
    }
    source.push(c);
}

/// The text that an expression without wildcards matches.
fn remove_escapes(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && *next != '/' => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    out
}
