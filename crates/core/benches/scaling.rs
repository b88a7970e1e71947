//! How the cost of synthesis grows with the size of the tree: 1,000, 10,000 and 100,000 constructs in 100 stacks, with
//! references between neighbouring stacks.
//!
//! `cargo bench -p aws-cdk-core --bench scaling` prints the median of several runs for each size, and the cost of one construct.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints, and may fail")]

use std::time::{Duration, Instant};

use aws_cdk_core::{App, CfnResource, Stack, cfn_format};

const STACKS: usize = 100;
const RUNS: usize = 7;

/// Builds and synthesizes a tree of that many constructs; gives the time for building and for synthesis.
fn run(constructs: usize) -> (Duration, Duration) {
    let directory = tempfile::tempdir().unwrap();
    let start = Instant::now();
    let app =
        App::builder().outdir(directory.path().join("cdk.out")).context("@aws-cdk/core:stackResourceLimit", 0).build();
    let mut before: Option<CfnResource> = None;
    for number in 0..STACKS {
        let stack = Stack::builder(&app, format!("Stack{number}")).suppress_template_indentation(true).build();
        let mut first = None;
        for index in 0..constructs / STACKS - 1 {
            let mut resource = CfnResource::builder(&stack, format!("Resource{index}"), "Test::Bench::Resource")
                .property("Name", format!("resource-{index}"))
                .property("Size", index);
            if let Some(neighbour) = &before
                && index == 0
            {
                resource = resource.property("Neighbour", cfn_format!("arn:{}", neighbour.get_att("Arn")));
            }
            let resource = resource.build();
            first.get_or_insert(resource);
        }
        before = first;
    }
    let built = start.elapsed();
    app.synth().unwrap();
    (built, start.elapsed() - built)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn main() {
    println!("{:>10} {:>12} {:>12} {:>16}", "constructs", "build", "synthesis", "per construct");
    for constructs in [1_000, 10_000, 100_000] {
        let (built, synthesized): (Vec<_>, Vec<_>) = (0..RUNS).map(|_| run(constructs)).unzip();
        let (built, synthesized) = (median(built), median(synthesized));
        let each = (built + synthesized) / u32::try_from(constructs).unwrap();
        println!("{constructs:>10} {built:>12.2?} {synthesized:>12.2?} {each:>16.2?}");
    }
}
