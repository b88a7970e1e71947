//! What generating costs: reading, modelling and emitting 10, 50 and 100 % of the resource types of the specification and
//! of the facts of schemas.
//!
//! `cargo bench -p codegen --bench generate` prints the median of several runs for each step.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints, and may fail")]

use std::io::Read;
use std::time::{Duration, Instant};

use codegen::spec::Specification;
use serde_json::{Map, Value};

/// As in xtask.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const RUNS: usize = 5;

fn decompressed(gzipped: &[u8]) -> Value {
    let mut json = Vec::new();
    flate2::read::GzDecoder::new(gzipped).read_to_end(&mut json).unwrap();
    serde_json::from_slice(&json).unwrap()
}

/// The first `percent` of the entries, by name.
fn part(entries: &Value, percent: usize) -> Map<String, Value> {
    let entries = entries.as_object().unwrap();
    entries.iter().take(entries.len() * percent / 100).map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// A part of the specification, with the property types of its resource types.
fn specification(whole: &Value, percent: usize) -> Vec<u8> {
    let resources = part(&whole["ResourceTypes"], percent);
    let mut property_types = whole["PropertyTypes"].as_object().unwrap().clone();
    property_types.retain(|name, _| name.split_once('.').is_none_or(|(resource, _)| resources.contains_key(resource)));
    let version = &whole["ResourceSpecificationVersion"];
    let part = serde_json::json!({
        "ResourceTypes": resources, "PropertyTypes": property_types, "ResourceSpecificationVersion": version
    });
    serde_json::to_vec(&part).unwrap()
}

fn time<T>(step: impl FnOnce() -> T, times: &mut Vec<Duration>) -> T {
    let start = Instant::now();
    let result = step();
    times.push(start.elapsed());
    result
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn main() {
    let whole = decompressed(include_bytes!("../../spec/CloudFormationResourceSpecification.json.gz"));
    let schemas = decompressed(include_bytes!("../../spec/schemas.json.gz"));
    println!("{:>8} {:>12} {:>12} {:>12} {:>12}", "part", "read", "model", "emit", "source");
    for percent in [10, 50, 100] {
        let json = specification(&whole, percent);
        let extract = serde_json::to_vec(&serde_json::json!({ "types": part(&schemas["types"], percent) })).unwrap();
        let (mut read, mut model, mut emit, mut bytes) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for _ in 0..RUNS {
            let parse = || (codegen::spec::parse(&json).unwrap(), codegen::extract::read(&extract).unwrap());
            let (specification, schemas): (Specification, _) = time(parse, &mut read);
            let resolve = || {
                let mut model = codegen::resolve::resolve(&specification).unwrap();
                codegen::merge(&mut model, schemas).unwrap();
                model
            };
            let resolved = time(resolve, &mut model);
            let write = || -> usize {
                let crates = resolved.services.keys().map(|service| codegen::emit(&resolved, service).unwrap());
                crates.map(|generated| generated.files.values().map(String::len).sum::<usize>()).sum()
            };
            bytes = time(write, &mut emit);
        }
        let [read, model, emit] = [&mut read, &mut model, &mut emit].map(|times| median(times));
        println!("{percent:>6} % {read:>12.2?} {model:>12.2?} {emit:>12.2?} {:>9} KiB", bytes / 1024);
    }
}
