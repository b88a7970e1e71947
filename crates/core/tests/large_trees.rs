//! Trees that are deep or wide: no overflow of the call stack, and no time that grows with the square of the size.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::time::{Duration, Instant};

use aws_cdk_core::{App, Aspect, Aspects, CfnOutput, CfnResource, Construct, IConstruct, Node, Stack, cfn_format};

/// Far more than a debug build takes on a slow machine, and far less than what quadratic time would.
const LIMIT: Duration = Duration::from_secs(60);

struct Nothing;

impl Aspect for Nothing {
    fn visit(&self, _: &Node) {}
}

/// Whether text is JSON, as far as brackets and strings go; `serde_json` refuses to nest as deep.
fn is_balanced(json: &str) -> bool {
    let (mut open, mut in_string, mut escaped) = (Vec::new(), false, false);
    for byte in json.bytes() {
        match (in_string, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => in_string = !in_string,
            (true, _) => {}
            (false, b'{' | b'[') => open.push(byte),
            (false, b'}') if open.pop() != Some(b'{') => return false,
            (false, b']') if open.pop() != Some(b'[') => return false,
            _ => {}
        }
    }
    open.is_empty() && !in_string
}

#[test]
fn ten_thousand_levels() {
    const LEVELS: usize = 10_000;
    let start = Instant::now();
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path()).build();
    let stack = Stack::new(&app, "Stack");
    Aspects::of(&app).add(Nothing);
    let top = Construct::new(&stack, "c");
    let bottom = (1..LEVELS).fold(top.clone(), |scope, _| Construct::new(&scope, "c"));
    let resource = CfnResource::builder(&bottom, "Deep", "Test::Core::Raw").build();
    top.node().add_dependency(&CfnResource::builder(&stack, "First", "Test::Core::Raw").build());
    CfnOutput::new(&stack, "Output", resource.ref_());
    assert_eq!(resource.node().scopes().len(), LEVELS + 3);
    app.synth().unwrap();
    let tree = fs::read_to_string(directory.path().join("tree.json")).unwrap();
    assert!(is_balanced(&tree));
    assert_eq!(tree.matches("\"children\":").count(), LEVELS + 2);
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

#[test]
fn twenty_thousand_children() {
    const CHILDREN: usize = 20_000;
    let start = Instant::now();
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path()).context("@aws-cdk/core:stackResourceLimit", 0).build();
    let stack = Stack::new(&app, "Stack");
    Aspects::of(&stack).add(Nothing);
    let first = CfnResource::builder(&stack, "R0", "Test::Core::Raw").build();
    // A chain of references and dependencies as long as the template.
    let mut previous = first.clone();
    for index in 1..CHILDREN {
        let resource = CfnResource::builder(&stack, format!("R{index}"), "Test::Core::Raw")
            .property("Previous", cfn_format!("arn:{}", previous.ref_()))
            .property("First", first.get_att("Arn"))
            .build();
        resource.add_dependency(&previous);
        resource.node().add_metadata("note", index);
        previous = resource;
    }
    let all = CfnResource::builder(&stack, "All", "Test::Core::Raw").build();
    all.node().add_dependency(&stack.node().find_child("R1"));
    // Everything else is as it should be: all was rendered, and only then measured.
    let error = app.synth().unwrap_err();
    let codes: Vec<&str> = error.diagnostics().iter().map(|diagnostic| diagnostic.code()).collect();
    assert_eq!(codes, ["core::template-too-large"]);
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

#[test]
fn a_cycle_as_long_as_the_template() {
    const CHILDREN: usize = 20_000;
    let start = Instant::now();
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    let resources: Vec<CfnResource> = (0..CHILDREN)
        .map(|index| CfnResource::builder(&stack, format!("R{index}"), "Test::Core::Raw").build())
        .collect();
    for (index, resource) in resources.iter().enumerate() {
        resource.add_dependency(&resources[(index + 1) % CHILDREN]);
    }
    let error = app.synth().unwrap_err();
    let cycles: Vec<_> =
        error.diagnostics().iter().filter(|diagnostic| diagnostic.code() == "core::dependency-cycle").collect();
    assert_eq!(cycles.len(), 1);
    assert_eq!(cycles[0].notes().len(), CHILDREN);
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}
