//! Logical ids that end in a text made of how another resource is rendered, so that a change of that one makes a new resource.

use std::rc::Rc;

use crate::cfn_element::{Body, is_logical_id};
use crate::cfn_resource::CfnResource;
use crate::logical_id::LogicalIds;
use crate::node::{IConstruct, Node};
use crate::references::Imports;
use crate::resolve::Resolver;
use crate::tree::{NodeId, Tree, TreeData};
use crate::value::Json;

use super::template;

/// The longest logical id: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>.
const MAX_LENGTH: usize = 255;

/// What a resource keeps whose logical id has a suffix.
pub(crate) struct LogicalIdSuffix {
    /// The resource that the suffix is made of.
    pub(crate) of: NodeId,
    pub(crate) suffix: Box<Suffix>,
}

type Suffix = dyn Fn(&Json, &SuffixContext<'_>) -> String;

/// For L2 crates: what a suffix can be made of besides the resource: others, and values.
#[doc(hidden)]
pub struct SuffixContext<'a> {
    tree: &'a Rc<Tree>,
    data: &'a TreeData,
    ids: &'a LogicalIds,
    imports: &'a Imports,
}

impl std::fmt::Debug for SuffixContext<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SuffixContext")
    }
}

impl SuffixContext<'_> {
    /// The entry of a resource in its template.
    pub fn resource(&self, resource: &CfnResource) -> Option<Json> {
        let id = resource.node().id();
        let Body::Resource(resource) = &self.data.element(id)?.body else { return None };
        let resolver = self.resolver(id)?;
        Some(template::render_resource(&resolver, id, resource))
    }

    /// A value as the template of a construct has it.
    pub fn resolve(&self, construct: &Node, value: &Json) -> Option<Json> {
        self.resolver(construct.id())?.resolve(value)
    }

    fn resolver(&self, of: NodeId) -> Option<Resolver<'_>> {
        let resolver = Resolver::new(self.tree, self.data, self.data.stack_of(of)?, Some(self.ids), self.imports);
        resolver.scope.set(of);
        Some(resolver)
    }
}

/// Adds the suffixes, for which all other logical ids must be known.
pub(super) fn add(tree: &Rc<Tree>, data: &TreeData, nodes: &[NodeId], imports: &Imports, ids: &mut LogicalIds) {
    for &node in nodes {
        let is_overridden = data.element(node).is_none_or(|element| element.logical_id.is_some());
        let states = data.node(node).extras().map(|extras| extras.state.as_slice()).unwrap_or_default();
        let suffix = states.iter().find_map(|state| state.downcast_ref::<LogicalIdSuffix>());
        let (Some(LogicalIdSuffix { of, suffix }), false) = (suffix, is_overridden) else { continue };
        let Some(id) = ids.get(node) else { continue };
        let context = SuffixContext { tree, data, ids, imports };
        let resource = CfnResource::of_node(Node::new(tree.clone(), *of));
        let Some(entry) = context.resource(&resource) else { continue };
        let suffix = suffix(&entry, &context);
        // The end of an id tells it from others: it has the hash of the path.
        let start = (id.len() + suffix.len()).saturating_sub(MAX_LENGTH).min(id.len());
        let id = if is_logical_id(&id) { &id[start..] } else { &*id };
        ids.set(node, format!("{id}{suffix}").into());
    }
}
