//! The cases of tests/recorded, which say what aws-cdk-lib answers, run against this crate.
//!
//! `node tests/recorded/record.mjs DIRECTORY` records them.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use aws_cdk_assertions::{
    AssertionError, Capture, Match, MatchFailure, Matcher, Pattern, Template, TemplateParsingOptions,
};
use serde_json::{Map, Value};

/// Where this crate answers and the CDK does not, or answers with what nobody can mean, and what it answers.
const DIFFERENT: &[(&str, bool)] = &[
    // The CDK crashes on null, in a pattern or under one that looks into it.
    ("exact: null and null", true),
    ("exact: null and object", false),
    ("objectLike: null value", true),
    ("objectLike: null", false),
    ("objectEquals: empty and null", false),
    // The CDK takes all literals in captures for objects.
    ("capture: with a literal", true),
    ("capture: with an array", true),
];

/// The CDK counts two differences where there is no text: its type, and its text that does not match. Of many random cases, a few
/// name another closest element for that reason.
const COUNTED_OTHERWISE: &[&str] = &["regexp: another number"];

type Captures = BTreeMap<String, Capture>;

fn cases(kind: &str) -> Vec<Value> {
    let recorded: Value = serde_json::from_str(include_str!("recorded/cases.json")).unwrap();
    assert_eq!(recorded["recordedFrom"], "aws-cdk-lib 2.276.0");
    recorded[kind].as_array().unwrap().clone()
}

/// The pattern that a case writes as JSON.
fn pattern(json: &Value, captures: &mut Captures) -> Pattern {
    match json {
        Value::Array(items) => Pattern::from(items.iter().map(|item| pattern(item, captures)).collect::<Vec<_>>()),
        Value::Object(entries) => match entries.get("$") {
            Some(name) => matcher(name.as_str().unwrap(), entries, captures).into(),
            None => {
                let entries = entries.iter().map(|(key, value)| (key.clone(), pattern(value, captures)));
                Pattern::from(entries.collect::<indexmap::IndexMap<_, _>>())
            }
        },
        literal => literal.into(),
    }
}

fn matcher(name: &str, entries: &Map<String, Value>, captures: &mut Captures) -> Matcher {
    let of = entries.get("of").map(|of| pattern(of, captures));
    let capture = |of: Option<Pattern>| of.map_or_else(Capture::new, Capture::with_pattern);
    match (name, of) {
        ("capture", of) => {
            captures.entry(entries["name"].as_str().unwrap().to_owned()).or_insert_with(|| capture(of)).clone().into()
        }
        ("absent", None) => Match::absent(),
        ("anyValue", None) => Match::any_value(),
        ("exact", Some(of)) => Match::exact(of),
        ("objectLike", Some(of)) => Match::object_like(of),
        ("objectEquals", Some(of)) => Match::object_equals(of),
        ("arrayWith", Some(of)) => Match::array_with(of),
        ("arrayEquals", Some(of)) => Match::array_equals(of),
        ("not", Some(of)) => Match::not(of),
        ("serializedJson", Some(of)) => Match::serialized_json(of),
        ("stringLikeRegexp", Some(_)) => Match::string_like_regexp(entries["of"].as_str().unwrap()),
        other => panic!("unknown matcher {other:?}"),
    }
}

/// `arrayWith` is `array_with` here.
fn snake_case(name: &str) -> String {
    name.chars()
        .enumerate()
        .map(|(index, c)| match c {
            'A'..='Z' if index > 0 => format!("_{}", c.to_ascii_lowercase()),
            _ => c.to_ascii_lowercase().to_string(),
        })
        .collect()
}

fn check_captures(case: &Value, captures: &Captures, problems: &mut Vec<String>) {
    for (name, expected) in case["captured"].as_object().into_iter().flatten() {
        let found = captures.get(name).map(Capture::values).unwrap_or_default();
        if Value::from(found.clone()) != *expected {
            problems.push(format!("{}: captured {found:?}, recorded {expected}", case["name"]));
        }
    }
}

#[test]
fn matchers_answer_as_recorded() {
    let mut problems = Vec::new();
    let cases = cases("matchers");
    assert!(cases.len() >= 500);
    for case in &cases {
        let name = case["name"].as_str().unwrap();
        let mut captures = Captures::new();
        let entries = case["pattern"].as_object().unwrap();
        let write = || matcher(entries["$"].as_str().unwrap(), entries, &mut captures);
        // A pattern that nobody can mean is refused where it is written, as in the CDK.
        let Ok(matcher) = catch_unwind(AssertUnwindSafe(write)) else {
            if case["throws"] != "AssertionError" {
                problems.push(format!("{name}: refused, recorded {case}"));
            }
            continue;
        };
        let result = matcher.test(case.get("target"));
        if let Some((_, expected)) = DIFFERENT.iter().find(|(different, _)| *different == name) {
            let found = result.map(|result| result.is_success()).ok();
            if found != Some(*expected) || case["matches"] == *expected {
                problems.push(format!("{name}: {found:?}, expected {expected}, recorded {case}"));
            }
            continue;
        }
        match result {
            Err(error) => {
                if case["throws"].is_null() {
                    problems.push(format!("{name}: {error}, recorded {case}"));
                }
            }
            Ok(result) => {
                if case["matches"] != result.is_success() {
                    problems.push(format!("{name}: {:?}, recorded {case}", result.to_human_strings()));
                }
                let place =
                    |failure: MatchFailure| Value::from(vec![failure.path().join("/"), failure.matcher().into()]);
                let mut found: Vec<Value> = result.failures().into_iter().map(place).collect();
                let recorded = case["failures"].as_array().cloned().unwrap_or_default().into_iter();
                let mut recorded: Vec<Value> = recorded
                    .map(|pair| {
                        Value::from(vec![pair[0].as_str().unwrap().to_owned(), snake_case(pair[1].as_str().unwrap())])
                    })
                    .collect();
                let key = |value: &Value| value.to_string();
                found.sort_by_key(key);
                recorded.sort_by_key(key);
                if found != recorded && !COUNTED_OTHERWISE.contains(&name) {
                    problems.push(format!("{name}: found {found:?}, recorded {recorded:?}"));
                }
                result.finished();
                check_captures(case, &captures, &mut problems);
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// What a call gives back, as the CDK would.
fn call(template: &Template, case: &Value, captures: &mut Captures) -> Result<Value, AssertionError> {
    let text = |index: usize| case["args"][index].as_str().unwrap();
    let count = |index: usize| usize::try_from(case["args"][index].as_u64().unwrap()).unwrap();
    let mut argument = |index: usize| match case["args"].get(index) {
        Some(json) => pattern(json, captures),
        None => aws_cdk_assertions::pattern!({}),
    };
    let done = |()| Value::Null;
    match case["method"].as_str().unwrap() {
        "resourceCountIs" => template.try_resource_count_is(text(0), count(1)).map(done),
        "resourcePropertiesCountIs" => {
            template.try_resource_properties_count_is(text(0), argument(1), count(2)).map(done)
        }
        "hasResourceProperties" => template.try_has_resource_properties(text(0), argument(1)).map(done),
        "hasResource" => template.try_has_resource(text(0), argument(1)).map(done),
        "allResources" => template.try_all_resources(text(0), argument(1)).map(done),
        "allResourcesProperties" => template.try_all_resources_properties(text(0), argument(1)).map(done),
        "findResources" => Ok(template.find_resources(text(0), argument(1)).into()),
        "getResourceId" => template.try_get_resource_id(text(0), argument(1)).map(Value::from),
        "templateMatches" => template.try_template_matches(argument(0)).map(done),
        "hasOutput" => template.try_has_output(text(0), argument(1)).map(done),
        "findOutputs" => Ok(template.find_outputs(text(0), argument(1)).into()),
        "hasParameter" => template.try_has_parameter(text(0), argument(1)).map(done),
        "findParameters" => Ok(template.find_parameters(text(0), argument(1)).into()),
        "hasMapping" => template.try_has_mapping(text(0), argument(1)).map(done),
        "findMappings" => Ok(template.find_mappings(text(0), argument(1)).into()),
        "hasCondition" => template.try_has_condition(text(0), argument(1)).map(done),
        "findConditions" => Ok(template.find_conditions(text(0), argument(1)).into()),
        other => panic!("unknown method {other}"),
    }
}

#[test]
fn templates_answer_as_recorded() {
    let mut problems = Vec::new();
    let cases = cases("templates");
    assert!(cases.len() >= 70);
    for case in &cases {
        let name = &case["name"];
        let mut captures = Captures::new();
        let template = Template::try_from_json(case["template"].clone(), TemplateParsingOptions::new());
        match template.and_then(|template| call(&template, case, &mut captures)) {
            Ok(found) => {
                if !case["throws"].is_null() || case["result"] != found {
                    problems.push(format!("{name}: {found}, recorded {case}"));
                }
            }
            Err(error) => {
                if case["throws"] != "AssertionError" {
                    problems.push(format!("{name}: {error}, recorded {case}"));
                }
                // The closest entries stand at the start of a line, with the number of their differences.
                let message = error.to_string();
                let closest: Vec<Value> = message
                    .lines()
                    .filter(|line| !line.starts_with(' ') && line.contains(" difference"))
                    .filter_map(|line| Some(line.split_once(" (")?.0.into()))
                    .collect();
                let recorded = case["closest"].as_array().cloned().unwrap_or_default();
                // The CDK lists no differences where only some resources are as expected.
                if closest != recorded && !recorded.is_empty() {
                    problems.push(format!("{name}: closest {closest:?}, recorded {recorded:?}"));
                }
            }
        }
        check_captures(case, &captures, &mut problems);
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
