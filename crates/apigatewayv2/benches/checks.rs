//! What the checks of whole apps cost: APIs of together 10,000 constructs, synthesized with the checks and without.
//!
//! `cargo bench -p aws-cdk-apigatewayv2 --bench checks` prints the medians of interleaved runs, and their difference in percent.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints, and may fail")]

use std::time::{Duration, Instant};

use aws_cdk_apigatewayv2::{CfnApi, CfnIntegration, CfnRoute, CfnStage, add_checks};
use aws_cdk_core::{App, IConstruct, Stack, cfn_format};

/// Each stack has an API, its stage, and for each route an integration.
const STACKS: usize = 50;
const ROUTES: usize = 99;
const RUNS: usize = 15;

/// Synthesizes the app; gives the time for it, and the number of constructs.
fn run(checks: bool) -> (Duration, usize) {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path().join("cdk.out")).build();
    if checks {
        add_checks(&app);
    }
    for number in 0..STACKS {
        let stack = Stack::new(&app, format!("Stack{number}"));
        let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
        CfnStage::builder(&stack, "Stage").api_id(api.ref_()).stage_name("$default").auto_deploy(true).build();
        for index in 0..ROUTES {
            let backend = CfnIntegration::builder(&stack, format!("Backend{index}"))
                .api_id(api.ref_())
                .integration_type("HTTP_PROXY")
                .integration_method("ANY")
                .integration_uri("https://books.example.com/{id}")
                .payload_format_version("1.0")
                .request_parameters([("overwrite:header.x-id", "$request.path.id")])
                .build();
            CfnRoute::builder(&stack, format!("Route{index}"))
                .api_id(api.ref_())
                .route_key(format!("GET /shelves{index}/{{id}}"))
                .target(cfn_format!("integrations/{}", backend.ref_()))
                .build();
        }
    }
    let constructs = app.node().find_all().len();
    let start = Instant::now();
    let assembly = app.synth().unwrap();
    let elapsed = start.elapsed();
    assert!(assembly.warnings().is_empty(), "{assembly}");
    (elapsed, constructs)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn main() {
    let (mut with, mut without, mut constructs) = (Vec::new(), Vec::new(), 0);
    for _ in 0..RUNS {
        without.push(run(false).0);
        let (time, count) = run(true);
        with.push(time);
        constructs = count;
    }
    let (with, without) = (median(with), median(without));
    let percent = (with.as_secs_f64() / without.as_secs_f64() - 1.0) * 100.0;
    println!("{constructs} constructs: {without:.2?} without checks, {with:.2?} with them: {percent:+.1} %");
}
