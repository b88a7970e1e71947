//! An aspect adds a construct to whatever it visits, and so to what it has added.

use aws_cdk_core::{App, Aspect, Aspects, Construct, Node, Stack};

struct AddChild {
    to: &'static str,
}

impl Aspect for AddChild {
    fn visit(&self, node: &Node) {
        if node.construct_id().starts_with(self.to) {
            Construct::new(node, "Child");
        }
    }
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Aspects::of(&stack).add(AddChild { to: "" });
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Aspects::of(&stack).add(AddChild { to: "Books" });
}
