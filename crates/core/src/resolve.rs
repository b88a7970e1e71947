//! Resolving: values with tokens become plain JSON for one stack's template.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::cfn_element::{Body, Section};
use crate::diagnostic::Diagnostic;
use crate::format::{join_parts, minimal_join};
use crate::logical_id::LogicalIds;
use crate::node::{self, Node};
use crate::references::{ForeignReference, Imports, Reference, ReferenceStrength};
use crate::render;
use crate::stack::Stack;
use crate::token::{AnyToken, Attribute, Hint, NodeRef, TokenKind};
use crate::tree::{NodeId, Tree, TreeData};
use crate::value::{Json, Key, Object};

/// How deep values may nest. Deeper ones can only come about by a value that contains itself.
const MAX_DEPTH: usize = 200;

/// Where a lazy value is used.
pub struct ResolveContext<'a> {
    resolver: &'a Resolver<'a>,
}

impl ResolveContext<'_> {
    /// The stack whose template uses the value.
    pub fn stack(&self) -> Stack {
        Stack::of(&Node::new(self.resolver.tree.clone(), self.resolver.stack))
    }

    /// The construct whose property uses the value.
    pub fn scope(&self) -> Node {
        Node::new(self.resolver.tree.clone(), self.resolver.scope.get())
    }

    /// For L2 crates: a value as it will stand in the template; `None` if it is left out.
    #[doc(hidden)]
    pub fn resolve(&self, json: &Json) -> Option<Json> {
        self.resolver.resolve(json)
    }
}

/// Resolves the values of one stack.
pub(crate) struct Resolver<'a> {
    pub(crate) tree: &'a Rc<Tree>,
    pub(crate) data: &'a TreeData,
    pub(crate) stack: NodeId,
    /// The logical ids, once all are known; before that each is computed where it is asked for.
    ids: Option<&'a LogicalIds>,
    pub(crate) imports: &'a Imports,
    /// The element whose values are being resolved.
    pub(crate) scope: Cell<NodeId>,
    /// Set when a function of the `AWS::LanguageExtensions` transform was used.
    pub(crate) language_extensions: Cell<bool>,
    /// Elements of the same stack that were referred to.
    pub(crate) referred: RefCell<Vec<NodeId>>,
    /// References into other stacks, with the construct that uses each.
    pub(crate) foreign: RefCell<Vec<ForeignReference>>,
    pub(crate) problems: RefCell<Vec<(NodeId, Diagnostic)>>,
    depth: Cell<usize>,
    /// Set while the rest of a value that is nested too deep is left out.
    given_up: Cell<bool>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(
        tree: &'a Rc<Tree>,
        data: &'a TreeData,
        stack: NodeId,
        ids: Option<&'a LogicalIds>,
        imports: &'a Imports,
    ) -> Self {
        Self {
            tree,
            data,
            stack,
            ids,
            imports,
            scope: Cell::new(stack),
            language_extensions: Cell::new(false),
            referred: RefCell::default(),
            foreign: RefCell::default(),
            problems: RefCell::default(),
            depth: Cell::new(0),
            given_up: Cell::new(false),
        }
    }

    pub(crate) fn problem(&self, diagnostic: Diagnostic) {
        let scope = self.scope.get();
        let diagnostic = diagnostic.at(self.data.node(scope).location);
        self.problems.borrow_mut().push((scope, diagnostic));
    }

    /// The value without tokens; `None` if it is left out.
    pub(crate) fn resolve(&self, json: &Json) -> Option<Json> {
        if !self.enter() {
            return None;
        }
        let resolved = match json {
            Json::List(items) => Some(Json::List(items.iter().filter_map(|item| self.resolve(item)).collect())),
            Json::Object(object) => Some(Json::Object(self.resolve_object(object))),
            Json::Typed(bag) => Some(Json::Typed(Box::new(bag.filter_map(|value| self.resolve(value))))),
            Json::Token(token) => self.resolve_token(token),
            literal => Some(literal.clone()),
        };
        self.leave();
        resolved
    }

    /// Goes one level deeper, unless that is too deep. Then the whole value is given up: one that contains itself twice
    /// would take forever otherwise.
    pub(crate) fn enter(&self) -> bool {
        if self.given_up.get() {
            return false;
        }
        if self.depth.get() >= MAX_DEPTH {
            self.given_up.set(true);
            self.problem(
                Diagnostic::error(
                    "core::circular-value",
                    format!("a value is nested more than {MAX_DEPTH} levels deep"),
                )
                .help("a lazy value may not produce itself"),
            );
            return false;
        }
        self.depth.set(self.depth.get() + 1);
        true
    }

    pub(crate) fn leave(&self) {
        self.depth.set(self.depth.get() - 1);
        if self.depth.get() == 0 {
            self.given_up.set(false);
        }
    }

    /// What a lazy value gives, with its tokens; other values are as they are. `None` if it is left out.
    pub(crate) fn produce(&self, json: &Json) -> Option<Json> {
        match json {
            Json::Token(token) => match &*token.kind {
                TokenKind::Lazy(produce) => produce(&ResolveContext { resolver: self }),
                _ => Some(json.clone()),
            },
            _ => Some(json.clone()),
        }
    }

    /// As [`Resolver::resolve`], with `null` for what is left out.
    pub(crate) fn resolve_or_null(&self, json: &Json) -> Json {
        self.resolve(json).unwrap_or(Json::Null)
    }

    pub(crate) fn resolve_object(&self, object: &Object) -> Object {
        let mut resolved = Object::new();
        for (key, value) in object.entries.iter() {
            let Some(value) = self.resolve(value) else { continue };
            match key {
                Key::Text(_) => {
                    resolved.entries.insert(key.clone(), value);
                }
                Key::Token(token) => match self.resolve_token(token) {
                    Some(Json::String(text)) => {
                        resolved.insert(&*text, value);
                    }
                    other => self.problem(
                        Diagnostic::error(
                            "core::key-not-string",
                            format!("the key of an object resolves to {}", describe(other.as_ref())),
                        )
                        .help("a key must be text when synthesizing, such as a logical id"),
                    ),
                },
            }
        }
        resolved
    }

    pub(crate) fn resolve_token(&self, token: &AnyToken) -> Option<Json> {
        match &*token.kind {
            TokenKind::Reference { target, attribute } => self.resolve_reference(target, attribute, token.hint, None),
            TokenKind::Consume { reference, strength } => match &*reference.kind {
                TokenKind::Reference { target, attribute } => {
                    self.resolve_reference(target, attribute, reference.hint, Some(*strength))
                }
                _ => self.resolve_token(reference),
            },
            TokenKind::CrossEnvironment { owner, inside, outside } => self.resolve_across(owner, inside, outside),
            TokenKind::LogicalId(target) => self.logical_id(target).map(Json::String),
            TokenKind::Intrinsic { name, value, language_extension } => {
                if *language_extension {
                    self.language_extensions.set(true);
                }
                let value = self.resolve_or_null(value);
                self.check_intrinsic(name, &value);
                Some(Json::single(name, value))
            }
            TokenKind::Concat(parts) => join_parts(parts.iter().filter_map(|part| self.resolve(part)).collect()),
            TokenKind::Join { delimiter, list } => Some(self.resolve_join(delimiter, list)),
            TokenKind::Lazy(produce) => {
                let produced = produce(&ResolveContext { resolver: self })?;
                self.resolve(&produced)
            }
            TokenKind::JsonText { value, indent } => {
                let mut writer = JsonTextWriter { resolver: self, parts: Vec::new(), indent: *indent };
                writer.value(value, 0);
                join_parts(writer.parts)
            }
        }
    }

    /// A value of a resource: itself in the same environment, what is made of the physical name in another one.
    fn resolve_across(&self, owner: &NodeRef, inside: &AnyToken, outside: &dyn Fn() -> Option<Json>) -> Option<Json> {
        let env = |stack: Option<NodeId>| stack.and_then(|stack| self.data.stack(stack)).map(|stack| &stack.env);
        let producer = self.data.stack_of(owner.id);
        if !self.owns(owner) || env(producer) == env(Some(self.stack)) {
            return self.resolve_token(inside);
        }
        match outside() {
            Some(value) => self.resolve(&value),
            None => {
                let message = format!(
                    "`{}` of the stack `{}` is used in another account or region, and has no name that is known now",
                    self.data.path(owner.id),
                    producer.map(|stack| self.data.path(stack)).unwrap_or_default()
                );
                self.problem(
                    Diagnostic::error("core::no-physical-name", message)
                        .help("name it, with text or `PhysicalName::GENERATE_IF_NEEDED`, in a stack that names account and region"),
                );
                None
            }
        }
    }

    fn resolve_join(&self, delimiter: &str, list: &Json) -> Json {
        let join = |list| Json::single("Fn::Join", Json::List(vec![Json::text(delimiter), list]));
        match self.resolve_or_null(list) {
            Json::List(items) => {
                let mut joined = minimal_join(delimiter, items);
                match joined.len() {
                    1 => joined.remove(0),
                    _ => join(Json::List(joined)),
                }
            }
            token => join(token),
        }
    }

    /// Whether the target of a reference is in the stack itself.
    pub(crate) fn is_local(&self, target: &NodeRef) -> bool {
        self.owns(target) && self.data.stack_of(target.id) == Some(self.stack)
    }

    fn owns(&self, target: &NodeRef) -> bool {
        std::ptr::eq(target.tree.as_ptr(), Rc::as_ptr(self.tree))
    }

    fn foreign_app(&self, target: &NodeRef) {
        match target.tree.upgrade() {
            Some(tree) => self.problem(node::other_app(&Node::new(tree, target.id), "a reference to")),
            None => self.problem(
                Diagnostic::error("core::other-app", "a reference to a construct of an app that no longer exists")
                    .help("make both in the same app"),
            ),
        }
    }

    /// The logical id of an element.
    pub(crate) fn logical_id(&self, target: &NodeRef) -> Option<Rc<str>> {
        if !self.owns(target) {
            self.foreign_app(target);
            return None;
        }
        if self.data.stack_of(target.id) != Some(self.stack) && self.names_its_own_template(target.id) {
            let message = format!("`{}` is in another stack", self.data.path(target.id));
            self.problem(
                Diagnostic::error("core::other-stack", message)
                    .help("conditions and mappings serve their own stack: make one here as well"),
            );
        }
        self.id(target.id)
    }

    /// The logical id of an element.
    pub(crate) fn id(&self, element: NodeId) -> Option<Rc<str>> {
        match self.ids {
            Some(ids) => ids.get(element),
            None => self.data.element(element).map(|_| LogicalIds::of(self.data, element)),
        }
    }

    /// Whether the element's name means nothing in another template.
    fn names_its_own_template(&self, element: NodeId) -> bool {
        self.data.element(element).is_some_and(|element| {
            matches!(element.body, Body::Entry { section: Section::Conditions | Section::Mappings, .. })
        })
    }

    fn resolve_reference(
        &self,
        target: &NodeRef,
        attribute: &Attribute,
        hint: Hint,
        strength: Option<ReferenceStrength>,
    ) -> Option<Json> {
        if !self.owns(target) {
            self.foreign_app(target);
            return None;
        }
        let producer = self.data.stack_of(target.id)?;
        if producer == self.stack {
            self.referred.borrow_mut().push(target.id);
            return self.local_reference(target.id, attribute);
        }
        let reference = ForeignReference {
            scope: self.scope.get(),
            consumer: self.stack,
            reference: Reference { target: target.id, attribute: attribute.clone(), hint },
            strength,
        };
        if let Some(import) = self.imports.get(&reference) {
            return self.resolve(import);
        }
        self.foreign.borrow_mut().push(reference);
        Some(Json::text(""))
    }

    fn local_reference(&self, target: NodeId, attribute: &Attribute) -> Option<Json> {
        Some(match attribute {
            Attribute::Pseudo(name) => Json::single("Ref", Json::text(name)),
            Attribute::Ref => Json::single("Ref", Json::String(self.id(target)?)),
            Attribute::GetAtt(name) => {
                let arguments = vec![Json::String(self.id(target)?), Json::String(name.clone())];
                Json::single("Fn::GetAtt", Json::List(arguments))
            }
        })
    }

    /// What CloudFormation would refuse of a function's arguments, as far as they are literal.
    fn check_intrinsic(&self, name: &str, arguments: &Json) {
        let Some(items) = arguments.as_list() else { return };
        match (name, items) {
            ("Fn::And" | "Fn::Or", []) => self.problem(
                Diagnostic::error("core::empty-condition", format!("`{name}` has no conditions"))
                    .help("give it at least one"),
            ),
            ("Fn::Cidr", [_, Json::Int(count), ..]) if !(1..=256).contains(count) => self.problem(
                Diagnostic::error("core::cidr-count", format!("`Fn::Cidr` makes 1 to 256 blocks, not {count}"))
                    .help("ask for 1 to 256 blocks, or divide one of the blocks again"),
            ),
            ("Fn::Select", [Json::Int(index), Json::List(list)])
                if usize::try_from(*index).map_or(true, |index| index >= list.len()) =>
            {
                self.problem(
                    Diagnostic::error(
                        "core::select-out-of-range",
                        format!("`Fn::Select` takes element {index} of a list of {}", list.len()),
                    )
                    .help("elements are counted from 0"),
                );
            }
            _ => {}
        }
    }
}

fn describe(json: Option<&Json>) -> String {
    json.map_or_else(|| "nothing".to_owned(), render::compact)
}

/// JSON text of a literal, as `JSON.stringify` gives it.
pub(crate) fn literal_json_text(value: &Json, indent: usize) -> String {
    render::render(value, indent)
}

/// Writes JSON text with tokens inside: literals as text, tokens as parts of a `Fn::Join`.
struct JsonTextWriter<'a> {
    resolver: &'a Resolver<'a>,
    parts: Vec<Json>,
    indent: usize,
}

impl JsonTextWriter<'_> {
    fn text(&mut self, text: &str) {
        self.parts.push(Json::text(text));
    }

    fn value(&mut self, value: &Json, level: usize) {
        if !self.resolver.enter() {
            return;
        }
        match value {
            Json::Token(token) => self.token(token, level),
            Json::List(items) => {
                let items: Vec<Option<&Json>> = items.iter().map(Some).collect();
                self.collection(["[", "]"], &items, level, |writer, item, level| match item {
                    Some(item) => writer.value(item, level),
                    None => writer.text("null"),
                });
            }
            Json::Object(object) => {
                let entries: Vec<(&Key, &Json)> = object.entries.iter().collect();
                self.collection(["{", "}"], &entries, level, |writer, (key, value), level| {
                    writer.key(key, level);
                    writer.value(value, level);
                });
            }
            Json::Typed(bag) => {
                let entries: Vec<(&str, &Json)> = bag.entries().collect();
                self.collection(["{", "}"], &entries, level, |writer, (key, value), level| {
                    writer.key(&Key::Text((*key).into()), level);
                    writer.value(value, level);
                });
            }
            literal => self.text(&render::compact(literal)),
        }
        self.resolver.leave();
    }

    fn key(&mut self, key: &Key, level: usize) {
        match key {
            Key::Text(text) => self.text(&render::compact(&Json::String(text.clone()))),
            Key::Token(token) => self.token(token, level),
        }
        self.text(if self.indent > 0 { ": " } else { ":" });
    }

    fn collection<T>(
        &mut self,
        [open, close]: [&str; 2],
        items: &[T],
        level: usize,
        each: impl Fn(&mut Self, &T, usize),
    ) {
        self.text(open);
        for (index, item) in items.iter().enumerate() {
            self.text(if index > 0 { "," } else { "" });
            self.line_break(level + 1);
            each(self, item, level + 1);
        }
        if !items.is_empty() {
            self.line_break(level);
        }
        self.text(close);
    }

    fn line_break(&mut self, level: usize) {
        if self.indent > 0 {
            self.text(&format!("\n{}", " ".repeat(self.indent * level)));
        }
    }

    fn token(&mut self, token: &AnyToken, level: usize) {
        if let TokenKind::Lazy(produce) = &*token.kind {
            match produce(&ResolveContext { resolver: self.resolver }) {
                Some(produced) => self.value(&produced, level),
                None => self.text("null"),
            }
            return;
        }
        match self.resolver.resolve_token(token) {
            Some(Json::Object(intrinsic)) => match token.hint {
                Hint::Number => self.parts.push(Json::Object(intrinsic)),
                Hint::List => self.resolver.problem(
                    Diagnostic::error(
                        "core::list-token-in-json",
                        "a list that is known only at deployment stands in JSON text",
                    )
                    .help("`Fn::join` the list into text, or give it alone to `Fn::to_json_string`"),
                ),
                Hint::String | Hint::Any => {
                    self.text("\"");
                    self.parts.push(quote_literals(&Json::Object(intrinsic)));
                    self.text("\"");
                }
            },
            Some(literal) => self.value(&literal, level),
            None => self.text("null"),
        }
    }
}

/// Escapes the literals inside a function, since what it gives will stand between quotes.
fn quote_literals(json: &Json) -> Json {
    match json {
        Json::String(text) => {
            let quoted = render::compact(&Json::String(text.clone()));
            Json::text(&quoted[1..quoted.len() - 1])
        }
        Json::List(items) => Json::List(items.iter().map(quote_literals).collect()),
        Json::Object(object) => {
            Json::Object(object.iter().map(|(key, value)| (key.to_owned(), quote_literals(value))).collect())
        }
        other => other.clone(),
    }
}
