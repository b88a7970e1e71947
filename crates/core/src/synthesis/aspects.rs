//! The first step: aspects visit every construct below the one that they are attached to.

use std::rc::Rc;

use crate::aspect::AspectApplication;
use crate::diagnostic::Diagnostic;
use crate::node::Node;
use crate::sorting;
use crate::tree::{NodeId, Tree};

/// How many rounds there may be, and how many constructs of which each was added by a visit to the one before it.
const MAX_ROUNDS: usize = 100;

/// Visits until no aspect has anything left to visit. Aspects of an outer stage do not reach into nested ones.
pub(crate) fn invoke(tree: &Rc<Tree>, stage: NodeId, found: &mut Vec<(NodeId, Diagnostic)>) {
    let (first, known) = tree.read(|data| {
        (data.nodes.iter().find_map(|node| Some(node.extras()?.aspects.first()?.location)), data.nodes.len())
    });
    let Some(location) = first else { return };
    let mut visits = Visits { tree, known, generations: Vec::new(), found };
    for _ in 0..=MAX_ROUNDS {
        match visits.round(stage) {
            Round::Nothing => return,
            Round::Visited => {}
            Round::Endless => break,
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

struct Visits<'a> {
    tree: &'a Rc<Tree>,
    /// How many constructs there were before the first visit.
    known: usize,
    /// For each construct since then, how many visits led to it, one adding what the next visited.
    generations: Vec<usize>,
    found: &'a mut Vec<(NodeId, Diagnostic)>,
}

enum Round {
    Nothing,
    Visited,
    Endless,
}

impl Visits<'_> {
    /// One round. An aspect that adds an aspect ends it, so that priorities hold.
    fn round(&mut self, stage: NodeId) -> Round {
        let mut round = Round::Nothing;
        // Iterative, since a tree can be deeper than the call stack.
        let mut pending: Vec<(NodeId, Rc<[AspectApplication]>)> = vec![(stage, Rc::from([]))];
        while let Some((node, inherited)) = pending.pop() {
            let applications = applications(self.tree, node, inherited);
            for application in &*applications {
                match claim(self.tree, node, application) {
                    Claim::VisitedBefore => continue,
                    Claim::TooLate { last } => self.found.push((node, too_late(application, last))),
                    Claim::ToBeVisited => {
                        let revision = self.tree.aspects_revision();
                        application.aspect.visit(&Node::new(self.tree.clone(), node));
                        round = Round::Visited;
                        if self.count_generation(node) > MAX_ROUNDS {
                            return Round::Endless;
                        }
                        if self.tree.aspects_revision() != revision {
                            return round;
                        }
                    }
                }
            }
            let children: Vec<NodeId> =
                self.tree.read(|data| data.children(node).filter(|child| data.stage(*child).is_none()).collect());
            pending.extend(children.into_iter().rev().map(|child| (child, applications.clone())));
        }
        round
    }

    /// Notes which construct was visited when others were added, and gives the generation of these.
    fn count_generation(&mut self, visited: NodeId) -> usize {
        let own = (visited.0 as usize).checked_sub(self.known).and_then(|index| self.generations.get(index));
        let generation = own.copied().unwrap_or_default() + 1;
        let count = self.tree.data().nodes.len() - self.known;
        self.generations.resize(count, generation);
        generation
    }
}

/// The aspects of a construct and its scopes by priority; of equal ones, those of outer scopes first.
fn applications(tree: &Tree, node: NodeId, inherited: Rc<[AspectApplication]>) -> Rc<[AspectApplication]> {
    let own = tree.data().node(node).extras().map(|extras| extras.aspects.clone()).unwrap_or_default();
    if own.is_empty() {
        return inherited;
    }
    let mut all: Vec<AspectApplication> = inherited.iter().cloned().chain(own).collect();
    sorting::sort_by_key(&mut all, |application| application.priority);
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
