//! `tree.json`: the construct tree, for tools that show it.

use std::rc::Rc;

use crate::cfn_element::Body;
use crate::logical_id::LogicalIds;
use crate::references::Imports;
use crate::render;
use crate::resolve::Resolver;
use crate::tree::{NodeId, Tree, TreeData};
use crate::value::{Json, Object};

/// The version of the libraries, which tools show beside each construct's type.
const VERSION: &str = env!("CARGO_PKG_VERSION");

pub(crate) fn render(tree: &Rc<Tree>, data: &TreeData, ids: &LogicalIds, imports: &Imports) -> String {
    let mut out = String::from("{\"version\":\"tree-0.1\",\"tree\":");
    // Each step either opens a construct or writes what closes one, so that deep trees need no deep call stack.
    let mut pending = vec![Step::Open(NodeId::ROOT)];
    while let Some(step) = pending.pop() {
        match step {
            Step::Text(text) => out.push_str(&text),
            Step::Open(id) => {
                let node = data.node(id);
                let head = render::compact(&Json::Object(describe(tree, data, ids, imports, id)));
                out.push_str(head.strip_suffix('}').unwrap_or(&head));
                if node.children.is_empty() {
                    out.push('}');
                    continue;
                }
                out.push_str(",\"children\":{");
                pending.push(Step::Text("}}".to_owned()));
                for (index, (name, child)) in node.children.iter().enumerate().rev() {
                    pending.push(Step::Open(*child));
                    let comma = if index > 0 { "," } else { "" };
                    pending.push(Step::Text(format!("{comma}{}:", render::compact(&Json::String(name.clone())))));
                }
            }
        }
    }
    out.push('}');
    out
}

enum Step {
    Open(NodeId),
    Text(String),
}

fn describe(tree: &Rc<Tree>, data: &TreeData, ids: &LogicalIds, imports: &Imports, id: NodeId) -> Object {
    let node = data.node(id);
    let mut entry = Object::new();
    entry.insert("id", if id == NodeId::ROOT { "App" } else { &*node.id });
    entry.insert("path", data.path(id));
    let info = [("fqn", Json::text(node.type_name)), ("version", Json::text(VERSION))];
    entry.insert("constructInfo", Json::object(info));
    let resource = data.element(id).and_then(|element| match &element.body {
        Body::Resource(resource) => Some(resource),
        Body::Entry { .. } => None,
    });
    let (Some(resource), Some(stack)) = (resource, data.stack_of(id)) else { return entry };
    let resolver = Resolver::new(tree, data, stack, ids, imports);
    let mut attributes = Object::new();
    attributes.insert("aws:cdk:cloudformation:type", &*resource.type_name);
    if let Some(logical_id) = ids.get(id) {
        attributes.insert("aws:cdk:cloudformation:logicalId", &*logical_id);
    }
    if let Some(properties) = resolver.resolve(&resource.properties) {
        attributes.insert("aws:cdk:cloudformation:props", properties);
    }
    entry.insert("attributes", Json::Object(attributes));
    entry
}
