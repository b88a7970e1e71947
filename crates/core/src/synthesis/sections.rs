//! The sections of a template while it is written: elements come in tree order, and each goes to the end of its section.

use crate::render::{self, Collection, Layout};
use crate::sorting;
use crate::value::Json;

/// The sections below the header, in the order in which they appear first.
pub(super) struct Sections {
    layout: Layout,
    list: Vec<Section>,
}

struct Section {
    name: &'static str,
    text: String,
    entries: Collection,
    /// Entries that JavaScript prints before all others, by their number.
    numbered: Vec<(u32, String)>,
    count: usize,
}

impl Sections {
    /// For sections of which the keys stand at the level of a layout.
    pub(super) fn new(layout: Layout) -> Self {
        Self { layout, list: Vec::new() }
    }

    fn section(&mut self, name: &'static str) -> &mut Section {
        let position = self.list.iter().position(|section| section.name == name).unwrap_or_else(|| {
            let mut text = String::new();
            let entries = Collection::object(&mut text, self.layout);
            self.list.push(Section { name, text, entries, numbered: Vec::new(), count: 0 });
            self.list.len() - 1
        });
        &mut self.list[position]
    }

    /// Adds an entry, of which `write` writes the value.
    pub(super) fn insert(&mut self, section: &'static str, key: &str, write: &mut dyn FnMut(&mut String, Layout)) {
        let layout = self.layout;
        let section = self.section(section);
        section.count += 1;
        match render::array_index(key) {
            None => {
                section.entries.key(&mut section.text, key);
                write(&mut section.text, layout.inner());
            }
            Some(number) => {
                let mut text = String::new();
                let mut entries = Collection::object(&mut text, layout);
                entries.key(&mut text, key);
                write(&mut text, layout.inner());
                section.numbered.push((number, text.split_off(1)));
            }
        }
    }

    pub(super) fn insert_json(&mut self, section: &'static str, key: &str, value: &Json) {
        self.insert(section, key, &mut |out, layout| render::write(out, value, layout));
    }

    /// About how many bytes there are.
    pub(super) fn size(&self) -> usize {
        self.list.iter().map(|section| section.text.len()).sum()
    }

    /// Writes all sections as entries of a template; gives their names, and how many entries each has.
    pub(super) fn write(self, template: &mut Collection, out: &mut String) -> Vec<(&'static str, usize)> {
        let mut counts = Vec::new();
        for mut section in self.list {
            template.name(out, section.name);
            sorting::sort_by_key(&mut section.numbered, |(number, _)| *number);
            let mut entries = Collection::object(out, self.layout);
            for (_, text) in &section.numbered {
                entries.raw(out, text);
            }
            if !section.entries.is_empty() {
                entries.raw(out, &section.text[1..]);
            }
            entries.end(out);
            counts.push((section.name, section.count));
        }
        counts
    }
}
