//! What the checks of whole apps cost: APIs of together 10,000 constructs, synthesized with the checks and without.
//!
//! `cargo bench -p aws-cdk-apigatewayv2 --bench checks` prints the medians of interleaved runs, and their difference in percent.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints, and may fail")]

use std::time::{Duration, Instant};

use aws_cdk_apigatewayv2::{
    CorsPreflightOptions, HttpApi, HttpIntegration, HttpIntegrationBinding, HttpIntegrationType, HttpMethod,
    HttpRouteIntegration, HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig, MappingValue, ParameterMapping,
};
use aws_cdk_core::{App, IConstruct, Stack};

/// Each API has 3 constructs of its own, its stage 2, and each route 4 with its integration.
const STACKS: usize = 50;
const ROUTES: usize = 49;
const RUNS: usize = 15;

struct Backend(HttpIntegrationBinding);

impl HttpRouteIntegration for Backend {
    fn binding(&self) -> &HttpIntegrationBinding {
        &self.0
    }

    fn bind(&self, _: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        let mapping = ParameterMapping::new().overwrite_header("x-id", MappingValue::request_path_param("id"));
        HttpRouteIntegrationConfig::new(HttpIntegrationType::HttpProxy)
            .integration_uri("https://books.example.com/{id}")
            .method(HttpMethod::Any)
            .parameter_mapping(mapping)
    }
}

/// Synthesizes the app; gives the time for it, and the number of constructs.
fn run(checks: bool) -> (Duration, usize) {
    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    let app = App::builder().outdir(outdir).builtin_cloudformation_validation(checks).build();
    for number in 0..STACKS {
        let stack = Stack::new(&app, format!("Stack{number}"));
        let cors = CorsPreflightOptions::new().allow_origins(["https://books.example.com"]);
        let api = HttpApi::builder(&stack, "Api").cors_preflight(cors).build();
        for index in 0..ROUTES {
            let backend = Backend(HttpIntegrationBinding::new("Backend"));
            api.add_routes(format!("/shelves{index}/{{id}}"), backend).methods([HttpMethod::Get]).build();
        }
        HttpIntegration::builder(&stack, "Own", &api, HttpIntegrationType::HttpProxy)
            .integration_uri("https://books.example.com")
            .build();
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
