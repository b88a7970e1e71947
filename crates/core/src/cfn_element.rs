//! Elements of a template: what resources, parameters, outputs, conditions, mappings and rules have in common.

use std::rc::Rc;

use crate::cfn_resource::ResourceData;
use crate::diagnostic::Diagnostic;
use crate::node::{IConstruct, Node};
use crate::sorting;
use crate::stack::Stack;
use crate::token::{AnyToken, Attribute, Hint, NodeRef, Token, TokenKind};
use crate::tree::{self, NodeKind};
use crate::value::{Json, Object};

/// The section of the template in which an element stands, and what it holds there.
pub(crate) enum Body {
    Resource(Box<ResourceData>),
    /// The entry as it is printed, less what is absent; for the sections without behaviour of their own.
    Entry {
        section: Section,
        entry: Object,
        key: Option<Rc<str>>,
        presence: Presence,
    },
}

/// Whether an entry is in the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Always,
    /// It is left out: nothing needs it so far.
    Unused,
    /// It would have been left out, but something needs it.
    Used,
}

/// The template's sections, apart from resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Section {
    Parameters,
    Mappings,
    Conditions,
    Rules,
    Hooks,
    Outputs,
}

impl Section {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Section::Parameters => "Parameters",
            Section::Mappings => "Mappings",
            Section::Conditions => "Conditions",
            Section::Rules => "Rules",
            Section::Hooks => "Hooks",
            Section::Outputs => "Outputs",
        }
    }
}

pub(crate) struct Element {
    pub(crate) logical_id: Option<Rc<str>>,
    pub(crate) body: Body,
}

/// What all elements of a template offer.
pub trait ICfnElement: IConstruct {
    /// The stack to which the element belongs.
    fn stack(&self) -> Stack {
        Stack::of(self.node())
    }

    /// The logical id: its name in the template, as a token that resolves to text when synthesizing.
    fn logical_id(&self) -> Token<String> {
        Token::from_any(AnyToken::new(TokenKind::LogicalId(node_ref(self.node())), Hint::String))
    }

    /// Replaces the logical id. One that is not 1 to 255 letters and digits is the error `core::invalid-logical-id`.
    #[track_caller]
    fn override_logical_id(&self, logical_id: impl AsRef<str>)
    where
        Self: Sized,
    {
        let logical_id = logical_id.as_ref();
        if !is_logical_id(logical_id) {
            self.node().report(invalid_logical_id(logical_id));
            return;
        }
        update(self.node(), |element| element.logical_id = Some(logical_id.into()));
    }
}

/// The rule is CloudFormation's: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html>.
pub(crate) fn is_logical_id(text: &str) -> bool {
    (1..=255).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[track_caller]
pub(crate) fn invalid_logical_id(logical_id: &str) -> Diagnostic {
    Diagnostic::error("core::invalid-logical-id", format!("`{logical_id}` is not a logical id"))
        .help("use 1 to 255 letters and digits of ASCII")
}

pub(crate) fn node_ref(node: &Node) -> NodeRef {
    NodeRef { tree: Rc::downgrade(node.tree()), id: node.id() }
}

pub(crate) fn reference<T>(node: &Node, attribute: Attribute, hint: Hint) -> Token<T> {
    Token::from_any(AnyToken::new(TokenKind::Reference { target: node_ref(node), attribute }, hint))
}

#[track_caller]
pub(crate) fn add_element(scope: &impl IConstruct, id: &str, body: Body, type_name: &'static str) -> Node {
    let scope = scope.node();
    let element = Element { logical_id: None, body };
    let node = tree::add_node(scope, id, NodeKind::Element(Box::new(element)), type_name);
    if scope.tree().data().stack_of(scope.id()).is_none() {
        node.report(
            Diagnostic::error("core::outside-stack", format!("`{id}` is not inside a stack"))
                .help("make it below a `Stack`: only stacks have templates"),
        );
    }
    node
}

#[track_caller]
pub(crate) fn add_entry(
    scope: &impl IConstruct,
    id: &str,
    section: Section,
    entry: Object,
    type_name: &'static str,
) -> Node {
    add_element(scope, id, Body::Entry { section, entry, key: None, presence: Presence::Always }, type_name)
}

#[track_caller]
pub(crate) fn update(node: &Node, change: impl FnOnce(&mut Element)) {
    if let Some(mut node) = node.tree().node_mut(node.id())
        && let NodeKind::Element(element) = &mut node.kind
    {
        change(element);
    }
}

/// Sets a key of an entry, keeping the order in which CloudFormation's keys are printed for that section.
#[track_caller]
pub(crate) fn set_entry(node: &Node, order: &[&str], name: &str, value: Option<Json>) {
    update(node, |element| {
        let Body::Entry { entry, .. } = &mut element.body else { return };
        match value {
            Some(value) => entry.insert(name, value),
            None => {
                entry.remove(name);
                return;
            }
        };
        let rank = |key: &str| order.iter().position(|known| *known == key);
        let mut entries: Vec<(String, Json)> =
            entry.iter().map(|(key, value)| (key.to_owned(), value.clone())).collect();
        sorting::sort_by_key(&mut entries, |(key, _)| rank(key));
        *entry = entries.into_iter().collect();
    });
}

pub(crate) fn entry_value(node: &Node, name: &str) -> Option<Json> {
    node.tree().read(|data| match &data.element(node.id())?.body {
        Body::Entry { entry, .. } => entry.get(name).cloned(),
        Body::Resource(_) => None,
    })
}
