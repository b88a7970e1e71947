//! Runs the example, without and with a domain name, and reads what it wrote.
#![allow(clippy::expect_used, reason = "a test may fail")]

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

/// The template that the program writes with a context.
fn template(context: &Value) -> Value {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let output = Command::new(env!("CARGO_BIN_EXE_chat"))
        .env("CDK_OUTDIR", directory.path())
        .env("CDK_CONTEXT_JSON", context.to_string())
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(directory.path().join("Chat.template.json")).expect("a template");
    serde_json::from_str(&text).expect("JSON")
}

/// A property of all resources of a type, sorted.
fn properties(template: &Value, resource_type: &str, property: &str) -> Vec<String> {
    let resources = template["Resources"].as_object().expect("resources");
    let of_type = resources.values().filter(|resource| resource["Type"] == resource_type);
    let mut values: Vec<String> = of_type
        .map(|resource| match &resource["Properties"][property] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        })
        .collect();
    values.sort();
    values
}

#[test]
fn it_has_four_routes_two_stages_and_an_authorizer() {
    let template = template(&json!({}));
    let routes = properties(&template, "AWS::ApiGatewayV2::Route", "RouteKey");
    assert_eq!(routes, ["$connect", "$default", "$disconnect", "sendmessage"]);
    assert_eq!(properties(&template, "AWS::ApiGatewayV2::Stage", "StageName"), ["beta", "live"]);
    assert_eq!(properties(&template, "AWS::ApiGatewayV2::Authorizer", "Name"), ["Members"]);
    let authorization = properties(&template, "AWS::ApiGatewayV2::Route", "AuthorizationType");
    assert_eq!(authorization, ["CUSTOM", "NONE", "NONE", "NONE"]);
    assert_eq!(properties(&template, "AWS::ApiGatewayV2::ApiMapping", "ApiMappingKey"), [""; 0]);
}

#[test]
fn a_domain_name_maps_both_stages() {
    let arn = "arn:aws:acm:eu-west-1:111111111111:certificate/c";
    let template = template(&json!({ "domainName": "chat.example.com", "certificateArn": arn }));
    assert_eq!(properties(&template, "AWS::ApiGatewayV2::DomainName", "DomainName"), ["chat.example.com"]);
    assert_eq!(properties(&template, "AWS::ApiGatewayV2::ApiMapping", "ApiMappingKey"), ["beta", "live"]);
    assert!(template["Outputs"]["DomainTarget"].is_object());
}
