//! Physical names: what a resource is called in AWS, and how another account or region refers to it.
//!
//! A reference to a resource of another environment cannot be a value of the deployment: it must be a name that is known when
//! synthesizing.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::arn::{ArnComponents, format as format_arn};
use crate::cfn_element::node_ref;
use crate::hash;
use crate::lazy::Lazy;
use crate::names::Names;
use crate::node::{IConstruct, Node};
use crate::stack::Stack;
use crate::token::{AnyToken, Hint, Token, TokenKind};
use crate::value::{Json, Value};

/// What a resource is called in AWS: text, a token, or a name that is generated if another environment needs one.
///
/// ```
/// use aws_cdk_core::PhysicalName;
///
/// let given: PhysicalName = "books".into();
/// let generated: PhysicalName = PhysicalName::GENERATE_IF_NEEDED.into();
/// ```
#[derive(Clone, Debug)]
pub struct PhysicalName {
    mode: Mode,
}

/// What another environment takes for an attribute, given the name of the resource and its stack.
type Elsewhere = dyn Fn(Value<String>, &Stack) -> Value<String>;

#[derive(Clone, Debug)]
enum Mode {
    Given(Value<String>),
    Generated(Rc<OnceCell<String>>),
}

/// Marks a physical name that is generated if another environment needs one.
#[derive(Clone, Copy, Debug)]
pub struct GenerateIfNeeded;

impl PhysicalName {
    /// A name that is generated if the resource is used from another account or region, and else left to CloudFormation.
    /// The stack must name account and region.
    pub const GENERATE_IF_NEEDED: GenerateIfNeeded = GenerateIfNeeded;

    /// The name, if it is text.
    pub fn as_literal(&self) -> Option<&str> {
        match &self.mode {
            Mode::Given(name) => name.as_literal(),
            Mode::Generated(_) => None,
        }
    }
}

impl From<GenerateIfNeeded> for PhysicalName {
    fn from(_: GenerateIfNeeded) -> Self {
        Self { mode: Mode::Generated(Rc::default()) }
    }
}

macro_rules! from_text {
    ($($text:ty),+) => {
        $(impl From<$text> for PhysicalName {
            fn from(text: $text) -> Self {
                Self { mode: Mode::Given(text.into()) }
            }
        })+
    };
}

from_text!(&str, String, &String, Value<String>, Token<String>);

/// For L2 crates: the name of a resource, and its attributes as other environments see them.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct ResourceName {
    owner: Node,
    name: Option<PhysicalName>,
}

impl ResourceName {
    /// The name of the resource of a construct; `None` for one that CloudFormation makes.
    pub fn new(owner: &impl IConstruct, name: Option<PhysicalName>) -> Self {
        Self { owner: owner.node().clone(), name }
    }

    /// The name as a property of the resource: nothing for a generated one that nobody needs.
    pub fn property(&self) -> Option<Value<String>> {
        match &self.name.as_ref()?.mode {
            Mode::Given(name) => Some(name.clone()),
            Mode::Generated(name) => {
                let name = name.clone();
                Some(Lazy::value(move |_| name.get().map(|name| name.as_str().into())))
            }
        }
    }

    /// The name: the attribute in the same environment, the physical name in another one.
    pub fn name_attribute(&self, attribute: Token<String>) -> Value<String> {
        self.attribute(attribute, Box::new(|name, _| name))
    }

    /// The ARN: the attribute in the same environment, one made of the physical name in another one.
    pub fn arn_attribute(
        &self,
        attribute: Token<String>,
        components: impl Fn(Value<String>) -> ArnComponents + 'static,
    ) -> Value<String> {
        self.attribute(attribute, Box::new(move |name, stack| format_arn(components(name), stack)))
    }

    fn attribute(&self, attribute: Token<String>, elsewhere: Box<Elsewhere>) -> Value<String> {
        let own = self.clone();
        let kind = TokenKind::CrossEnvironment {
            owner: node_ref(&self.owner),
            inside: attribute.into_any(),
            outside: Box::new(move || {
                let name = own.physical()?;
                Some(elsewhere(name, &Stack::of(&own.owner)).into_json())
            }),
        };
        Value::from_json(Json::Token(AnyToken::new(kind, Hint::String)))
    }

    /// The name that another environment can use; a generated one is generated now.
    fn physical(&self) -> Option<Value<String>> {
        match &self.name.as_ref()?.mode {
            Mode::Given(name) => name.as_literal().map(Value::from),
            Mode::Generated(name) => match name.get() {
                Some(name) => Some(name.as_str().into()),
                None => {
                    let generated = generate(&self.owner)?;
                    Some(name.get_or_init(|| generated).as_str().into())
                }
            },
        }
    }
}

/// The beginning of the stack's name, the end of the construct's unique id, and a hash of these and the environment.
fn generate(owner: &Node) -> Option<String> {
    const STACK_LENGTH: usize = 25;
    const ID_LENGTH: usize = 24;
    const HASH_LENGTH: usize = 12;
    let stack = Stack::of(owner);
    let (name, id) = (stack.stack_name(), Names::unique_id(owner));
    let (region, account) = (stack.region(), stack.account());
    let (region, account) = (region.as_literal()?, account.as_literal()?);
    let hash = hash::hex(&hash::sha256([&name, &*id, region, account].concat()));
    let start: String = name.chars().take(STACK_LENGTH).collect();
    let end = &id[id.len().saturating_sub(ID_LENGTH)..];
    Some(format!("{start}{end}{}", &hash[..HASH_LENGTH]).to_lowercase())
}
