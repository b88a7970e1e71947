//! Logical ids: the names of elements in their stack's template.

use std::panic::Location;
use std::rc::Rc;

use crate::cfn_element::{Body, Section, invalid_logical_id, is_logical_id};
use crate::diagnostic::Diagnostic;
use crate::ordered_map::OrderedMap;
use crate::tree::{NodeId, TreeData};
use crate::unique_id::{self, unique_id};

/// Another logical id for an element, and where the user asked for it.
pub(crate) struct Rename {
    pub(crate) new: Rc<str>,
    pub(crate) location: &'static Location<'static>,
}

/// The logical ids of all elements of an app.
pub(crate) struct LogicalIds {
    ids: Vec<Option<Rc<str>>>,
}

impl LogicalIds {
    /// Computes all logical ids, and reports those that are invalid or not unique in their stack.
    pub(crate) fn compute(data: &TreeData, nodes: &[NodeId], report: &mut dyn FnMut(NodeId, Diagnostic)) -> Self {
        let mut ids = vec![None; data.nodes.len()];
        let mut taken: OrderedMap<(NodeId, Section, Rc<str>), NodeId> = OrderedMap::new();
        let mut renamed: Vec<(NodeId, Rc<str>)> = Vec::new();
        for &node in nodes {
            let Some(element) = data.element(node) else { continue };
            let Some(stack) = data.stack_of(node) else { continue };
            let id: Rc<str> = match &element.logical_id {
                Some(id) => id.clone(),
                None => {
                    let allocated = allocate(data, stack, node);
                    let rename = data.stack(stack).and_then(|stack| stack.renames.get(&allocated));
                    match rename {
                        Some(rename) => {
                            renamed.push((stack, allocated));
                            rename.new.clone()
                        }
                        None => allocated,
                    }
                }
            };
            if id.is_empty() {
                let message =
                    format!("the id `{}` has no letter or digit to make a logical id of", data.node(node).shown_id());
                report(
                    node,
                    Diagnostic::error("core::invalid-logical-id", message)
                        .help("use letters or digits of ASCII, or call `override_logical_id`")
                        .at(data.node(node).location),
                );
            } else if !is_logical_id(&id) {
                report(node, invalid_logical_id(&id).at(data.node(node).location));
            }
            let (names, key) = match &element.body {
                // Parameters and resources are both what `Ref` refers to, so they share their names.
                Body::Resource(_) => (Section::Parameters, id.clone()),
                Body::Entry { section, key, .. } => (*section, key.as_ref().unwrap_or(&id).clone()),
            };
            if let Some(first) = taken.insert((stack, names, key), node) {
                let message = format!("the logical id `{id}` is already that of `{}`", data.path(first));
                report(
                    node,
                    Diagnostic::error("core::duplicate-logical-id", message)
                        .note(format!("the first one is made at {}", data.node(first).location))
                        .help("choose another construct id, or call `override_logical_id` on one of them")
                        .at(data.node(node).location),
                );
            }
            ids[node.0 as usize] = Some(id);
        }
        report_unused_renames(data, nodes, &renamed, report);
        Self { ids }
    }

    /// The logical id of one element.
    pub(crate) fn of(data: &TreeData, node: NodeId) -> Rc<str> {
        if let Some(id) = data.element(node).and_then(|element| element.logical_id.clone()) {
            return id;
        }
        let Some(stack) = data.stack_of(node) else { return "".into() };
        let allocated = allocate(data, stack, node);
        let rename = data.stack(stack).and_then(|stack| stack.renames.get(&allocated));
        rename.map(|rename| rename.new.clone()).unwrap_or(allocated)
    }

    pub(crate) fn set(&mut self, node: NodeId, id: Rc<str>) {
        if let Some(known) = self.ids.get_mut(node.0 as usize) {
            *known = Some(id);
        }
    }

    pub(crate) fn get(&self, node: NodeId) -> Option<Rc<str>> {
        self.ids.get(node.0 as usize)?.clone()
    }
}

/// The logical id that the path of an element below its stack gives.
fn allocate(data: &TreeData, stack: NodeId, node: NodeId) -> Rc<str> {
    let own = data.node(node);
    if own.parent == Some(stack) && unique_id::is_own_name(&own.id) {
        return own.id.clone();
    }
    let mut components: Vec<&str> =
        data.ancestors(node).take_while(|id| *id != stack).map(|id| &*data.node(id).id).collect();
    components.reverse();
    unique_id(&components).unwrap_or_default().into()
}

fn report_unused_renames(
    data: &TreeData,
    nodes: &[NodeId],
    renamed: &[(NodeId, Rc<str>)],
    report: &mut dyn FnMut(NodeId, Diagnostic),
) {
    for &node in nodes {
        let Some(stack) = data.stack(node) else { continue };
        for (old, rename) in stack.renames.iter() {
            if !renamed.iter().any(|(stack, id)| *stack == node && id == old) {
                report(
                    node,
                    Diagnostic::error(
                        "core::unused-rename",
                        format!("no element has the logical id `{old}` that is renamed"),
                    )
                    .help("rename the logical id that the template shows")
                    .at(rename.location),
                );
            }
        }
    }
}
