//! Every template that is recorded from the CDK, taken as a whole.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::{Path, PathBuf};

use aws_cdk_assertions::{Match, Pattern, Template, TemplateParsingOptions, json, pattern};
use serde_json::Value;

fn templates(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.unwrap().path();
        if path.is_dir() {
            templates(&path, found);
        } else if path.to_string_lossy().ends_with(".template.json") {
            found.push(path);
        }
    }
}

/// One of the templates is of escape hatches that make a circle.
fn options() -> TemplateParsingOptions {
    TemplateParsingOptions::new().skip_cyclical_dependencies_check(true)
}

fn recorded() -> Vec<(PathBuf, Template)> {
    let mut files = Vec::new();
    templates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/parity/expected"), &mut files);
    assert!(files.len() > 100, "found only {} templates", files.len());
    let read = |file: PathBuf| {
        let template = Template::try_from_string(&fs::read_to_string(&file).unwrap(), options()).unwrap();
        (file, template)
    };
    files.into_iter().map(read).collect()
}

#[test]
fn templates_match_themselves_and_nothing_less() {
    for (file, template) in recorded() {
        let value = template.to_json();
        template.template_matches(Match::exact(value));
        let resources = value.get("Resources").cloned();
        template.template_matches(pattern!({ "Resources": resources.map_or(Match::absent().into(), Pattern::from) }));

        let mut more = value.clone();
        more["Resources"]["NoTemplateHasThis"] = json!({ "Type": "AWS::SQS::Queue" });
        let more = Template::try_from_json(more, options()).unwrap();
        more.template_matches(value);
        assert!(more.try_template_matches(Match::exact(value)).is_err(), "{}", file.display());
        assert!(template.try_template_matches(more.to_json()).is_err(), "{}", file.display());
    }
}

#[test]
fn every_resource_is_found_by_its_own_definition() {
    for (file, template) in recorded() {
        for (id, resource) in template.to_json()["Resources"].as_object().into_iter().flatten() {
            let resource_type = resource["Type"].as_str().unwrap();
            let found = template.find_resources(resource_type, Match::exact(resource));
            assert_eq!(found.get(id), Some(resource), "{id} of {}", file.display());
            template.has_resource_properties(resource_type, resource.get("Properties").cloned().unwrap_or(json!({})));
        }
    }
}

#[test]
fn masked_templates_have_no_hashes_of_assets() {
    let longest_run = |text: &str| text.split(|c: char| !c.is_ascii_hexdigit()).map(str::len).max();
    let mut masked = 0;
    for (file, template) in recorded() {
        let first = template.to_masked_json();
        assert_ne!(longest_run(&first.to_string()), Some(64), "{}", file.display());
        assert_eq!(
            Template::try_from_json(first.clone(), options()).unwrap().to_masked_json(),
            first,
            "{}",
            file.display()
        );
        let keys = |value: &Value| value["Resources"].as_object().map(serde_json::Map::len);
        assert_eq!(keys(&first), keys(template.to_json()), "{}", file.display());
        masked += usize::from(first != *template.to_json());
    }
    assert!(masked > 10, "only {masked} templates have assets");
}
