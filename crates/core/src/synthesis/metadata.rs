//! The metadata file of a stack: for each construct path, its logical id and what else is said of it. Written last, since it has
//! the messages of the synthesis too.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::logical_id::LogicalIds;
use crate::ordered_map::OrderedMap;
use crate::render::{self, Collection, Layout};
use crate::resolve::Resolver;
use crate::stack::StackData;
use crate::tree::{NodeId, NodeKind, TreeData};
use crate::value::Json;

use super::output::Output;

/// The name of the file.
pub(super) fn file_name(stack: &StackData) -> String {
    format!("{}.metadata.json", stack.artifact_id)
}

/// What goes into the file of a stack.
pub(crate) struct StackMetadata {
    file: PathBuf,
    stack_path: String,
    template_file: String,
    elements: Vec<NodeId>,
    /// What is said besides logical ids, by construct path.
    entries: OrderedMap<String, Said>,
}

/// What is said of a path.
#[derive(Default)]
struct Said {
    list: Vec<Entry>,
    is_written: Cell<bool>,
}

struct Entry {
    kind: Rc<str>,
    data: Json,
}

impl StackMetadata {
    /// That of the resolver's stack.
    pub(super) fn new(resolver: &Resolver<'_>, directory: &Path, stack: &StackData, elements: Vec<NodeId>) -> Self {
        let data = resolver.data;
        let mut metadata = Self {
            file: directory.join(file_name(stack)),
            stack_path: data.path(resolver.stack),
            template_file: format!("{}.template.json", stack.artifact_id),
            elements,
            entries: OrderedMap::new(),
        };
        for id in data.preorder(resolver.stack, &|id| !matches!(data.node(id).kind, NodeKind::Stack(_))) {
            let own = data.node(id).extras().map(|extras| extras.metadata.as_slice()).unwrap_or_default();
            for entry in own {
                let value = resolver.resolve_or_null(&entry.data);
                metadata.add(data.path(id), &entry.kind, value);
            }
        }
        metadata
    }

    fn add(&mut self, path: String, kind: &str, data: Json) {
        self.entries.get_or_insert_with(path, Said::default).list.push(Entry { kind: kind.into(), data });
    }

    fn contains(&self, path: &str) -> bool {
        path.strip_prefix(&self.stack_path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Writes the file. A path stands where something is said of it first.
    fn write(&self, data: &TreeData, ids: &LogicalIds) -> String {
        let layout = Layout::new(2);
        let mut out = String::new();
        let mut file = Collection::object(&mut out, layout);
        let mut paths = Paths { file: &mut file, layout: layout.inner(), entries: &self.entries };
        let template_file = Json::text(&self.template_file);
        paths.write(&mut out, &self.stack_path, Some(("aws:cdk:templateFile", &template_file)));
        // Elements of one scope mostly follow each other: its path is made once.
        let (mut path, mut scope) = (String::new(), (None, 0));
        for &element in &self.elements {
            let Some(id) = ids.get(element) else { continue };
            let node = data.node(element);
            if scope.0 != node.parent {
                path = node.parent.map(|parent| data.path(parent)).unwrap_or_default();
                scope = (node.parent, path.len());
            }
            path.truncate(scope.1);
            if !path.is_empty() && !node.shown_id().is_empty() {
                path.push('/');
            }
            path.push_str(node.shown_id());
            paths.write_logical_id(&mut out, &path, id);
        }
        for (path, said) in self.entries.iter() {
            if !said.is_written.get() {
                paths.write(&mut out, path, None);
            }
        }
        file.end(&mut out);
        out
    }
}

/// What stands around a logical id of which nothing else is said, as [`Paths::write`] makes it for most paths.
const AROUND_LOGICAL_ID: [&str; 2] =
    ["[\n    {\n      \"type\": \"aws:cdk:logicalId\",\n      \"data\": \"", "\"\n    }\n  ]"];

/// Writes what is said of paths.
struct Paths<'a> {
    file: &'a mut Collection,
    layout: Layout,
    entries: &'a OrderedMap<String, Said>,
}

impl Paths<'_> {
    fn write_logical_id(&mut self, out: &mut String, path: &str, id: Rc<str>) {
        if self.entries.contains_key(path) {
            return self.write(out, path, Some(("aws:cdk:logicalId", &Json::String(id))));
        }
        self.file.path(out, path);
        let [before, after] = AROUND_LOGICAL_ID;
        out.push_str(before);
        render::write_escaped(out, &id);
        out.push_str(after);
    }

    fn write(&mut self, out: &mut String, path: &str, own: Option<(&str, &Json)>) {
        self.file.path(out, path);
        let mut list = Collection::list(out, self.layout);
        let said = self.entries.get(path);
        let others = said.map(|said| said.list.as_slice()).unwrap_or_default();
        for (kind, value) in own.into_iter().chain(others.iter().map(|entry| (&*entry.kind, &entry.data))) {
            list.item(out);
            let layout = self.layout.inner();
            let mut entry = Collection::object(out, layout);
            entry.name(out, "type");
            render::write_string(out, kind);
            entry.name(out, "data");
            render::write(out, value, layout.inner());
            entry.end(out);
        }
        list.end(out);
        if let Some(said) = said {
            said.is_written.set(true);
        }
    }
}

/// Writes the metadata of all stacks, with the messages that the CLI shows, each in that of its construct's stack.
pub(super) fn write(
    mut stacks: Vec<StackMetadata>,
    data: &TreeData,
    ids: &LogicalIds,
    diagnostics: &[Diagnostic],
    output: &mut Output,
) {
    for diagnostic in diagnostics {
        let path = diagnostic.path();
        let kind = match diagnostic.severity() {
            Severity::Info => "aws:cdk:info",
            Severity::Warning => "aws:cdk:warning",
            Severity::Error => "aws:cdk:error",
        };
        let help = diagnostic.help_text().map(|help| format!("; {help}")).unwrap_or_default();
        let text = Json::text(format!("{}{help} [ack: {}]", diagnostic.message(), diagnostic.code()));
        let innermost = (0..stacks.len())
            .filter(|index| stacks[*index].contains(path))
            .max_by_key(|index| stacks[*index].stack_path.len());
        match (innermost, stacks.first_mut()) {
            (Some(index), _) => stacks[index].add(path.to_owned(), kind, text),
            // A message about the app itself has no stack of its own; the first one shows it.
            (None, Some(first)) => {
                let path = first.stack_path.clone();
                first.add(path, kind, text);
            }
            (None, None) => {}
        }
    }
    for stack in &stacks {
        output.push(&stack.file, stack.write(data, ids));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logical_id_alone_is_written_as_with_others() {
        let (layout, none) = (Layout::new(2), OrderedMap::new());
        let write = |write: &dyn Fn(&mut Paths<'_>, &mut String)| {
            let mut out = String::new();
            let mut file = Collection::object(&mut out, layout);
            write(&mut Paths { file: &mut file, layout: layout.inner(), entries: &none }, &mut out);
            file.end(&mut out);
            out
        };
        let id: Rc<str> = "Id\"".into();
        let one = write(&|paths, out| paths.write_logical_id(out, "A/\n", id.clone()));
        let own = Json::String(id.clone());
        assert_eq!(one, write(&|paths, out| paths.write(out, "A/\n", Some(("aws:cdk:logicalId", &own)))));
    }
}
