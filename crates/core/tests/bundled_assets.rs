//! Assets whose files are made while the app is synthesized: when they are made, and what the assembly then says of them.
#![allow(clippy::expect_used, reason = "a test may fail")]

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aws_cdk_core::{
    Annotations, App, AssetBundling, BundledAsset, BundledFiles, CfnResource, Diagnostic, IConstruct, Json,
    NestedStack, Node, Object, Stack, Stage, cfn_json, testing,
};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Writes a file for each asset, and remembers for what it was called.
#[derive(Default)]
struct Scribe {
    directory: PathBuf,
    content: RefCell<String>,
    hash: Option<&'static str>,
    fails: Cell<bool>,
    calls: RefCell<Vec<Vec<String>>>,
}

impl AssetBundling for Scribe {
    fn bundle(&self, assets: &[BundledAsset], report: &mut dyn FnMut(&Node, Diagnostic)) -> Vec<Option<BundledFiles>> {
        self.calls.borrow_mut().push(assets.iter().map(|asset| asset.node().path()).collect());
        let make = |asset: &BundledAsset| {
            if self.fails.get() {
                report(asset.node(), Diagnostic::error("scribe::tired", "the scribe is tired"));
                return None;
            }
            let file = self.directory.join(format!("{}.zip", asset.node().path().replace('/', "-")));
            fs::write(&file, self.content.borrow().as_str()).expect("a file");
            let files = BundledFiles::new(file);
            Some(match self.hash {
                Some(hash) => files.hash(hash),
                None => files,
            })
        };
        assets.iter().map(make).collect()
    }
}

struct Setting {
    directory: TempDir,
    app: App,
    scribe: Rc<Scribe>,
}

fn setting(context: Json) -> Setting {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let mut app = App::builder().outdir(directory.path().join("cdk.out"));
    for (key, value) in context.as_object().into_iter().flat_map(Object::iter) {
        app = app.context(key, value.clone());
    }
    let scribe =
        Scribe { directory: directory.path().to_owned(), content: "one".to_owned().into(), ..Scribe::default() };
    Setting { app: app.build(), directory, scribe: Rc::new(scribe) }
}

impl Setting {
    /// A resource that says where the asset is.
    fn note(&self, scope: &impl IConstruct, id: &str) -> CfnResource {
        let asset = BundledAsset::new(scope, id, self.scribe.clone());
        let resource = CfnResource::builder(scope, format!("{id}Resource"), "My::Own::Note")
            .property("Bucket", asset.s3_bucket_name())
            .property("Key", asset.s3_object_key())
            .build();
        asset.add_resource_metadata(&resource, "Key");
        resource
    }

    fn read(&self, file: impl AsRef<Path>) -> Value {
        let text = fs::read_to_string(self.directory.path().join("cdk.out").join(file)).expect("a file");
        serde_json::from_str(&text).expect("JSON")
    }

    fn calls(&self) -> Vec<Vec<String>> {
        self.scribe.calls.take()
    }
}

fn key(template: &Value, id: &str) -> String {
    template["Resources"][id]["Properties"]["Key"].as_str().expect("a literal").to_owned()
}

#[test]
fn all_are_made_at_once_and_anew_in_each_synthesis() {
    let setting = setting(cfn_json!({ "aws:cdk:enable-asset-metadata": true }));
    let stage = Stage::new(&setting.app, "Beta");
    setting.note(&Stack::new(&setting.app, "Books"), "Note");
    setting.note(&Stack::new(&stage, "Music"), "Note");
    assert_eq!(setting.calls(), [[""; 0]; 0]);

    setting.app.synth().expect("no errors");
    assert_eq!(setting.calls(), [["Books/Note", "Beta/Music/Note"]]);
    let template = setting.read("Books.template.json");
    let first = key(&template, "NoteResource");
    let hash = first.strip_suffix(".zip").expect("a zip file").to_owned();
    let name = format!("asset.{first}");
    let staged = setting.directory.path().join("cdk.out").join(&name);
    assert_eq!(fs::read_to_string(staged).expect("the file is in the assembly"), "one");
    let entry = &setting.read("Books.assets.json")["files"][&hash];
    assert_eq!(entry["source"], json!({ "path": name, "packaging": "file" }));
    assert_eq!(entry["displayName"], "Note");
    let metadata = &template["Resources"]["NoteResource"]["Metadata"];
    assert_eq!((&metadata["aws:asset:path"], &metadata["aws:asset:is-bundled"]), (&json!(name), &json!(true)));
    let beta = fs::read_dir(setting.directory.path().join("cdk.out/assembly-Beta")).expect("the assembly of the stage");
    let files = beta.map(|entry| entry.expect("an entry").path());
    let music = files.filter(|path| path.to_string_lossy().ends_with(".template.json")).map(|path| setting.read(path));
    let music = music.last().expect("a template");
    assert_eq!(music["Resources"]["NoteResource"]["Metadata"]["aws:asset:path"], json!(format!("../{name}")));

    setting.scribe.content.replace("two".to_owned());
    setting.app.synth().expect("no errors");
    let second = key(&setting.read("Books.template.json"), "NoteResource");
    assert_ne!(first, second);
    let staged = setting.directory.path().join("cdk.out").join(format!("asset.{second}"));
    assert_eq!(fs::read_to_string(staged).expect("the file is in the assembly"), "two");
}

#[test]
fn a_hash_that_is_known_is_taken() {
    let mut setting = setting(cfn_json!({}));
    let scribe = Scribe { directory: setting.directory.path().to_owned(), hash: Some("abc"), ..Scribe::default() };
    setting.scribe = Rc::new(scribe);
    setting.note(&Stack::new(&setting.app, "Books"), "Note");
    setting.app.synth().expect("no errors");
    assert_eq!(key(&setting.read("Books.template.json"), "NoteResource"), "abc.zip");
}

#[test]
fn nothing_is_made_for_templates_in_memory() {
    let setting = setting(cfn_json!({}));
    let stack = Stack::new(&setting.app, "Books");
    setting.note(&stack, "Note");
    let key_in_memory = || {
        let synthesized = testing::synthesize(&stack).expect("no other synthesis");
        key(&serde_json::from_str(&synthesized.stacks[0].template).expect("JSON"), "NoteResource")
    };
    let before = key_in_memory();
    assert_eq!(setting.calls(), [[""; 0]; 0]);
    setting.app.synth().expect("no errors");
    assert_ne!(key(&setting.read("Books.template.json"), "NoteResource"), before);
    assert_eq!(key_in_memory(), before);
}

#[test]
fn the_cli_says_whose_assets_it_needs() {
    let calls = |patterns: Json| {
        let setting = setting(cfn_json!({ "aws:cdk:bundling-stacks": patterns }));
        let books = Stack::new(&setting.app, "Books");
        setting.note(&books, "A");
        setting.note(&NestedStack::new(&books, "Nested"), "B");
        setting.note(&Stack::new(&Stage::new(&setting.app, "Beta"), "Books"), "C");
        setting.app.synth().expect("no errors");
        setting.calls().concat().join(" ")
    };
    assert_eq!(calls(cfn_json!(["**"])), "Books/A Books/Nested/B Beta/Books/C");
    assert_eq!(calls(cfn_json!([])), "");
    // A nested stack goes with its parent; a name is of the whole path.
    assert_eq!(calls(cfn_json!(["Books"])), "Books/A Books/Nested/B");
    assert_eq!(calls(cfn_json!(["Beta/*"])), "Beta/Books/C");
    assert_eq!(calls(cfn_json!(["*/Books", "Boo?s"])), "Books/A Books/Nested/B Beta/Books/C");
    assert_eq!(calls(cfn_json!(["!Books"])), "Books/Nested/B Beta/Books/C");
}

#[test]
fn what_is_not_made_is_named_by_its_path() {
    let setting = setting(cfn_json!({ "aws:cdk:bundling-stacks": [] }));
    setting.note(&Stack::new(&setting.app, "Books"), "Note");
    setting.app.synth().expect("no errors");
    let files = &setting.read("Books.assets.json")["files"];
    let key = key(&setting.read("Books.template.json"), "NoteResource");
    assert_eq!(key.len(), "0123456789abcdef".len() * 4 + ".zip".len());
    assert_eq!(files[key.trim_end_matches(".zip")]["source"]["packaging"], "zip");
}

#[test]
fn an_app_with_errors_waits_for_nothing() {
    let setting = setting(cfn_json!({}));
    let stack = Stack::new(&setting.app, "Books");
    setting.note(&stack, "Note");
    Annotations::of(&stack).add_error("books::few", "there are few books");
    let error = setting.app.synth().expect_err("the error");
    assert_eq!(error.diagnostics().len(), 1);
    assert_eq!(setting.calls(), [[""; 0]; 0]);
}

#[test]
fn what_cannot_be_made_is_an_error_of_this_synthesis_alone() {
    let setting = setting(cfn_json!({}));
    setting.note(&Stack::new(&setting.app, "Books"), "Note");
    setting.scribe.fails.set(true);
    let error = setting.app.synth().expect_err("the error");
    let [diagnostic] = error.diagnostics() else { panic!("{error}") };
    assert_eq!((diagnostic.code(), diagnostic.path()), ("scribe::tired", "Books/Note"));
    setting.scribe.fails.set(false);
    setting.app.synth().expect("no errors");
}
