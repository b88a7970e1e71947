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
    // The path of the construct that is written, as it stands in JSON text. The paths of its scopes are what it begins
    // with, so that a deep tree costs no more than the bytes that are written.
    let mut path = String::new();
    // Each step either opens a construct or writes what closes one, so that deep trees need no deep call stack.
    let mut pending = vec![Step::Open { id: NodeId::ROOT, scope_path: 0 }];
    while let Some(step) = pending.pop() {
        match step {
            Step::Text(text) => out.push_str(&text),
            Step::Open { id, scope_path } => {
                let node = data.node(id);
                let name = if id == NodeId::ROOT { "App" } else { &*node.id };
                path.truncate(scope_path);
                if id != NodeId::ROOT {
                    path.push_str(if scope_path > 0 { "/" } else { "" });
                    let quoted = render::compact(&Json::text(name));
                    path.push_str(&quoted[1..quoted.len() - 1]);
                }
                let about = render::compact(&Json::Object(describe(tree, data, ids, imports, id)));
                let about = &about[1..about.len() - 1];
                out.extend(["{\"id\":", &render::compact(&Json::text(name)), ",\"path\":\"", &path, "\",", about]);
                if node.children.is_empty() {
                    out.push('}');
                    continue;
                }
                out.push_str(",\"children\":{");
                pending.push(Step::Text("}}".to_owned()));
                for (index, (name, child)) in node.children.iter().enumerate().rev() {
                    pending.push(Step::Open { id: *child, scope_path: path.len() });
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
    Open { id: NodeId, scope_path: usize },
    Text(String),
}

/// What is said of a construct besides its id, path and children.
fn describe(tree: &Rc<Tree>, data: &TreeData, ids: &LogicalIds, imports: &Imports, id: NodeId) -> Object {
    let node = data.node(id);
    let mut entry = Object::new();
    let info = [("fqn", Json::text(node.type_name)), ("version", Json::text(VERSION))];
    entry.insert("constructInfo", Json::object(info));
    let resource = data.element(id).and_then(|element| match &element.body {
        Body::Resource(resource) => Some(resource),
        Body::Entry { .. } => None,
    });
    let (Some(resource), Some(stack)) = (resource, data.stack_of(id)) else { return entry };
    let resolver = Resolver::new(tree, data, stack, Some(ids), imports);
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

#[cfg(test)]
mod tests {
    use crate::{App, Construct, Stack};

    #[test]
    fn odd_ids_are_escaped() {
        let directory = tempfile::tempdir().unwrap();
        let app = App::builder().outdir(directory.path()).build();
        let id = "\"a\\b\u{1} é\"";
        Construct::new(&Construct::new(&Stack::new(&app, "Stack"), id), "inner");
        app.synth().unwrap();
        let text = std::fs::read_to_string(directory.path().join("tree.json")).unwrap();
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let stack = &json["tree"]["children"]["Stack"];
        assert_eq!(stack["path"], "Stack");
        assert_eq!(stack["children"][id]["id"], id);
        assert_eq!(stack["children"][id]["children"]["inner"]["path"], format!("Stack/{id}/inner"));
    }
}
