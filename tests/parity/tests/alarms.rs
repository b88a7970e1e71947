//! What is said of the ported cases: nothing but what is true of them.
//!
//! `alarms.txt` has a line for each case and code, with how often it is told. A code may only be told of a case if `TRUE` says why it
//! is no false alarm. `UPDATE_EXPECT=1` writes the file anew.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use aws_cdk_core::App;
use expect_test::expect_file;

/// Codes that are told of cases, and why that is right.
const TRUE: &[(&str, &str)] = &[
    (
        "apigatewayv2::certificate-region",
        "the cases map regional endpoints to certificates of us-east-1, which API Gateway refuses",
    ),
    ("apigatewayv2::cors-max-age", "the case has ten days, and API Gateway takes one"),
    ("apigatewayv2::cors-preflight-shadowed", "the cases authorize routes for any method of APIs with CORS"),
    ("apigatewayv2::cache-without-identity-source", "the case keeps results without saying whose they are"),
    ("apigatewayv2::duplicate-route", "the cases add `$connect` twice, which API Gateway refuses"),
    ("apigatewayv2::greedy-parameter", "the case has a greedy parameter inside a path, which API Gateway refuses"),
    ("apigatewayv2::identity-source", "the cases look for tokens in two places"),
    ("apigatewayv2::mapping-key", "the case has an umlaut in a mapping key"),
    ("apigatewayv2::mapping-target", "the case has made-up keys"),
    ("apigatewayv2::mapping-value", "the case has an empty value"),
    ("apigatewayv2::mutual-tls-bypass", "the case leaves the endpoints of its APIs open"),
    ("apigatewayv2::path-parameter", "the case has braces at odd places"),
    ("apigatewayv2::payload-version", "the case has a made-up version"),
    (
        "apigatewayv2::route-key",
        "the case has the key `undefined /any`, as aws-cdk-lib writes it, which cannot be deployed",
    ),
    ("apigatewayv2::scopes-without-jwt", "the case has default scopes on routes with Lambda authorizers"),
    ("apigatewayv2::service-parameter", "the cases call actions without parameters that these need"),
    ("apigatewayv2::stage-name", "the case has an umlaut in the name of a stage"),
    (
        "apigatewayv2::stage-not-deployed",
        "the cases have stages that neither deploy by themselves nor have a deployment",
    ),
    ("apigatewayv2::stage-variable", "the case has a made-up value"),
    ("apigatewayv2::throttle-without-rate", "the cases have burst limits alone"),
    ("apigatewayv2::throttle-zero", "the cases have limits of 0"),
    ("apigatewayv2::timeout-ignored", "aws-cdk-lib leaves the timeout out too"),
    ("apigatewayv2::tls-name-not-private", "the case has a name to verify for a public backend"),
    ("apigatewayv2::truststore-version", "the cases have truststores without a version"),
    ("apigatewayv2::unknown-path-parameter", "the case maps a parameter that its path does not have"),
    ("apigatewayv2::url-variable", "the case has `{proxy}` in a URL behind paths without it"),
    ("apigatewayv2::websocket-log-role", "the cases write logs, and say nothing of the account's role"),
    ("apigatewayv2::websocket-route-key", "the case has a made-up key"),
    ("core::slash-in-id", "the case has a slash in an id"),
    ("core::value-length", "the case has a SAML document of 6 characters"),
    ("ec2::no-route-table", "aws-cdk-lib warns too"),
    ("elasticloadbalancingv2::no-target-type", "aws-cdk-lib warns too"),
    ("lambda::no-permission", "aws-cdk-lib warns too"),
    ("cloudwatch::metric-period-replaced", "aws-cdk-lib warns too"),
    ("cloudwatch::unknown-statistic", "aws-cdk-lib warns too"),
    ("core::value-pattern", "the cases have made-up ids"),
    ("ec2::egress-rule-ignored", "aws-cdk-lib warns too"),
    ("elasticloadbalancingv2::action-replaced", "aws-cdk-lib warns too"),
    ("elasticloadbalancingv2::logs-policy", "aws-cdk-lib warns too"),
    ("elasticloadbalancingv2::unknown-security-groups", "aws-cdk-lib warns too"),
    ("iam::unknown-principal", "aws-cdk-lib warns too"),
    ("lambda::snap-start-versions", "aws-cdk-lib warns too"),
    ("servicediscovery::routing-policy", "aws-cdk-lib warns too"),
    ("sqs::encryption-changed", "aws-cdk-lib warns too"),
    ("stepfunctions::multiple-retries", "aws-cdk-lib warns too"),
];

#[test]
fn what_is_said_of_ported_cases_is_true() {
    let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let mut doubtful = Vec::new();
    for case in parity::cases::all() {
        let outdir = tempfile::tempdir().unwrap();
        // An error is part of the report.
        let _ = parity::app(case, App::builder().outdir(outdir.path())).synth();
        let text = std::fs::read_to_string(outdir.path().join("diagnostics.json")).unwrap();
        let report: serde_json::Value = serde_json::from_str(&text).unwrap();
        for diagnostic in report["diagnostics"].as_array().unwrap() {
            let code = diagnostic["code"].as_str().unwrap();
            let line = format!("{}[{code}]", diagnostic["severity"].as_str().unwrap());
            *counts.entry((case.name, line)).or_default() += 1;
            if TRUE.iter().all(|(known, _)| *known != code) {
                doubtful.push(format!("{}: {diagnostic:#}", case.name));
            }
        }
    }
    assert!(doubtful.is_empty(), "false alarms? {}", doubtful.join("\n"));
    let lines: Vec<String> = counts.iter().map(|((case, line), count)| format!("{case}: {count} {line}\n")).collect();
    expect_file!["./alarms.txt"].assert_eq(&lines.concat());
    let unused: Vec<&str> =
        TRUE.iter().map(|(code, _)| *code).filter(|code| !lines.iter().any(|line| line.contains(code))).collect();
    assert!(unused.is_empty(), "told of no case: {unused:?}");
}
