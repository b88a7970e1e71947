//! Values that the `cdk` CLI looks up: from context, by a stand-in, and asked for in the manifest.

use aws_cdk_core::{App, Environment, IConstruct, Object, Stack, Stage, cfn_json};
use serde_json::Value;

fn stack(scope: &impl IConstruct, id: &str) -> Stack {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    Stack::builder(scope, id).env(env).build()
}

const KEY: &str = "availability-zones:account=111111111111:region=eu-west-1";

#[test]
fn what_is_not_known_is_asked_for_once() {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path()).build();
    let stage = Stage::new(&app, "Prod");
    for stack in [stack(&app, "One"), stack(&app, "Two"), stack(&stage, "Three")] {
        let zones: Vec<String> =
            stack.availability_zones().iter().map(|zone| zone.as_literal().unwrap().to_owned()).collect();
        assert_eq!(zones, ["dummy1a", "dummy1b", "dummy1c"]);
    }
    app.synth().unwrap();
    for manifest in ["manifest.json", "assembly-Prod/manifest.json"] {
        let text = std::fs::read_to_string(directory.path().join(manifest)).unwrap();
        let manifest: Value = serde_json::from_str(&text).unwrap();
        let missing = manifest["missing"].as_array().unwrap();
        assert_eq!(missing.len(), 1);
        assert_eq!(missing[0]["key"], KEY);
        assert_eq!(missing[0]["props"]["region"], "eu-west-1");
    }
}

#[test]
fn what_is_known_is_taken() {
    let app = App::builder().context(KEY, ["eu-west-1a"]).build();
    let zones = stack(&app, "Stack").availability_zones();
    assert_eq!(zones.iter().map(|zone| zone.as_literal()).collect::<Vec<_>>(), [Some("eu-west-1a")]);
    assert!(Stack::new(&app, "Agnostic").availability_zones().iter().all(|zone| zone.is_token()));
}

#[test]
fn lookups_need_an_environment_and_may_fail() {
    let app = App::builder().context(KEY, cfn_json!({ "$providerError": "no such region" })).build();
    stack(&app, "Failed").availability_zones();
    Stack::new(&app, "Unknown").context_value("vpc-provider", Object::new(), None);
    let codes: Vec<String> = app.diagnostics().iter().map(|diagnostic| diagnostic.code().to_owned()).collect();
    assert_eq!(codes, ["core::lookup", "core::unknown-environment"]);
    let app = App::builder().context(KEY, "eu-west-1a").build();
    stack(&app, "Text").availability_zones();
    assert_eq!(app.diagnostics()[0].code(), "core::lookup");
}
