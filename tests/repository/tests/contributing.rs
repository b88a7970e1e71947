//! The recipes of CONTRIBUTING.md, walked through literally: their commands are read from the page and run in order, in a copy of
//! the repository.
//!
//! Ignored by a plain `cargo test`, since it compiles the tools and the parity cases anew (`.ci/run` runs it). The copy and what
//! was built there stay in cargo's target directory for the next time. Blocks marked `npm`, which record with `aws-cdk-lib`, are
//! run with `WALK_NPM=1` only, since they need Node and the network.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::print_stdout, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use serde_json::{Value, json};

/// What a command of the page printed.
struct Ran {
    command: String,
    printed: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

/// The copy, in which nothing but the target directory is kept from one time to the next.
fn copy_of_repository() -> PathBuf {
    let (root, copy) = (root(), Path::new(env!("CARGO_TARGET_TMPDIR")).join("contributing"));
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(&root)
        .output()
        .expect("git runs");
    let listed = String::from_utf8(listed.stdout).expect("names of files in UTF-8");
    let names: BTreeSet<PathBuf> =
        listed.split_terminator('\0').map(PathBuf::from).filter(|name| root.join(name).is_file()).collect();
    assert!(names.len() > 1000, "git lists {} files", names.len());
    for name in &names {
        let (from, to) = (fs::read(root.join(name)).unwrap(), copy.join(name));
        // What is the same keeps its time, so that cargo does not compile it again.
        if fs::read(&to).ok().as_ref() != Some(&from) {
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, from).unwrap();
        }
    }
    remove_others(&copy, &copy, &names);
    copy
}

/// Deletes the files that the repository does not have, but for what is built and installed.
fn remove_others(folder: &Path, copy: &Path, names: &BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.strip_prefix(copy).unwrap();
        if path.is_dir() {
            if name != Path::new("target") && !name.ends_with("node_modules") {
                remove_others(&path, copy, names);
                // Refuses a folder with files.
                let _ = fs::remove_dir(&path);
            }
        } else if !names.contains(name) {
            fs::remove_file(&path).unwrap();
        }
    }
}

/// The blocks of a section of the page: the words after `sh`, and the commands.
fn blocks(page: &str, section: &str) -> Vec<(String, Vec<String>)> {
    let mut blocks = Vec::new();
    let (mut heading, mut text, mut language) = (String::new(), String::new(), String::new());
    for event in Parser::new(page) {
        match event {
            Event::Start(Tag::Heading { .. }) => text.clear(),
            Event::End(TagEnd::Heading(_)) => heading.clone_from(&text),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                text.clear();
                language = info.into_string();
            }
            Event::End(TagEnd::CodeBlock) if heading == section => {
                let words = language.strip_prefix("sh").unwrap_or_else(|| panic!("a block that is not `sh`: {text}"));
                blocks.push((words.trim().to_owned(), text.lines().map(str::to_owned).collect()));
            }
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            _ => {}
        }
    }
    blocks
}

/// Runs the commands of a section in order; each must succeed.
fn walk(copy: &Path, section: &str) -> Vec<Ran> {
    let page = fs::read_to_string(copy.join("CONTRIBUTING.md")).expect("the page");
    let mut ran = Vec::new();
    for (words, commands) in blocks(&page, section) {
        match &*words {
            "" => {}
            "npm" if std::env::var_os("WALK_NPM").is_some() => {}
            "npm" => {
                println!("skipped, since it needs Node and the network (WALK_NPM=1 runs it): {commands:?}");
                continue;
            }
            other => panic!("a block marked `{other}`"),
        }
        ran.extend(commands.iter().map(|command| run(copy, command)));
    }
    ran
}

fn run(copy: &Path, command: &str) -> Ran {
    let start = Instant::now();
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", command])
        .current_dir(copy)
        .env("CARGO_TARGET_DIR", copy.join("target"))
        // Nobody debugs what is built here: without that it takes less than half of the space, and less time.
        .envs([("CARGO_PROFILE_DEV_DEBUG", "0"), ("CARGO_INCREMENTAL", "0")])
        .stdin(Stdio::null())
        .output()
        .expect("bash runs");
    println!("{:6.1} s  {command}", start.elapsed().as_secs_f64());
    let [printed, told] = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(output.status.success(), "`{command}` failed: {}\n{printed}{told}", output.status);
    Ran { command: command.to_owned(), printed }
}

/// What the command that has these words printed; the last of them.
fn printed<'a>(ran: &'a [Ran], words: &str) -> &'a str {
    let found = ran.iter().rev().find(|one| one.command.contains(words));
    &found.unwrap_or_else(|| panic!("no command has `{words}`")).printed
}

/// A newer specification: the committed one with a property and a resource type more.
fn newer(committed: &Path) -> Value {
    let mut text = String::new();
    flate2::read::GzDecoder::new(fs::File::open(committed).unwrap()).read_to_string(&mut text).unwrap();
    let mut specification: Value = serde_json::from_str(&text).unwrap();
    let documentation = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sns-topic.html";
    let property = json!({
        "Documentation": documentation, "PrimitiveType": "String", "Required": false, "UpdateType": "Mutable",
    });
    specification["ResourceSpecificationVersion"] = json!("999.0.0");
    let types = &mut specification["ResourceTypes"];
    types["AWS::SNS::Topic"]["Properties"]["WalkedThrough"] = property.clone();
    types["AWS::SNS::Walk"] = json!({ "Documentation": documentation, "Properties": { "Name": property } });
    specification
}

#[test]
#[ignore = "compiles the tools and the parity cases anew; `.ci/run` runs it"]
fn the_recipes_can_be_followed() {
    let copy = copy_of_repository();
    let ran = walk(&copy, "Add an L2 construct");
    assert!(printed(&ran, "new-construct").contains("next: refine crates/sns/src/topic.rs"));
    assert!(printed(&ran, "cargo test -p").contains("test result: ok. 2 passed"), "{}", printed(&ran, "cargo test -p"));
    let parity: Vec<&Ran> = ran.iter().filter(|one| one.command.starts_with("cargo xtask parity")).collect();
    assert!(parity[0].printed.contains("0 differ, 1 pending"), "{}", parity[0].printed);
    if let Some(recorded) = parity.get(1) {
        assert!(recorded.printed.contains("1 identical, 0 differ, 0 pending"), "{}", recorded.printed);
    }

    let (folder, file) = (copy.join("spec"), copy.join("target/newer.json"));
    let newer = newer(&folder.join("CloudFormationResourceSpecification.json.gz"));
    fs::write(file, serde_json::to_vec(&newer).unwrap()).unwrap();
    let ran = walk(&copy, "Take a newer specification");
    let differences = "  AWS::SNS::Topic.WalkedThrough: property added\n  AWS::SNS::Walk: resource type added\n\
                       2 changes, 0 of them breaking: a minor version\n";
    assert_eq!(printed(&ran, "spec diff"), differences);
    assert!(printed(&ran, "spec update").starts_with(differences));
    assert!(fs::read_to_string(folder.join("VERSION")).unwrap().starts_with("version = 999.0.0\n"));
    let generated = |file: &str| fs::read_to_string(copy.join("crates/cfn/sns/src").join(file)).unwrap();
    assert!(generated("cfn_topic.rs").contains("pub fn walked_through("));
    assert!(generated("cfn_walk.rs").contains("pub struct CfnWalk("));
}

#[test]
fn the_recipes_have_commands() {
    let page = fs::read_to_string(root().join("CONTRIBUTING.md")).expect("the page");
    let commands = |section: &str| blocks(&page, section).into_iter().flat_map(|(_, commands)| commands).count();
    assert!(commands("Add an L2 construct") >= 5 && commands("Take a newer specification") >= 4);
}
