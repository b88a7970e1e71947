//! Logical ids that end in a text made of how another resource is rendered, so that a change of that one makes a new resource.

use std::rc::Rc;

use crate::cfn_element::{Body, is_logical_id};
use crate::logical_id::LogicalIds;
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
    pub(crate) suffix: Box<dyn Fn(&Json) -> String>,
}

/// Adds the suffixes, for which all other logical ids must be known.
pub(super) fn add(tree: &Rc<Tree>, data: &TreeData, nodes: &[NodeId], imports: &Imports, ids: &mut LogicalIds) {
    for &node in nodes {
        let is_overridden = data.element(node).is_none_or(|element| element.logical_id.is_some());
        let states = data.node(node).extras().map(|extras| extras.state.as_slice()).unwrap_or_default();
        let suffix = states.iter().find_map(|state| state.downcast_ref::<LogicalIdSuffix>());
        let (Some(LogicalIdSuffix { of, suffix }), false) = (suffix, is_overridden) else { continue };
        let Some(Body::Resource(resource)) = data.element(*of).map(|element| &element.body) else { continue };
        let (Some(stack), Some(id)) = (data.stack_of(*of), ids.get(node)) else { continue };
        let resolver = Resolver::new(tree, data, stack, Some(ids), imports);
        resolver.scope.set(*of);
        let suffix = suffix(&template::render_resource(&resolver, *of, resource));
        // The end of an id tells it from others: it has the hash of the path.
        let start = (id.len() + suffix.len()).saturating_sub(MAX_LENGTH).min(id.len());
        let id = if is_logical_id(&id) { &id[start..] } else { &*id };
        ids.set(node, format!("{id}{suffix}").into());
    }
}
