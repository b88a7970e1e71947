//! The first step: aspects visit every construct below the one that they are attached to.

use std::rc::Rc;

use crate::aspect::AspectApplication;
use crate::diagnostic::Diagnostic;
use crate::node::Node;
use crate::tree::{NodeId, Tree};

/// How many rounds may add constructs or aspects before they count as never settling.
const MAX_ROUNDS: usize = 100;

/// Visits until no aspect has anything left to visit. Aspects of an outer stage do not reach into nested ones.
pub(crate) fn invoke(tree: &Rc<Tree>, stage: NodeId, found: &mut Vec<(NodeId, Diagnostic)>) {
    let first = tree.read(|data| {
        data.nodes.iter().find_map(|node| Some(node.extras()?.aspects.first()?.location))
    });
    let Some(location) = first else { return };
    for _ in 0..=MAX_ROUNDS {
        if !visit_all(tree, stage, found) {
            return;
        }
    }
    let message = format!("aspects still add constructs or aspects after {MAX_ROUNDS} rounds");
    found.push((
        stage,
        Diagnostic::error("core::aspects-never-settle", message)
            .help("let an aspect add only what is not there yet")
            .at(location),
    ));
}

/// One round; whether any aspect visited anything. An aspect that adds an aspect ends the round, so that priorities hold.
fn visit_all(tree: &Rc<Tree>, stage: NodeId, found: &mut Vec<(NodeId, Diagnostic)>) -> bool {
    let mut visited_any = false;
    // Iterative, since a tree can be deeper than the call stack.
    let mut pending: Vec<(NodeId, Rc<[AspectApplication]>)> = vec![(stage, Rc::from([]))];
    while let Some((node, inherited)) = pending.pop() {
        let applications = applications(tree, node, inherited);
        for application in &*applications {
            match claim(tree, node, application) {
                Claim::VisitedBefore => continue,
                Claim::TooLate { last } => found.push((node, too_late(application, last))),
                Claim::ToBeVisited => {
                    let revision = tree.aspects_revision();
                    application.aspect.visit(&Node::new(tree.clone(), node));
                    visited_any = true;
                    if tree.aspects_revision() != revision {
                        return true;
                    }
                }
            }
        }
        let children: Vec<NodeId> =
            tree.read(|data| data.children(node).filter(|child| data.stage(*child).is_none()).collect());
        pending.extend(children.into_iter().rev().map(|child| (child, applications.clone())));
    }
    visited_any
}

/// The aspects of a construct and its scopes by priority; of equal ones, those of outer scopes first.
fn applications(tree: &Tree, node: NodeId, inherited: Rc<[AspectApplication]>) -> Rc<[AspectApplication]> {
    let own = tree.read(|data| data.node(node).extras().map(|extras| extras.aspects.clone()).unwrap_or_default());
    if own.is_empty() {
        return inherited;
    }
    let mut all: Vec<AspectApplication> = inherited.iter().cloned().chain(own).collect();
    all.sort_by_key(|application| application.priority);
    all.into()
}

enum Claim {
    ToBeVisited,
    VisitedBefore,
    TooLate { last: i32 },
}

/// Notes that an aspect visits a construct. It does so once, also if the app is synthesized again.
fn claim(tree: &Tree, node: NodeId, application: &AspectApplication) -> Claim {
    let mut visits = tree.aspect_visits.borrow_mut();
    let index = node.0 as usize;
    if visits.len() <= index {
        visits.resize_with(index + 1, Vec::new);
    }
    let visits = &mut visits[index];
    if visits.iter().any(|known| Rc::ptr_eq(&known.aspect, &application.aspect)) {
        return Claim::VisitedBefore;
    }
    let last = visits.last().map(|last| last.priority);
    visits.push(application.clone());
    match last {
        Some(last) if last > application.priority => Claim::TooLate { last },
        _ => Claim::ToBeVisited,
    }
}

fn too_late(application: &AspectApplication, last: i32) -> Diagnostic {
    let priority = application.priority;
    Diagnostic::error(
        "core::aspect-priority",
        format!("an aspect of priority {priority} was added after one of priority {last} had visited the construct"),
    )
    .help("add it before `synth`, or give it a priority that is not lower")
    .at(application.location)
}
