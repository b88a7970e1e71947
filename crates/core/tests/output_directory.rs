//! What stands in the output directory before and after a synthesis, one that fails included.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aws_cdk_core::{Annotations, App, Asset, CfnOutput, Construct, Lazy, Stack, Stage, SynthError};

fn synth(outdir: &Path, build: impl FnOnce(&Stack)) -> Result<(), SynthError> {
    let app = App::builder().outdir(outdir).build();
    build(&Stack::new(&app, "Stack"));
    app.synth().map(|_| ())
}

fn output(text: &str) -> impl FnOnce(&Stack) {
    let text = text.to_owned();
    move |stack| {
        CfnOutput::new(stack, "Output", text);
    }
}

fn read_all(directory: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn read(directory: &Path, root: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, root, files);
            } else {
                files.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    let mut files = BTreeMap::new();
    read(directory, directory, &mut files);
    files
}

/// The report tells of the last synthesis, be it one that failed.
fn without_report(mut files: BTreeMap<PathBuf, Vec<u8>>) -> BTreeMap<PathBuf, Vec<u8>> {
    files.remove(Path::new("diagnostics.json"));
    files
}

fn names(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_same_app_gives_the_same_bytes() {
    let directory = tempfile::tempdir().unwrap();
    let (one, two) = (directory.path().join("one"), directory.path().join("two"));
    synth(&one, output("value")).unwrap();
    synth(&two, output("value")).unwrap();
    let first = read_all(&one);
    assert_eq!(first, read_all(&two));
    synth(&one, output("value")).unwrap();
    assert_eq!(first, read_all(&one));
    let app = App::builder().outdir(&two).build();
    output("value")(&Stack::new(&app, "Stack"));
    app.synth().unwrap();
    app.synth().unwrap();
    assert_eq!(first, read_all(&two));
    assert_eq!(names(directory.path()), ["one", "two"]);
}

#[test]
fn an_error_leaves_the_previous_assembly() {
    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    synth(&outdir, output("before")).unwrap();
    let before = read_all(&outdir);
    synth(&outdir, |stack| {
        Construct::new(stack, "");
    })
    .unwrap_err();
    assert_eq!(without_report(before), without_report(read_all(&outdir)));
    assert_eq!(names(directory.path()), ["cdk.out"]);
}

#[test]
fn the_report_is_of_the_last_synthesis() {
    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    let report = || fs::read_to_string(outdir.join("diagnostics.json")).unwrap();
    let line = line!() + 2;
    synth(&outdir, |stack| {
        Construct::new(stack, "");
        Annotations::of(stack).add_warning("books::few", "few \"books\"");
    })
    .unwrap_err();
    assert_eq!(names(&outdir), ["diagnostics.json"]);
    let expected = serde_json::json!({
        "version": 1,
        "diagnostics": [
            {
                "severity": "error",
                "code": "core::empty-id",
                "message": "a construct below the app has an empty id",
                "help": "give it an id that is unique among the constructs of its scope",
                "notes": [],
                "construct": "Stack",
                "file": file!(),
                "line": line,
                "column": 9,
            },
            {
                "severity": "warning",
                "code": "books::few",
                "message": "few \"books\"",
                "help": null,
                "notes": [],
                "construct": "Stack",
                "file": file!(),
                "line": line + 1,
                "column": 32,
            },
        ],
    });
    assert_eq!(serde_json::from_str::<serde_json::Value>(&report()).unwrap(), expected);

    synth(&outdir, output("after")).unwrap();
    assert_eq!(report(), "{\n  \"version\": 1,\n  \"diagnostics\": []\n}");
}

#[test]
fn limits_are_counted() {
    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    synth(&outdir, output("value")).unwrap();
    let limits: serde_json::Value = serde_json::from_slice(&fs::read(outdir.join("limits.json")).unwrap()).unwrap();
    let template = fs::read(outdir.join("Stack.template.json")).unwrap();
    let of = |name: &str| {
        let all = limits["limits"].as_array().unwrap();
        let entry = all.iter().find(|entry| entry["name"] == name).unwrap();
        assert_eq!(entry["construct"], "Stack");
        (entry["count"].as_u64().unwrap(), entry["limit"].as_u64().unwrap())
    };
    assert_eq!(of("core.outputs"), (1, 200));
    assert_eq!(of("core.resources"), (0, 500));
    assert_eq!(of("core.template-bytes"), (template.len() as u64, 1_000_000));
}

#[test]
fn an_asset_that_cannot_be_copied_leaves_the_previous_assembly() {
    let directory = tempfile::tempdir().unwrap();
    let (outdir, source) = (directory.path().join("cdk.out"), directory.path().join("source"));
    fs::create_dir(&source).unwrap();
    fs::write(source.join("a.txt"), "a").unwrap();
    synth(&outdir, output("before")).unwrap();
    let before = read_all(&outdir);
    let error = synth(&outdir, |stack| {
        Asset::new(stack, "Fine", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        Asset::new(stack, "Gone", &source);
        fs::remove_dir_all(&source).unwrap();
    })
    .unwrap_err();
    assert_eq!(error.diagnostics()[0].code(), "core::output");
    assert_eq!(without_report(before), without_report(read_all(&outdir)));
    assert_eq!(names(directory.path()), ["cdk.out"]);
}

#[test]
fn assets_stay_when_their_source_is_gone() {
    let directory = tempfile::tempdir().unwrap();
    let (outdir, source) = (directory.path().join("cdk.out"), directory.path().join("source"));
    fs::create_dir_all(source.join("inner")).unwrap();
    fs::write(source.join("inner/a.txt"), "a").unwrap();
    let app = || {
        let app = App::builder().outdir(&outdir).build();
        Asset::new(&Stack::new(&app, "Stack"), "Asset", &source);
        app
    };
    app().synth().unwrap();
    let before = read_all(&outdir);
    let again = app();
    fs::remove_dir_all(&source).unwrap();
    again.synth().unwrap();
    assert_eq!(before, read_all(&outdir));
}

#[test]
fn files_of_the_user_survive_and_stale_ones_go() {
    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    let app = App::builder().outdir(&outdir).build();
    Stack::new(&app, "Old");
    app.synth().unwrap();
    fs::create_dir(outdir.join(".cache")).unwrap();
    fs::write(outdir.join(".cache/kept.zip"), "zip").unwrap();
    fs::write(outdir.join("notes.txt"), "mine").unwrap();
    fs::write(outdir.join("synth.lock"), "lock of the CLI").unwrap();
    synth(&outdir, output("value")).unwrap();
    assert_eq!(
        names(&outdir),
        [
            ".cache",
            "Stack.assets.json",
            "Stack.metadata.json",
            "Stack.template.json",
            "cdk.out",
            "diagnostics.json",
            "limits.json",
            "manifest.json",
            "notes.txt",
            "synth.lock",
            "tree.json"
        ]
    );
    assert_eq!(fs::read_to_string(outdir.join(".cache/kept.zip")).unwrap(), "zip");
    assert_eq!(fs::read_to_string(outdir.join("notes.txt")).unwrap(), "mine");
    assert_eq!(names(directory.path()), ["cdk.out"]);
}

/// A large app, of which the files are written by a thread, with one output that may differ.
fn many_stacks(outdir: &Path, value: &str, stacks: usize) {
    let app = App::builder().outdir(outdir).build();
    for number in 0..stacks {
        let stack = Stack::new(&app, format!("Stack{number}"));
        for index in 0..100 {
            let value = if (number, index) == (7, 50) { value } else { "same" };
            CfnOutput::new(&stack, format!("Output{index}"), value);
        }
    }
    app.synth().unwrap();
}

#[test]
fn what_is_as_it_was_has_the_same_bytes_as_what_is_new() {
    let directory = tempfile::tempdir().unwrap();
    let (outdir, fresh) = (directory.path().join("cdk.out"), directory.path().join("fresh"));
    for (value, stacks) in [("one", 40), ("two", 40), ("three", 40), ("three", 38), ("three", 40), ("a longer one", 40)]
    {
        many_stacks(&outdir, value, stacks);
        let _ = fs::remove_dir_all(&fresh);
        many_stacks(&fresh, value, stacks);
        assert!(read_all(&outdir) == read_all(&fresh), "{value}, {stacks} stacks");
    }
    // What a user changed is put right.
    fs::write(outdir.join("Stack3.template.json"), "{}").unwrap();
    fs::write(outdir.join("tree.json"), "").unwrap();
    let mut longer = fs::read(outdir.join("manifest.json")).unwrap();
    longer.push(b'\n');
    fs::write(outdir.join("manifest.json"), longer).unwrap();
    fs::remove_file(outdir.join("cdk.out")).unwrap();
    fs::create_dir(outdir.join("cdk.out")).unwrap();
    many_stacks(&outdir, "a longer one", 40);
    assert!(read_all(&outdir) == read_all(&fresh));
    assert_eq!(names(directory.path()), ["cdk.out", "fresh"]);
}

#[cfg(unix)]
#[test]
fn what_is_as_it_was_is_not_written_again() {
    use std::os::unix::fs::MetadataExt;

    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    let inode = |name: &str| fs::metadata(outdir.join(name)).unwrap().ino();
    let files = ["Stack3.template.json", "Stack7.template.json", "manifest.json", "cdk.out"];
    many_stacks(&outdir, "before", 20);
    let before = files.map(inode);
    many_stacks(&outdir, "after", 20);
    let after = files.map(inode);
    assert_eq!([before[0], before[3]], [after[0], after[3]]);
    assert_ne!([before[1], before[2]], [after[1], after[2]]);
    assert_eq!(fs::metadata(outdir.join(files[0])).unwrap().nlink(), 1);
}

/// An app with an asset, a stage and a nested assembly.
fn with_all_kinds(outdir: &Path, value: &str) {
    let app = App::builder().outdir(outdir).build();
    Asset::new(&Stack::new(&app, "Stack"), "Asset", concat!(env!("CARGO_MANIFEST_DIR"), "/src/synthesis"));
    CfnOutput::new(&Stack::new(&Stage::new(&app, "Stage"), "Inner"), "Output", value);
    app.synth().unwrap();
}

#[cfg(unix)]
#[test]
fn nothing_is_written_if_all_is_as_it_was() {
    use std::os::unix::fs::MetadataExt;

    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    let state = || {
        let metadata = fs::metadata(&outdir).unwrap();
        (metadata.ino(), metadata.mtime(), metadata.mtime_nsec())
    };
    with_all_kinds(&outdir, "one");
    fs::write(outdir.join("notes.txt"), "mine").unwrap();
    let before = state();
    with_all_kinds(&outdir, "one");
    assert_eq!(before, state());
    assert_eq!(names(directory.path()), ["cdk.out"]);

    // Something that is missing or too much is a difference as well.
    let all = read_all(&outdir);
    let asset = names(&outdir).into_iter().find(|name| name.starts_with("asset.")).unwrap();
    fs::remove_dir_all(outdir.join(asset)).unwrap();
    with_all_kinds(&outdir, "one");
    assert!(all == read_all(&outdir));
    for stale in ["Old.template.json", "assembly-Stage/Old.template.json", "asset.0000"] {
        fs::write(outdir.join(stale), "{}").unwrap();
        with_all_kinds(&outdir, "one");
        assert!(all == read_all(&outdir), "{stale}");
    }
    for missing in ["tree.json", "assembly-Stage/cdk.out", "cdk.out"] {
        fs::remove_file(outdir.join(missing)).unwrap();
        with_all_kinds(&outdir, "one");
        assert!(all == read_all(&outdir), "{missing}");
    }
    with_all_kinds(&outdir, "two");
    assert!(all != read_all(&outdir));
    with_all_kinds(&outdir, "one");
    assert!(all == read_all(&outdir));
}

#[test]
fn a_synthesis_that_was_stopped_halfway_is_made_up_for() {
    let directory = tempfile::tempdir().unwrap();
    let (outdir, backup) = (directory.path().join("cdk.out"), directory.path().join(".cdk.out.old"));
    let staging = directory.path().join(".cdk.out.new");
    // Stopped between the two renames.
    synth(&outdir, output("before")).unwrap();
    fs::write(outdir.join("notes.txt"), "mine").unwrap();
    fs::rename(&outdir, &backup).unwrap();
    fs::create_dir(&staging).unwrap();
    fs::write(staging.join("half.template.json"), "{").unwrap();
    synth(&outdir, output("after")).unwrap();
    assert_eq!(fs::read_to_string(outdir.join("notes.txt")).unwrap(), "mine");
    assert_eq!(names(directory.path()), ["cdk.out"]);
    // Stopped after the second one.
    fs::create_dir(&backup).unwrap();
    fs::write(backup.join("manifest.json"), "{}").unwrap();
    fs::write(backup.join("more.txt"), "mine too").unwrap();
    synth(&outdir, output("after")).unwrap();
    assert_eq!(fs::read_to_string(outdir.join("more.txt")).unwrap(), "mine too");
    assert_eq!(names(directory.path()), ["cdk.out"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_output_directory_stays_a_link() {
    let directory = tempfile::tempdir().unwrap();
    let (real, link) = (directory.path().join("real"), directory.path().join("cdk.out"));
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    synth(&link, output("value")).unwrap();
    synth(&link, output("value")).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(real.join("Stack.template.json").exists());
    assert_eq!(names(directory.path()), ["cdk.out", "real"]);
}

#[cfg(unix)]
#[test]
fn permissions_of_the_output_directory_stay() {
    use std::os::unix::fs::PermissionsExt;

    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    fs::create_dir(&outdir).unwrap();
    fs::set_permissions(&outdir, fs::Permissions::from_mode(0o700)).unwrap();
    synth(&outdir, output("value")).unwrap();
    assert_eq!(fs::metadata(&outdir).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn parents_are_made() {
    let directory = tempfile::tempdir().unwrap();
    synth(&directory.path().join("a/b/c"), output("value")).unwrap();
    assert!(directory.path().join("a/b/c/manifest.json").exists());
}

#[test]
fn many_may_write_to_one_directory() {
    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| synth(&outdir, output("value")).unwrap());
        }
    });
    assert!(outdir.join("manifest.json").exists());
    assert_eq!(names(directory.path()), ["cdk.out"]);
}

/// Stacks of which one has the value. Something else happens whenever an output of the second one is resolved.
fn with_value(outdir: &Path, place: usize, value: &str, meanwhile: impl Fn() + 'static) {
    let app = App::builder().outdir(outdir).build();
    let meanwhile = Rc::new(meanwhile);
    for number in 0..4 {
        let stack = Stack::new(&app, format!("Stack{number}"));
        CfnOutput::new(&stack, "Output", if number == place { value } else { "same" });
        if number == 1 {
            let meanwhile = meanwhile.clone();
            let lazy = Lazy::string(move || {
                meanwhile();
                "lazy"
            });
            CfnOutput::new(&stack, "Lazy", lazy);
        }
    }
    app.synth().unwrap();
}

#[test]
fn an_assembly_is_never_of_two_apps() {
    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    let fresh: Vec<_> = (0..4)
        .map(|place| {
            let fresh = directory.path().join(format!("fresh{place}"));
            with_value(&fresh, place, "value", || {});
            read_all(&fresh)
        })
        .collect();
    for _ in 0..20 {
        std::thread::scope(|scope| {
            for place in 0..4 {
                let outdir = &outdir;
                scope.spawn(move || with_value(outdir, place, "value", || {}));
            }
        });
        assert!(fresh.contains(&read_all(&outdir)));
    }
}

/// Another app writes to the directory after the first files were found to be as they were.
#[test]
fn what_another_app_writes_meanwhile_is_noticed() {
    let directory = tempfile::tempdir().unwrap();
    let (outdir, fresh) = (directory.path().join("cdk.out"), directory.path().join("fresh"));
    with_value(&fresh, 3, "after", || {});
    for times in 0..6 {
        with_value(&outdir, 3, "before", || {});
        let (other, count) = (outdir.clone(), Cell::new(0));
        with_value(&outdir, 3, "after", move || {
            if count.replace(count.get() + 1) == times {
                with_value(&other, 0, "other", || {});
            }
        });
        assert!(read_all(&fresh) == read_all(&outdir), "after {times} times");
    }
}
