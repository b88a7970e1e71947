//! An aspect adds another one that should have come before it.

use aws_cdk_core::{App, Aspect, AspectPriority, Aspects, Node, Stack};

struct AddTags;

impl Aspect for AddTags {
    fn visit(&self, node: &Node) {
        if Stack::is_stack(node) {
            Aspects::of(node).add_with_priority(Nothing, AspectPriority::MUTATING);
        }
    }
}

struct Nothing;

impl Aspect for Nothing {
    fn visit(&self, _: &Node) {}
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Aspects::of(&stack).add_with_priority(AddTags, AspectPriority::READONLY);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Aspects::of(&stack).add_with_priority(AddTags, AspectPriority::MUTATING);
}
