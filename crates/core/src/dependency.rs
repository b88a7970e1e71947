//! Dependencies: which resources and stacks are deployed after which.
//!
//! A dependency between constructs of one stack becomes `DependsOn` of their resources; one between stacks becomes a
//! dependency of the stacks.

use std::ops::Range;
use std::panic::Location;
use std::rc::Rc;

use crate::cfn_element::Body;
use crate::diagnostic::Diagnostic;
use crate::node::{self, Node};
use crate::sorting;
use crate::tree::{NodeId, NodeKind, Tree, TreeData};

/// A stack that is deployed before another, and the dependencies that are the reason.
#[derive(Clone, Debug)]
pub(crate) struct StackDependency {
    pub(crate) stack: NodeId,
    /// Who depends on whom.
    pub(crate) reasons: Vec<(NodeId, NodeId)>,
}

/// What a dependency between two constructs comes down to.
enum Effect {
    None,
    Resources { sources: Vec<NodeId>, targets: Vec<NodeId> },
    Stacks { source: NodeId, target: NodeId },
    Refused(Diagnostic),
}

#[track_caller]
pub(crate) fn add(source: &Node, target: &Node) {
    if !Rc::ptr_eq(source.tree(), target.tree()) {
        source.report(node::other_app(target, "a dependency on"));
        return;
    }
    apply(source.tree(), source.id(), target.id(), Location::caller(), true);
}

#[track_caller]
pub(crate) fn remove(source: &Node, target: &Node) {
    if Rc::ptr_eq(source.tree(), target.tree()) {
        apply(source.tree(), source.id(), target.id(), Location::caller(), false);
    }
}

/// Turns the dependencies between constructs below `stage` into those of resources and stacks.
pub(crate) fn apply_construct_dependencies(tree: &Rc<Tree>, nodes: &[NodeId]) {
    for &source in nodes {
        let targets = tree.data().node(source).extras().map(|extras| extras.dependencies.clone()).unwrap_or_default();
        for (target, location) in targets {
            for target in tree.read(|data| roots(data, target)) {
                apply(tree, source, target, location, true);
            }
        }
    }
}

/// For L2 crates: the constructs that a dependency on a construct is about, where that is not the construct itself.
pub(crate) struct DependencyRoots(pub(crate) Vec<NodeId>);

fn roots(data: &TreeData, target: NodeId) -> Vec<NodeId> {
    let states = data.node(target).extras().map(|extras| extras.state.as_slice()).unwrap_or_default();
    let set = states.iter().find_map(|state| state.downcast_ref::<DependencyRoots>());
    set.map_or_else(|| vec![target], |roots| roots.0.clone())
}

#[track_caller]
fn apply(tree: &Rc<Tree>, source: NodeId, target: NodeId, location: &'static Location<'static>, adds: bool) {
    match tree.read(|data| effect(data, source, target)) {
        Effect::None => {}
        Effect::Refused(diagnostic) => tree.report(source, diagnostic.at(location)),
        Effect::Resources { sources, targets } => {
            for &resource in &sources {
                tree.update(resource, |node| {
                    let NodeKind::Element(element) = &mut node.kind else { return };
                    let Body::Resource(data) = &mut element.body else { return };
                    let depends_on = &mut data.options.depends_on;
                    if adds {
                        depends_on
                            .extend(targets.iter().filter(|target| **target != resource).map(|target| (*target, ())));
                    } else {
                        depends_on.retain(|known| !targets.contains(known));
                    }
                });
            }
        }
        Effect::Stacks { source: stack, target: before } => tree.update(stack, |node| {
            let NodeKind::Stack(stack) = &mut node.kind else { return };
            change_stack(&mut stack.dependencies, before, (source, target), adds);
        }),
    }
}

fn change_stack(dependencies: &mut Vec<StackDependency>, before: NodeId, reason: (NodeId, NodeId), adds: bool) {
    match dependencies.iter_mut().find(|dependency| dependency.stack == before) {
        Some(dependency) if adds && dependency.reasons.contains(&reason) => {}
        Some(dependency) if adds => dependency.reasons.push(reason),
        Some(dependency) => dependency.reasons.retain(|known| *known != reason),
        None if adds => dependencies.push(StackDependency { stack: before, reasons: vec![reason] }),
        None => {}
    }
    dependencies.retain(|dependency| !dependency.reasons.is_empty());
}

fn effect(data: &TreeData, source: NodeId, target: NodeId) -> Effect {
    if source == target {
        return Effect::None;
    }
    if data.stage_of(source) != data.stage_of(target) {
        let message = format!("`{}` depends on `{}`, which is in another stage", data.path(source), data.path(target));
        return Effect::Refused(
            Diagnostic::error("core::dependency-across-stages", message)
                .help("put both into one stage, or deploy the stages in order"),
        );
    }
    let (sources, targets) = (containers(data, source), containers(data, target));
    let shared = sources.iter().zip(&targets).take_while(|(a, b)| a == b).count();
    match (sources.get(shared), targets.get(shared)) {
        (_, None) => {
            let message = format!("`{}` cannot depend on its own scope `{}`", data.path(source), data.path(target));
            Effect::Refused(
                Diagnostic::error("core::dependency-on-scope", message)
                    .help("name the construct below it that is meant"),
            )
        }
        (Some(&source), Some(&target)) if is_deployed_alone(data, source) => match is_deployed_alone(data, target) {
            true => Effect::Stacks { source, target },
            false => Effect::None,
        },
        (Some(&source), Some(&target)) => {
            Effect::Resources { sources: resources(data, source), targets: resources(data, target) }
        }
        (None, Some(_)) => Effect::None,
    }
}

fn is_deployed_alone(data: &TreeData, id: NodeId) -> bool {
    data.stack(id).is_some_and(|stack| stack.nested.is_none())
}

/// What deploys a construct, outermost first: its stage, its stack, the nested stacks in it, and the construct itself.
fn containers(data: &TreeData, start: NodeId) -> Vec<NodeId> {
    let mut containers = vec![start];
    let stack = data.stack_of(start);
    let nested = std::iter::successors(stack, |stack| data.parent_stack(*stack));
    containers.extend(nested.filter(|stack| *stack != start));
    let stage = data.stage_of(start);
    let stages =
        std::iter::successors(stage, |stage| data.node(*stage).parent.and_then(|parent| data.stage_of(parent)));
    containers.extend(stages.filter(|stage| *stage != start));
    containers.reverse();
    containers
}

/// The resources that deploy a construct: those of its own template, where that of a nested stack stands for all in it.
fn resources(data: &TreeData, root: NodeId) -> Vec<NodeId> {
    let nested = |id: NodeId| data.stack(id).and_then(|stack| stack.nested.as_ref()).map(|nested| nested.resource);
    let is_boundary = |id: NodeId| matches!(data.node(id).kind, NodeKind::Stack(_) | NodeKind::Stage(_));
    if let Some(resource) = nested(root) {
        return vec![resource];
    }
    let found = data.preorder(root, &|id| !is_boundary(id)).into_iter();
    found.filter_map(|id| nested(id).or_else(|| data.resource(id).map(|_| id))).collect()
}

/// Who waits for whom.
#[derive(Default)]
pub(crate) struct Graph {
    /// Each node with where its edges start.
    nodes: Vec<(NodeId, usize)>,
    edges: Vec<NodeId>,
    /// For each node by its place in the order of ids.
    sorted: Vec<(NodeId, Range<usize>)>,
}

impl Graph {
    /// Adds a node, of which the edges follow.
    pub(crate) fn node(&mut self, node: NodeId) {
        self.nodes.push((node, self.edges.len()));
    }

    /// Adds edges of the last node.
    pub(crate) fn edges(&mut self, edges: impl IntoIterator<Item = NodeId>) {
        self.edges.extend(edges);
    }

    /// A cycle, as the nodes along it, the first one again at the end.
    pub(crate) fn find_cycle(mut self) -> Option<Vec<NodeId>> {
        // What was visited: its position on the path, or that it has led nowhere.
        #[derive(Clone, Copy)]
        enum Visited {
            No,
            OnPath(usize),
            LedNowhere,
        }
        for (index, (node, start)) in self.nodes.iter().enumerate() {
            let end = self.nodes.get(index + 1).map_or(self.edges.len(), |(_, start)| *start);
            self.sorted.push((*node, *start..end));
        }
        sorting::sort_by_key(&mut self.sorted, |(node, _)| *node);
        let mut visited = vec![Visited::No; self.sorted.len()];
        // The path from the start: places in the order of ids, each with the edges that are still to be followed.
        let mut path: Vec<(usize, Range<usize>)> = Vec::new();
        for (start, (_, edges)) in self.sorted.iter().enumerate() {
            if !matches!(visited[start], Visited::No) {
                continue;
            }
            visited[start] = Visited::OnPath(0);
            path.push((start, edges.clone()));
            while let Some((at, pending)) = path.last_mut() {
                let Some(edge) = pending.next() else {
                    visited[*at] = Visited::LedNowhere;
                    path.pop();
                    continue;
                };
                // What has no edges of its own leads nowhere.
                let Ok(next) = self.sorted.binary_search_by_key(&self.edges[edge], |(node, _)| *node) else { continue };
                match visited[next] {
                    Visited::LedNowhere => {}
                    Visited::OnPath(position) => {
                        let mut cycle: Vec<NodeId> =
                            path[position..].iter().map(|(at, _)| self.sorted[*at].0).collect();
                        cycle.push(self.sorted[next].0);
                        return Some(cycle);
                    }
                    Visited::No => {
                        visited[next] = Visited::OnPath(path.len());
                        path.push((next, self.sorted[next].1.clone()));
                    }
                }
            }
        }
        None
    }
}

/// The report of a cycle, one line for each step.
pub(crate) fn cycle_diagnostic(data: &TreeData, cycle: &[NodeId], what: &str) -> Diagnostic {
    let diagnostic = Diagnostic::error("core::dependency-cycle", format!("{what} depend on each other in a cycle"))
        .help("take one of these dependencies away");
    cycle.windows(2).fold(diagnostic, |diagnostic, step| {
        let note = format!("`{}` depends on `{}`", data.path(step[0]), data.path(step[1]));
        diagnostic.note(match reason(data, step[0], step[1]) {
            Some(reason) => format!("{note}: {reason}"),
            None => note,
        })
    })
}

/// Why a stack depends on another one, if that is not all there is to say.
fn reason(data: &TreeData, stack: NodeId, before: NodeId) -> Option<String> {
    let dependency = data.stack(stack)?.dependencies.iter().find(|dependency| dependency.stack == before)?;
    let (source, target) = *dependency.reasons.first()?;
    let told = source == stack && target == before;
    (!told).then(|| format!("`{}` needs `{}`", data.path(source), data.path(target)))
}
