//! References between stacks.

use crate::diagnostic::Diagnostic;
use crate::token::{Attribute, Hint, NodeRef};
use crate::tree::{NodeId, TreeData};
use crate::value::Json;

/// A value of one stack that another stack uses.
#[derive(Clone)]
pub(crate) struct ForeignReference {
    /// The construct that uses it.
    pub(crate) scope: NodeId,
    pub(crate) consumer: NodeId,
    pub(crate) producer: NodeId,
    pub(crate) target: NodeRef,
    pub(crate) attribute: Attribute,
    #[allow(dead_code)]
    pub(crate) hint: Hint,
}

/// What stands for references into other stacks, by the stack that uses them.
#[derive(Default)]
pub(crate) struct Imports {
    entries: indexmap::IndexMap<(NodeId, NodeId, Attribute), Json>,
}

impl Imports {
    pub(crate) fn get(&self, consumer: NodeId, target: NodeId, attribute: &Attribute) -> Option<&Json> {
        self.entries.get(&(consumer, target, attribute.clone()))
    }
}

impl ForeignReference {
    pub(crate) fn unsupported(&self, data: &TreeData) -> Diagnostic {
        let message = format!(
            "`{}` uses a value of `{}`, which is in the stack `{}`",
            data.path(self.scope),
            data.path(self.target.id),
            data.path(self.producer)
        );
        Diagnostic::error("core::cross-stack-reference", message)
            .help("pass it with a `CfnOutput` and `Fn::import_value`, or put both into one stack")
            .at(data.node(self.scope).location)
    }
}
