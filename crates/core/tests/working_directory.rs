//! Synthesis and the working directory. A process of its own, since the working directory belongs to the whole process.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use aws_cdk_core::{App, Asset, Stack};

fn build(outdir: &Path) -> PathBuf {
    let app = App::builder().outdir(outdir).build();
    Asset::new(&Stack::new(&app, "Stack"), "Asset", "source");
    app.synth().unwrap().directory().to_owned()
}

#[test]
fn the_working_directory_decides_about_relative_paths_only() {
    let directory = tempfile::tempdir().unwrap();
    let read = |path: &str| fs::read_to_string(directory.path().join(path)).unwrap();
    for place in ["one", "two"] {
        let place = directory.path().join(place);
        fs::create_dir_all(place.join("source")).unwrap();
        fs::write(place.join("source/a.txt"), "a").unwrap();
        env::set_current_dir(&place).unwrap();
        build(Path::new("cdk.out"));
    }
    for file in ["Stack.template.json", "Stack.assets.json", "manifest.json", "tree.json", "Stack.metadata.json"] {
        assert_eq!(read(&format!("one/cdk.out/{file}")), read(&format!("two/cdk.out/{file}")));
    }

    // The working directory itself is filled, and stays the working directory.
    fs::write("notes.txt", "mine").unwrap();
    fs::write("Stale.template.json", "{}").unwrap();
    build(Path::new("."));
    build(Path::new("."));
    assert_eq!(fs::read_to_string("notes.txt").unwrap(), "mine");
    assert_eq!(fs::read_to_string("source/a.txt").unwrap(), "a");
    assert!(Path::new("manifest.json").exists());
    assert!(!Path::new("Stale.template.json").exists());
    assert!(!Path::new(".new").exists());
    assert!(directory.path().join("two/manifest.json").exists());
}
