//! What the documents say of each other and show of code: links lead somewhere, and every Rust block is one that a test runs.
#![allow(clippy::expect_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// What stands in a Markdown file.
#[derive(Default)]
struct Document {
    links: Vec<String>,
    anchors: Vec<String>,
    rust: Vec<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("a folder")
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("readable text")
}

fn parse(text: &str) -> Document {
    let mut document = Document::default();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut heading: Option<String> = None;
    let mut block: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                document.links.push(dest_url.into_string());
            }
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let anchor = anchor(&heading.take().unwrap_or_default());
                let count = seen.entry(anchor.clone()).or_default();
                document.anchors.push(if *count == 0 { anchor } else { format!("{anchor}-{count}") });
                *count += 1;
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) if language.starts_with("rust") => {
                block = Some(String::new());
            }
            Event::End(TagEnd::CodeBlock) => document.rust.extend(block.take()),
            Event::Text(text) | Event::Code(text) => {
                for part in [&mut heading, &mut block].into_iter().flatten() {
                    part.push_str(&text);
                }
            }
            _ => {}
        }
    }
    document
}

/// The anchor of a heading, as GitHub and mdBook make it.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|character| character.is_alphanumeric() || " -_".contains(*character));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// Every Markdown file, build output and packages of tests aside, by its path in the repository.
fn documents() -> Vec<PathBuf> {
    fn visit(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let skipped = name.starts_with('.') || ["target", "node_modules", "cdk.out"].contains(&name.as_str());
            if path.is_dir() && !skipped {
                visit(&path, found);
            } else if name.ends_with(".md") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    visit(&root(), &mut found);
    found.sort();
    assert!(found.len() > 25, "found only {} documents", found.len());
    found
}

/// The pages of the guide, without the folder.
fn pages() -> Vec<String> {
    let docs = root().join("docs");
    let page = |path: PathBuf| Some(path.strip_prefix(&docs).ok()?.to_string_lossy().into_owned());
    documents().into_iter().filter_map(page).filter(|page| page != "SUMMARY.md").collect()
}

#[test]
fn links_lead_somewhere() {
    let mut broken = Vec::new();
    // profiles.md becomes a section of docs/performance.md, from where its links go.
    for path in documents().into_iter().filter(|path| !path.ends_with("tests/bench/profiles.md")) {
        let own = parse(&fs::read_to_string(&path).expect("readable text"));
        for link in &own.links {
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
            let target = path.parent().expect("a folder").join(file);
            let exists = file.is_empty() || target.exists();
            let is_there = |anchors: &[String]| fragment.is_empty() || anchors.iter().any(|anchor| anchor == fragment);
            let found = match () {
                () if file.is_empty() => is_there(&own.anchors),
                () if file.ends_with(".md") && exists => {
                    is_there(&parse(&fs::read_to_string(&target).expect("readable text")).anchors)
                }
                () => exists,
            };
            if !found {
                broken.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "links that lead nowhere: {broken:#?}");
}

#[test]
fn every_page_is_in_the_book() {
    let mut listed = parse(&text("docs/SUMMARY.md")).links;
    listed.sort();
    assert_eq!(listed, pages(), "docs/SUMMARY.md lists other pages than there are");
}

#[test]
fn every_rust_block_of_the_guide_is_run() {
    let list = text("tests/guide/src/lib.rs");
    for page in pages() {
        // tests/cli performs the starter to the letter.
        let has_rust = page != "starter.md" && !parse(&text(&format!("docs/{page}"))).rust.is_empty();
        let is_run = list.contains(&format!(": \"{page}\";"));
        assert_eq!(has_rust, is_run, "tests/guide/src/lib.rs has to list the pages with Rust in them: {page}");
    }
}

#[test]
fn no_rust_block_of_the_guide_is_left_out() {
    for page in pages() {
        for line in text(&format!("docs/{page}")).lines() {
            assert!(!line.starts_with("```rust,"), "docs/{page}: `{line}` is not run as it is");
        }
    }
}

#[test]
fn rust_of_the_readme_is_run_elsewhere() {
    let mut run = text("examples/books/src/main.rs");
    for page in pages() {
        run.extend(parse(&text(&format!("docs/{page}"))).rust);
    }
    let blocks = parse(&text("README.md")).rust;
    assert!(blocks.len() > 1, "README.md has {} Rust blocks", blocks.len());
    for block in blocks {
        assert!(run.contains(&block), "neither examples/books nor the guide has this block of README.md:\n{block}");
    }
}

#[test]
fn anchors_are_those_of_the_renderers() {
    assert_eq!(anchor("apigatewayv2::cors-max-age"), "apigatewayv2cors-max-age");
    assert_eq!(anchor("L1, and generating it again"), "l1-and-generating-it-again");
    let document = parse("# One `two`\n# One two\n[a](b.md#c)\n```rust\nlet x = 1;\n```\n");
    assert_eq!(document.anchors, ["one-two", "one-two-1"]);
    assert_eq!(document.links, ["b.md#c"]);
    assert_eq!(document.rust, ["let x = 1;\n"]);
}
