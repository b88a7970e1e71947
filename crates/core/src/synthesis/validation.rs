//! The checks of constructs, and those of the whole app.

use std::rc::Rc;

use crate::dependency::{self, Graph};
use crate::diagnostic::Diagnostic;
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
    let mut graph = Graph::default();
    for &node in nodes {
        let Some(stack) = data.stack(node) else { continue };
        graph.node(node);
        graph.edges(stack.dependencies.iter().map(|dependency| dependency.stack));
    }
    if let Some(cycle) = graph.find_cycle() {
        let first = cycle[0];
        let diagnostic = dependency::cycle_diagnostic(data, &cycle, "stacks").at(data.node(first).location);
        found.push((first, diagnostic));
    }
}
