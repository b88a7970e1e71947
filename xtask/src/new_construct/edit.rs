//! Entries in lists of the repository, added to their text. What a list looks like is checked: an edit that finds no place is an
//! error that names the file.

use anyhow::{Context, Result};

/// Inserts a line before each line that is `before`; there must be as many as expected.
pub(super) fn insert_before(text: &str, line: &str, before: &str, expected: usize) -> Result<String> {
    let found = text.lines().filter(|known| *known == before).count();
    anyhow::ensure!(found == expected, "expected `{}` {expected} times, found it {found} times", before.trim());
    Ok(map_lines(text, |known| if known == before { format!("{line}\n{known}\n") } else { format!("{known}\n") }))
}

/// Inserts a line among those of a block for which `key` is not empty, before the first with a greater key, or after the last.
/// Nothing is done if the block has its key.
pub(super) fn insert_sorted<'a>(
    text: &'a str,
    line: &'a str,
    key: impl Fn(&'a str) -> Option<&'a str>,
) -> Result<String> {
    let own = key(line).with_context(|| format!("`{line}` does not belong there"))?;
    let entries = || text.lines().enumerate().filter_map(|(index, known)| Some((index, key(known)?)));
    if entries().any(|(_, known)| known == own) {
        return Ok(text.to_owned());
    }
    let last = entries().last().with_context(|| format!("no entries beside which `{own}` belongs"))?.0;
    let position = entries().find(|(_, known)| *known > own).map_or(last + 1, |(index, _)| index);
    Ok(insert_at(text, position, line))
}

/// Adds a dependency of the workspace to a manifest, into a section that is made if it is not there.
pub(super) fn add_dependency(manifest: &str, section: &str, package: &str) -> Result<String> {
    let head = format!("[{section}]");
    let line = format!("{package}.workspace = true");
    let Some(start) = manifest.lines().position(|known| known == head) else {
        let lints = manifest.lines().position(|known| known == "[lints]").context("no `[lints]` to come before")?;
        return Ok(insert_at(manifest, lints, &format!("{head}\n{line}\n")));
    };
    let entries = manifest.lines().enumerate().skip(start + 1).take_while(|(_, known)| known.contains('='));
    let entries: Vec<(usize, &str)> = entries.collect();
    if entries.iter().any(|(_, known)| *known == line) {
        return Ok(manifest.to_owned());
    }
    let greater = entries.iter().find(|(_, known)| **known > *line);
    let position = greater.map_or(start + 1 + entries.len(), |(index, _)| *index);
    Ok(insert_at(manifest, position, &line))
}

/// Adds a module and its export to a `lib.rs`; rustfmt puts them in order.
pub(super) fn add_module(library: &str, module: &str, export: &str) -> Result<String> {
    let is_module = |line: &str| line.starts_with("mod ") && line.ends_with(';');
    let last = library.lines().rposition_of(is_module).context("no module beside which another belongs")?;
    let library = insert_at(library, last + 1, &format!("mod {module};"));
    let exported = library.lines().rposition_of(|line| line.starts_with("pub use "));
    let exported = exported.context("no `pub use` beside which another belongs")?;
    Ok(insert_at(&library, exported, export))
}

/// Adds a line to the list of what is not released yet.
pub(super) fn add_to_changelog(changelog: &str, line: &str) -> Result<String> {
    let start = changelog.lines().position(|known| known == "## Unreleased").context("no `## Unreleased`")?;
    let section = changelog.lines().enumerate().skip(start + 1).take_while(|(_, known)| !known.starts_with("## "));
    let last = section.filter(|(_, known)| !known.is_empty()).last().map_or(start + 1, |(index, _)| index);
    Ok(insert_at(changelog, last + 1, line))
}

/// Text with a line before the one at an index.
fn insert_at(text: &str, position: usize, line: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.insert(position.min(lines.len()), line);
    lines.join("\n") + "\n"
}

fn map_lines(text: &str, map: impl Fn(&str) -> String) -> String {
    text.lines().map(map).collect()
}

/// The last line of a kind.
trait LastPosition<'a>: Iterator<Item = &'a str> + Sized {
    fn rposition_of(self, wanted: impl Fn(&str) -> bool) -> Option<usize> {
        self.enumerate().filter(|(_, line)| wanted(line)).last().map(|(index, _)| index)
    }
}

impl<'a, I: Iterator<Item = &'a str>> LastPosition<'a> for I {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_is_not_found_is_an_error() {
        assert_eq!(insert_before("[\na\n]\n", "b", "a", 1).unwrap(), "[\nb\na\n]\n");
        let error = insert_before("[\na\n]\n", "b", "c", 1).unwrap_err().to_string();
        assert_eq!(error, "expected `c` 1 times, found it 0 times");
    }

    #[test]
    fn entries_are_sorted_and_not_repeated() {
        fn key(line: &str) -> Option<&str> {
            line.split_once(" = ").map(|(key, _)| key)
        }
        assert_eq!(insert_sorted("[x]\na = 1\nc = 1\n", "b = 1", key).unwrap(), "[x]\na = 1\nb = 1\nc = 1\n");
        assert_eq!(insert_sorted("[x]\na = 1\n\n[y]\n", "b = 1", key).unwrap(), "[x]\na = 1\nb = 1\n\n[y]\n");
        assert_eq!(insert_sorted("a = 1\n", "a = 2", key).unwrap(), "a = 1\n");
        assert!(insert_sorted("none\n", "a = 2", key).is_err());
    }

    #[test]
    fn a_dependency_may_need_its_section() {
        let manifest = "[dependencies]\na.workspace = true\n\n[lints]\nworkspace = true\n";
        let with_section = add_dependency(manifest, "dev-dependencies", "c").unwrap();
        assert_eq!(
            with_section,
            "[dependencies]\na.workspace = true\n\n[dev-dependencies]\nc.workspace = true\n\n[lints]\nworkspace = true\n"
        );
        let twice = add_dependency(&with_section, "dev-dependencies", "b").unwrap();
        assert!(twice.contains("[dev-dependencies]\nb.workspace = true\nc.workspace = true\n\n"), "{twice}");
        assert_eq!(add_dependency(&twice, "dev-dependencies", "b").unwrap(), twice);
    }

    #[test]
    fn the_changelog_gets_a_line_where_nothing_is_released() {
        let changelog = "# Changelog\n\n## Unreleased\n\n- One,\n  in two lines.\n\n## 0.1.0\n\n- Zero.\n";
        let added = add_to_changelog(changelog, "- Two.").unwrap();
        assert_eq!(added, changelog.replace("lines.\n", "lines.\n- Two.\n"));
    }
}
