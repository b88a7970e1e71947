//! Comparing two assemblies, and showing where they differ: which construct, and which lines.

use std::fmt::Write;

use serde_json::Value;
use similar::{ChangeTag, TextDiff};

use crate::files::{Files, is_template};

/// How many places of a file are shown.
const MAX_PLACES: usize = 6;

/// What differs, for people; `None` if nothing does.
pub(crate) fn compare(case: &str, expected: &Files, actual: &Files) -> Option<String> {
    let mut report = String::new();
    let mut templates_differ = false;
    for (name, expected) in expected {
        let Some(actual) = actual.get(name) else {
            report += &format!("{case}: {name} is not written\n");
            continue;
        };
        if !is_template(name) {
            continue;
        }
        if expected != actual {
            templates_differ = true;
            report += &show(case, name, &indented(expected), &indented(actual));
        }
    }
    for name in actual.keys().filter(|name| !expected.contains_key(*name)) {
        report += &format!("{case}: {name} is written and was not recorded\n");
    }
    for (name, expected) in expected.iter().filter(|(name, _)| !is_template(name)) {
        let Some(actual) = actual.get(name) else { continue };
        let (expected, actual) = (canonical(expected), canonical(actual));
        if expected == actual {
            continue;
        }
        if templates_differ {
            // The hash of a template is part of manifests, so nothing can be said of them yet.
            report += &format!("{case}: {name} differs, at least by the hashes of templates\n");
        } else {
            report += &show(case, name, &expected, &actual);
        }
    }
    (!report.is_empty()).then_some(report)
}

/// A template on several lines, so that it has lines to compare; one that already is stays as it is, byte for byte.
fn indented(template: &str) -> String {
    if template.contains('\n') {
        return template.to_owned();
    }
    serde_json::from_str::<Value>(template)
        .and_then(|value| serde_json::to_string_pretty(&value))
        .unwrap_or_else(|_| template.to_owned())
}

/// A manifest with sorted keys, less the versions of the schema and of the CLI that reads it.
fn canonical(manifest: &str) -> String {
    let Ok(mut value) = serde_json::from_str::<Value>(manifest) else { return manifest.to_owned() };
    value.sort_all_objects();
    if let Value::Object(entries) = &mut value {
        entries.remove("version");
        entries.remove("minimumCliVersion");
    }
    serde_json::to_string_pretty(&value).unwrap_or_else(|_| manifest.to_owned())
}

fn show(case: &str, name: &str, expected: &str, actual: &str) -> String {
    let diff = TextDiff::from_lines(expected, actual);
    let lines: (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    let groups = diff.grouped_ops(2);
    let mut report = format!("{case}: {name} differs (- recorded, + ours)\n");
    for group in groups.iter().take(MAX_PLACES) {
        let changes: Vec<_> = group.iter().flat_map(|operation| diff.iter_changes(operation)).collect();
        let first = changes.iter().find(|change| change.tag() != ChangeTag::Equal);
        let place = match first.map(|change| (change.old_index(), change.new_index())) {
            Some((Some(line), _)) => place(&lines.0, line),
            Some((None, Some(line))) => place(&lines.1, line),
            _ => String::new(),
        };
        let line = first.and_then(|change| change.old_index().or(change.new_index())).unwrap_or_default() + 1;
        let _ = writeln!(report, "  at {place} (line {line})");
        for change in changes {
            let end = if change.missing_newline() { " (no newline at the end)" } else { "" };
            let _ = writeln!(report, "    {}{}{end}", change.tag(), change.value().trim_end_matches('\n'));
        }
    }
    if groups.len() > MAX_PLACES {
        let _ = writeln!(report, "  … and {} more places", groups.len() - MAX_PLACES);
    }
    report
}

/// Where a line stands: the keys that lead to it, found by indentation. In a template the second is a logical id.
fn place(lines: &[&str], line: usize) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut path = Vec::new();
    let mut inner = usize::MAX;
    for text in lines[..=line.min(lines.len().saturating_sub(1))].iter().rev() {
        let own = indent(text);
        if own < inner && own > 0 && !text.trim_start().starts_with(['}', ']']) {
            inner = own;
            path.push(
                text.trim().split("\": ").next().unwrap_or_default().trim_matches(['"', ',', '{', '[']).to_owned(),
            );
        }
    }
    path.retain(|key| !key.is_empty());
    path.reverse();
    if path.is_empty() { "the top".to_owned() } else { path.join(" > ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(entries: &[(&str, &str)]) -> Files {
        entries.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    fn check(expected: &[(&str, &str)], actual: &[(&str, &str)], report: &str) {
        assert_eq!(compare("case", &files(expected), &files(actual)).unwrap_or_default(), report);
    }

    #[test]
    fn a_difference_names_the_logical_id_and_the_lines() {
        let template = |stage: &str| {
            format!(
                "{{\n \"Resources\": {{\n  \"Api1\": {{\n   \"Type\": \"T\",\n   \"Properties\": {{\n    \"Stage\": \"{stage}\"\n   }}\n  }}\n }}\n}}"
            )
        };
        check(
            &[("A.template.json", &template("a"))],
            &[("A.template.json", &template("b"))],
            "case: A.template.json differs (- recorded, + ours)
  at Resources > Api1 > Properties > Stage (line 6)
        \"Type\": \"T\",
        \"Properties\": {
    -    \"Stage\": \"a\"
    +    \"Stage\": \"b\"
        }
       }
",
        );
    }

    #[test]
    fn files_missing_and_extra_are_differences() {
        check(
            &[("A.template.json", "{}"), ("manifest.json", "{}")],
            &[("B.template.json", "{}"), ("manifest.json", "{}")],
            "case: A.template.json is not written\ncase: B.template.json is written and was not recorded\n",
        );
    }

    #[test]
    fn manifests_are_compared_as_json() {
        let expected = r#"{"version":"2","a":{"x":1,"y":2},"minimumCliVersion":"2.1"}"#;
        check(&[("manifest.json", expected)], &[("manifest.json", r#"{"a":{"y":2,"x":1},"version":"1"}"#)], "");
        check(
            &[("A.template.json", "{}")],
            &[("A.template.json", "{ }")],
            "case: A.template.json differs (- recorded, + ours)\n",
        );
    }
}
