//! `tree.json`: the construct tree, for tools that show it.

use std::rc::Rc;

use crate::cfn_element::Body;
use crate::logical_id::LogicalIds;
use crate::references::Imports;
use crate::render::{self, Collection, Layout, Start};
use crate::resolve::Resolver;
use crate::tree::{NodeId, NodeKind, Tree, TreeData};

/// The version of the libraries, which tools show beside each construct's type.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// So much text is given on at once.
const PART: usize = 1 << 16;

/// Writes the file, part by part.
pub(crate) fn render(
    tree: &Rc<Tree>,
    data: &TreeData,
    ids: &LogicalIds,
    imports: &Imports,
    write: &mut dyn FnMut(String),
) {
    let mut out = String::with_capacity(PART + PART / 4);
    out.push_str("{\"version\":\"tree-0.1\",\"tree\":");
    // The path of the construct that is written, as it stands in JSON text. The paths of its scopes are what it begins
    // with, so that a deep tree costs no more than the bytes that are written.
    let mut path = String::new();
    let mut resolver = Resolver::new(tree, data, NodeId::ROOT, Some(ids), imports);
    // Each step either opens a construct or closes one, so that deep trees need no deep call stack.
    let mut pending = vec![Step::Open { id: NodeId::ROOT, scope_path: 0, is_first: true }];
    while let Some(step) = pending.pop() {
        if out.len() >= PART {
            write(std::mem::replace(&mut out, String::with_capacity(PART + PART / 4)));
        }
        let Step::Open { id, scope_path, is_first } = step else {
            out.push_str("}}");
            continue;
        };
        let node = data.node(id);
        let name = if id == NodeId::ROOT { "App" } else { &*node.id };
        path.truncate(scope_path);
        if id != NodeId::ROOT {
            if scope_path > 0 {
                path.push('/');
            }
            let start = path.len();
            render::write_escaped(&mut path, name);
            if !is_first {
                out.push(',');
            }
            for part in ["\"", &path[start..], "\":"] {
                out.push_str(part);
            }
        }
        out.push_str("{\"id\":");
        render::write_string(&mut out, name);
        for part in [",\"path\":\"", &path, "\""] {
            out.push_str(part);
        }
        if matches!(node.kind, NodeKind::Element(_)) {
            let stack = data.stack_of(id).unwrap_or(NodeId::ROOT);
            if stack != resolver.stack {
                resolver = Resolver::new(tree, data, stack, Some(ids), imports);
            }
        }
        describe(&resolver, id, &mut out);
        if node.children.is_empty() {
            out.push('}');
            continue;
        }
        out.push_str(",\"children\":{");
        pending.push(Step::Close);
        let scope_path = path.len();
        let children = node.children.values().enumerate().rev();
        pending.extend(children.map(|(index, child)| Step::Open { id: *child, scope_path, is_first: index == 0 }));
    }
    out.push('}');
    write(out);
}

enum Step {
    Open { id: NodeId, scope_path: usize, is_first: bool },
    Close,
}

/// Writes what is said of a construct besides its id, path and children.
fn describe(resolver: &Resolver<'_>, id: NodeId, out: &mut String) {
    let node = resolver.data.node(id);
    out.push_str(",\"constructInfo\":{\"fqn\":");
    render::write_string(out, node.type_name);
    out.push_str(",\"version\":\"");
    out.push_str(VERSION);
    out.push_str("\"}");
    let NodeKind::Element(element) = &node.kind else { return };
    let Body::Resource(resource) = &element.body else { return };
    if resolver.data.stack(resolver.stack).is_none() {
        return;
    }
    resolver.scope.set(id);
    out.push_str(",\"attributes\":");
    let mut attributes = Collection::object(out, Layout::COMPACT);
    attributes.name(out, "aws:cdk:cloudformation:type");
    render::write_string(out, &resource.type_name);
    if let Some(logical_id) = resolver.id(id) {
        attributes.name(out, "aws:cdk:cloudformation:logicalId");
        render::write_string(out, &logical_id);
    }
    attributes.optional(out, Start::Name("aws:cdk:cloudformation:props"), |out| {
        resolver.write(out, &resource.properties, Layout::COMPACT)
    });
    attributes.end(out);
    // What was referred to is of no use here.
    resolver.referred.borrow_mut().clear();
    resolver.foreign.borrow_mut().clear();
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
