//! Tokens: values that are known only at deployment, or only when synthesizing.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::rc::{Rc, Weak};

use crate::references::ReferenceStrength;
use crate::resolve::ResolveContext;
use crate::tree::{NodeId, Tree};
use crate::value::Json;

/// What a token stands for, where untyped code must know (JSON text with tokens inside).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(hidden)]
pub enum Hint {
    String,
    Number,
    List,
    Any,
}

/// A construct that a token points to. It does not keep the tree alive, which would be a cycle.
#[derive(Clone)]
pub(crate) struct NodeRef {
    pub(crate) tree: Weak<Tree>,
    pub(crate) id: NodeId,
}

/// The part of a construct that a reference reads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Attribute {
    /// `Ref` of the element.
    Ref,
    /// `Fn::GetAtt` of the element.
    GetAtt(Rc<str>),
    /// `Ref` of a pseudo parameter of the stack.
    Pseudo(&'static str),
}

/// What a lazy value calls when synthesizing.
pub(crate) type Producer = Box<dyn Fn(&ResolveContext<'_>) -> Option<Json>>;

pub(crate) enum TokenKind {
    /// A value of an element, which another stack must import.
    Reference { target: NodeRef, attribute: Attribute },
    /// A reference with a strength of its own, should it cross stacks.
    Consume { reference: AnyToken, strength: ReferenceStrength },
    /// A value of a resource, and what stands for it in stacks of another account or region; nothing if it cannot be known.
    CrossEnvironment { owner: NodeRef, inside: AnyToken, outside: Box<dyn Fn() -> Option<Json>> },
    /// The logical id of an element, as text.
    LogicalId(NodeRef),
    /// A function or pseudo parameter: an object with one key. `language_extension`: the template needs the
    /// `AWS::LanguageExtensions` transform.
    Intrinsic { name: &'static str, value: Json, language_extension: bool },
    /// Text made of several parts.
    Concat(Vec<Json>),
    /// `Fn::Join`, made minimal when resolved.
    Join { delimiter: Rc<str>, list: Json },
    /// Known only when synthesizing.
    Lazy(Producer),
    /// JSON text of a value with tokens inside; `indent` in spaces, 0 for one line.
    JsonText { value: Json, indent: usize },
}

/// A token without its type.
#[derive(Clone)]
pub struct AnyToken {
    pub(crate) kind: Rc<TokenKind>,
    pub(crate) hint: Hint,
}

impl AnyToken {
    pub(crate) fn new(kind: TokenKind, hint: Hint) -> Self {
        Self { kind: Rc::new(kind), hint }
    }
}

impl fmt::Debug for AnyToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.kind {
            TokenKind::Reference { target, attribute } => {
                write!(f, "${{Token[{} {attribute:?}]}}", target.path())
            }
            TokenKind::Consume { reference, .. } => reference.fmt(f),
            TokenKind::CrossEnvironment { inside, .. } => inside.fmt(f),
            TokenKind::LogicalId(target) => write!(f, "${{Token[{} LogicalId]}}", target.path()),
            TokenKind::Intrinsic { name, .. } => write!(f, "${{Token[{name}]}}"),
            TokenKind::Concat(_) => f.write_str("${Token[Concat]}"),
            TokenKind::Join { .. } => f.write_str("${Token[Fn::Join]}"),
            TokenKind::Lazy(_) => f.write_str("${Token[Lazy]}"),
            TokenKind::JsonText { .. } => f.write_str("${Token[JsonText]}"),
        }
    }
}

impl PartialEq for AnyToken {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.kind, &other.kind)
    }
}

impl Eq for AnyToken {}

impl Hash for AnyToken {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Rc::as_ptr(&self.kind).hash(state);
    }
}

/// A value of type `T` that is known only at deployment, such as `api.attr_api_id()`.
///
/// It converts into a [`Value<T>`](crate::Value) wherever one is taken.
pub struct Token<T> {
    any: AnyToken,
    kind: PhantomData<fn() -> T>,
}

impl<T> Token<T> {
    pub(crate) fn from_any(any: AnyToken) -> Self {
        Self { any, kind: PhantomData }
    }

    /// For generated code.
    #[doc(hidden)]
    pub fn into_any(self) -> AnyToken {
        self.any
    }
}

impl<T> Clone for Token<T> {
    fn clone(&self) -> Self {
        Self::from_any(self.any.clone())
    }
}

impl<T> fmt::Debug for Token<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.any.fmt(f)
    }
}

impl NodeRef {
    pub(crate) fn path(&self) -> String {
        match self.tree.upgrade() {
            Some(tree) => tree.path(self.id),
            None => "(a dropped app)".to_owned(),
        }
    }
}
