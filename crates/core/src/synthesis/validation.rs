//! The checks of constructs, and those of the whole app.

use std::rc::Rc;

use crate::dependency;
use crate::diagnostic::Diagnostic;
use crate::stack::StackData;
use crate::tree::{NodeId, Tree, TreeData};

/// Runs what constructs registered with `add_validation`.
pub(crate) fn run(tree: &Rc<Tree>, found: &mut Vec<(NodeId, Diagnostic)>) {
    let validations = tree.read(|data| {
        let nodes = data.preorder(NodeId::ROOT, &|_| true);
        let with_checks = nodes.into_iter().filter_map(|id| Some((id, data.node(id).extras()?.validations.clone())));
        with_checks.collect::<Vec<_>>()
    });
    for (node, checks) in validations {
        for check in checks {
            found.extend(check().into_iter().map(|diagnostic| (node, diagnostic)));
        }
    }
}

/// Stacks that wait for each other can never be deployed.
pub(crate) fn check_stack_cycles(data: &TreeData, nodes: &[NodeId], found: &mut Vec<(NodeId, Diagnostic)>) {
    let before = |stack: &StackData| stack.dependencies.iter().map(|dependency| dependency.stack).collect();
    let stacks = nodes.iter().filter_map(|id| Some((*id, before(data.stack(*id)?)))).collect();
    if let Some(cycle) = dependency::find_cycle(stacks) {
        let first = cycle[0];
        let diagnostic = dependency::cycle_diagnostic(data, &cycle, "stacks").at(data.node(first).location);
        found.push((first, diagnostic));
    }
}
