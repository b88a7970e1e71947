//! Groups of constructs on which others depend, where the members become known only bit by bit.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use crate::node::{IConstruct, Node};

#[derive(Default)]
struct State {
    members: Vec<Node>,
    dependents: Vec<Node>,
}

/// Constructs on which others depend together. Clones are the same group.
///
/// ```
/// use aws_cdk_core::{App, CfnResource, DependencyGroup, IConstruct, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let ready = DependencyGroup::new();
/// let service = CfnResource::builder(&stack, "Service", "My::Own::Service").build();
/// service.node().add_dependency_group(&ready);
/// ready.add(&CfnResource::builder(&stack, "Database", "My::Own::Database").build()); // the service waits for it
/// ```
#[derive(Clone, Default)]
pub struct DependencyGroup {
    state: Rc<RefCell<State>>,
}

impl fmt::Debug for DependencyGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.members()).finish()
    }
}

impl DependencyGroup {
    /// A group without members.
    pub fn new() -> Self {
        Self::default()
    }

    /// A group of one construct.
    #[track_caller]
    pub fn of(construct: &impl IConstruct) -> Self {
        let group = Self::new();
        group.add(construct);
        group
    }

    /// Adds a construct, for which those that depend on the group then wait as well.
    #[track_caller]
    pub fn add(&self, construct: &impl IConstruct) {
        self.add_member(construct.node());
    }

    #[track_caller]
    fn add_member(&self, node: &Node) {
        if self.state.borrow().members.contains(node) {
            return;
        }
        self.state.borrow_mut().members.push(node.clone());
        let dependents = self.state.borrow().dependents.clone();
        for dependent in dependents {
            dependent.add_dependency(node);
        }
    }

    /// The members so far.
    pub fn members(&self) -> Vec<Node> {
        self.state.borrow().members.clone()
    }

    #[track_caller]
    pub(crate) fn add_dependent(&self, dependent: &Node) {
        self.state.borrow_mut().dependents.push(dependent.clone());
        for member in self.members() {
            dependent.add_dependency(&member);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{App, CfnResource, Construct, Stack};

    fn depends_on(build: impl Fn(&Stack, &CfnResource)) -> Vec<String> {
        let directory = tempfile::tempdir().unwrap();
        let app = App::builder().outdir(directory.path()).build();
        let stack = Stack::new(&app, "Stack");
        let service = CfnResource::builder(&stack, "Service", "Test::A::Service").build();
        build(&stack, &service);
        app.synth().unwrap();
        let template = std::fs::read_to_string(directory.path().join("Stack.template.json")).unwrap();
        let template: serde_json::Value = serde_json::from_str(&template).unwrap();
        let depends_on = template["Resources"]["Service"]["DependsOn"].as_array().cloned().unwrap_or_default();
        depends_on.iter().map(|id| id.as_str().unwrap().to_owned()).collect()
    }

    fn resource(stack: &Stack, id: &str) -> CfnResource {
        CfnResource::builder(stack, id, "Test::A::B").build()
    }

    #[test]
    fn members_may_come_later() {
        let found = depends_on(|stack, service| {
            let group = DependencyGroup::of(&resource(stack, "Early"));
            service.node().add_dependency_group(&group);
            group.add(&resource(stack, "Late"));
        });
        assert_eq!(found, ["Early", "Late"]);
    }

    #[test]
    fn a_construct_stands_for_its_roots() {
        let found = depends_on(|stack, service| {
            let stand_in = Construct::new(stack, "StandIn");
            stand_in.node().set_dependency_roots(&[resource(stack, "Real").node().clone()]);
            service.node().add_dependency(&stand_in);
        });
        assert_eq!(found, ["Real"]);
    }

    #[test]
    fn what_is_not_in_the_template_is_not_waited_for() {
        let found = depends_on(|stack, service| {
            let absent = resource(stack, "Absent");
            absent.set_synthesize_if(|| false);
            service.add_dependency(&absent);
        });
        assert!(found.is_empty());
    }
}
