//! How the cost of a construct changes with the size of an app: whole processes of `tests/bench/src/bin/scaling.rs`.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::hyperfine::{self, Variant};
use super::setup::Setup;
use super::text;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// How many constructs are in a stack where the number of stacks grows, itself counted.
const STACK: usize = 250;

/// How many stacks there are where these grow.
const STACKS: usize = 100;

const ROUNDS: usize = 5;

/// The shape of apps that can be deployed however large they are: CloudFormation takes 500 resources in a stack.
pub(crate) const DEPLOYABLE: &str = "stacks of 250";

/// By the shape of an app.
pub(crate) type Scaling = BTreeMap<String, Vec<Point>>;

/// Seconds of an app with so many constructs, and of one without these: the least of all runs, since what is measured is a difference,
/// in which the noise of two medians adds up.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Point {
    pub(crate) constructs: usize,
    pub(crate) whole: f64,
    pub(crate) without: f64,
}

pub(crate) fn run(setup: &Setup) -> Result<Scaling> {
    let growing_number = SIZES.map(|size| (size, size / STACK, STACK));
    // The first construct of each stack refers to the stack before, which is what a stack costs, not a construct.
    let growing_stacks = SIZES.map(|size| (size, STACKS, 2 + size / STACKS));
    Ok(Scaling::from([
        (DEPLOYABLE.to_owned(), shape(setup, (0, STACK), &growing_number)?),
        (format!("{STACKS} stacks"), shape(setup, (STACKS, 2), &growing_stacks)?),
    ]))
}

/// Measures apps of so many stacks with so many constructs.
fn shape(setup: &Setup, without: (usize, usize), sizes: &[(usize, usize, usize)]) -> Result<Vec<Point>> {
    let variant = |(stacks, constructs): (usize, usize)| Variant {
        name: "",
        command: vec![text(setup.program("scaling")), stacks.to_string(), constructs.to_string()],
        environment: vec![("CDK_OUTDIR", text(setup.output(&format!("scaling-{stacks}-{constructs}"))))],
        runs: if stacks * constructs < 50_000 { 40 } else { 8 },
        rounds: ROUNDS,
    };
    let mut variants = vec![variant(without)];
    variants.extend(sizes.iter().map(|(_, stacks, constructs)| variant((*stacks, *constructs))));
    let timings = hyperfine::time(&variants, ROUNDS, &setup.scratch)?;
    let without = timings.first().map_or(f64::NAN, |timing| timing.least);
    let point = |((constructs, _, _), timing): (&(usize, usize, usize), &hyperfine::Timing)| Point {
        constructs: *constructs,
        whole: timing.least,
        without,
    };
    Ok(sizes.iter().zip(timings.iter().skip(1)).map(point).collect())
}
