//! Aspects: visitors that see every construct below the one they are attached to.

use std::panic::Location;
use std::rc::Rc;

use crate::node::{IConstruct, Node};

/// A visitor of constructs; attached with [`Aspects`].
///
/// ```
/// use aws_cdk_core::{App, Aspect, Aspects, CfnResource, Node, Stack};
///
/// struct Owner;
///
/// impl Aspect for Owner {
///     fn visit(&self, node: &Node) {
///         if let Some(resource) = CfnResource::from_construct(node) {
///             resource.add_metadata("Owner", "books");
///         }
///     }
/// }
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// Aspects::of(&stack).add(Owner);
/// ```
pub trait Aspect {
    /// Called once for each construct, before validation.
    fn visit(&self, node: &Node);
}

/// The order in which aspects run: lower first.
#[derive(Clone, Copy, Debug)]
pub struct AspectPriority;

impl AspectPriority {
    /// For aspects that change constructs.
    pub const MUTATING: i32 = 200;
    /// What an aspect has that names none.
    pub const DEFAULT: i32 = 500;
    /// For aspects that only read.
    pub const READONLY: i32 = 1000;
}

#[derive(Clone)]
pub(crate) struct AspectApplication {
    pub(crate) aspect: Rc<dyn Aspect>,
    pub(crate) priority: i32,
    pub(crate) location: &'static Location<'static>,
}

/// The aspects of a construct.
#[derive(Clone, Debug)]
pub struct Aspects {
    node: Node,
}

impl Aspects {
    /// The aspects of a construct.
    pub fn of(construct: &impl IConstruct) -> Self {
        Self { node: construct.node().clone() }
    }

    /// Adds an aspect with the priority [`AspectPriority::DEFAULT`].
    #[track_caller]
    pub fn add(&self, aspect: impl Aspect + 'static) {
        self.add_with_priority(aspect, AspectPriority::DEFAULT);
    }

    /// Adds an aspect; of two, the one with the lower priority runs first.
    #[track_caller]
    pub fn add_with_priority(&self, aspect: impl Aspect + 'static, priority: i32) {
        self.node.add_aspect(AspectApplication { aspect: Rc::new(aspect), priority, location: Location::caller() });
    }
}
