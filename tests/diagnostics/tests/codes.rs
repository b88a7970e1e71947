//! Every code that the crates can report has a program in `programs/` and a section in `docs/diagnostics.md`, and nothing else
//! has one.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Codes that are put together when they are reported, and what can stand in them.
const PATTERNS: &[(&str, &[&str])] = &[
    ("iam::{what}-and-not-{what}", &["actions", "principals", "resources"]),
    ("stepfunctions::multiple-{what}", &["catches", "retries"]),
];

/// Codes without a program, and why.
const WITHOUT_PROGRAM: &[(&str, &str)] = &[
    ("core::bad-context", "it is about environment variables, which all programs share"),
    ("core::output", "it is about the output directory, which the test chooses"),
];

/// Crates whose codes have no programs, and why.
const CRATES_WITHOUT_PROGRAMS: &[(&str, &str)] =
    &[("lambda-rust", "each program would run cargo: see crates/lambda-rust/tests")];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|end| end == extension) {
            found.push(path);
        }
    }
}

/// The text of a source file without its tests and comments.
fn code_of(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("readable text");
    let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Whether a string has the form of a code, or of a pattern for codes. `books` is the crate of examples.
fn is_code(text: &str) -> bool {
    if text.starts_with("books::") {
        return false;
    }
    let is_part = |part: &str, more: &str| {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || more.as_bytes().contains(&byte);
        !part.is_empty() && part.bytes().all(allowed)
    };
    text.split_once("::").is_some_and(|(prefix, name)| is_part(prefix, "-") && is_part(name, "-{}_"))
}

/// The codes in the crates, each with a file in which it stands.
fn codes() -> BTreeMap<String, PathBuf> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(root().join("crates")).expect("a readable folder") {
        let folder = entry.expect("a readable entry").path();
        if !folder.ends_with("cfn") {
            files(&folder.join("src"), "rs", &mut sources);
        }
    }
    let mut found = BTreeMap::new();
    for path in sources {
        for text in code_of(&path).split('"').filter(|text| is_code(text)) {
            match PATTERNS.iter().find(|(pattern, _)| *pattern == text) {
                Some((pattern, names)) => {
                    found.extend(names.iter().map(|name| (pattern.replace("{what}", name), path.clone())));
                }
                None => drop(found.insert(text.to_owned(), path.clone())),
            }
        }
    }
    found
}

/// The codes that programs are named after.
fn programs() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
    let mut paths = Vec::new();
    files(&folder, "rs", &mut paths);
    let code = |path: &PathBuf| {
        let name = path.strip_prefix(&folder).expect("below the folder").with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        name.split("--").next().unwrap_or_default().replace('/', "::")
    };
    paths.iter().map(code).collect()
}

/// The text of each section of the page, by its code.
fn sections() -> BTreeMap<String, String> {
    let page = fs::read_to_string(root().join("docs/diagnostics.md")).expect("readable text");
    let mut sections = BTreeMap::new();
    for section in page.split("\n### ").skip(1) {
        let section = section.split("\n## ").next().unwrap_or_default();
        let (code, text) = section.split_once('\n').unwrap_or((section, ""));
        let twice = sections.insert(code.to_owned(), text.trim().to_owned());
        assert!(twice.is_none(), "two sections of `{code}`");
    }
    sections
}

#[test]
fn patterns_of_codes_are_expanded() {
    let unknown: Vec<(String, PathBuf)> = codes().into_iter().filter(|(code, _)| code.contains('{')).collect();
    assert!(unknown.is_empty(), "add what can stand in them to `PATTERNS`: {unknown:#?}");
    assert!(codes().len() > 300, "found {} codes", codes().len());
}

#[test]
fn every_code_has_a_program() {
    let (codes, programs) = (codes(), programs());
    let excused = |code: &str| {
        let prefix = code.split("::").next().unwrap_or_default();
        WITHOUT_PROGRAM.iter().any(|(known, _)| *known == code)
            || CRATES_WITHOUT_PROGRAMS.iter().any(|(known, _)| *known == prefix)
    };
    let missing: Vec<_> = codes.iter().filter(|(code, _)| !programs.contains(*code) && !excused(code)).collect();
    assert!(missing.is_empty(), "codes without a program in tests/diagnostics/programs: {missing:#?}");
    for (code, reason) in WITHOUT_PROGRAM {
        assert!(codes.contains_key(*code) && !programs.contains(*code), "`{code}` needs no excuse: {reason}");
    }
}

#[test]
fn every_program_is_of_a_code() {
    let codes = codes();
    let unknown: Vec<String> = programs().into_iter().filter(|code| !codes.contains_key(code)).collect();
    assert!(unknown.is_empty(), "programs of codes that nothing reports: {unknown:#?}");
}

#[test]
fn the_page_has_a_section_of_every_code() {
    let (codes, sections) = (codes(), sections());
    let missing: Vec<_> = codes.iter().filter(|(code, _)| !sections.contains_key(*code)).collect();
    assert!(missing.is_empty(), "codes without a section in docs/diagnostics.md: {missing:#?}");
    let unknown: Vec<&String> = sections.keys().filter(|code| !codes.contains_key(*code)).collect();
    assert!(unknown.is_empty(), "sections in docs/diagnostics.md of codes that nothing reports: {unknown:#?}");
}

/// The severities with which the reports on programs have each code.
fn severities() -> BTreeMap<String, BTreeSet<&'static str>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
    let mut paths = Vec::new();
    files(&folder, "txt", &mut paths);
    let mut found: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for path in paths {
        let report = fs::read_to_string(&path).expect("readable text");
        for line in report.lines() {
            for severity in ["error", "warning"] {
                let code = line.strip_prefix(severity).and_then(|rest| rest.strip_prefix('[')?.split_once("]: "));
                if let Some((code, _)) = code {
                    found.entry(code.to_owned()).or_default().insert(severity);
                }
            }
        }
    }
    found
}

#[test]
fn sections_start_with_the_severity() {
    let severities = severities();
    assert!(severities.len() > 300, "found {} codes in reports", severities.len());
    for (code, text) in sections() {
        let stated = text.strip_prefix("**").and_then(|text| text.split_once(".** ")).map(|(stated, _)| stated);
        let stated = match stated {
            Some("Error") => ["error"].as_slice(),
            Some("Warning") => &["warning"],
            Some("Error or warning") => &["error", "warning"],
            _ => panic!("`{code}`: start with `**Error.**`, `**Warning.**` or `**Error or warning.**`"),
        };
        let found: Vec<&str> = severities.get(&code).into_iter().flatten().copied().collect();
        assert!(found.iter().all(|severity| stated.contains(severity)), "`{code}` is {found:?}, not {stated:?}");
        assert!(text.lines().all(|line| !line.starts_with('[') || line.contains("](https://")), "the link of `{code}`");
    }
}
