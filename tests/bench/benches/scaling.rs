//! How the cost of synthesis grows with the size of the tree: 1,000, 10,000 and 100,000 constructs, building the tree included.
//!
//! `cargo bench -p bench --bench scaling`. In the shape `stacks-of-250` the number of stacks grows with the constructs, as
//! CloudFormation's limit makes apps grow; in `100-stacks` there are always 100, and each grows. In both, each stack refers to the
//! one before.
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may fail, and criterion's macros make items")]

use std::time::Duration;

use aws_cdk_core::App;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn scaling(criterion: &mut Criterion) {
    for shape in ["stacks-of-250", "100-stacks"] {
        let mut group = criterion.benchmark_group(shape);
        group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
        for size in SIZES {
            group.throughput(Throughput::Elements(size as u64));
            group.bench_with_input(BenchmarkId::from_parameter(size), &size, |bencher, size| {
                let stacks = if shape == "100-stacks" { 100 } else { size / 250 };
                let directory = tempfile::tempdir().unwrap();
                let outdir = directory.path().join("cdk.out");
                let run = || bench::synthesize(App::builder().outdir(&outdir), stacks, size / stacks).unwrap();
                bencher.iter(run);
            });
        }
        group.finish();
    }
}

criterion_group!(benches, scaling);
criterion_main!(benches);
