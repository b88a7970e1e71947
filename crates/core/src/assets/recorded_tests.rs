//! Hashes and copies of directories, compared with those that `tests-data/assets.mjs` recorded with aws-cdk-lib.
#![cfg(unix)]

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

use crate::hash::{hex, sha256};

use super::fingerprint::fingerprint;
use super::walk::compare_utf16;
use super::{AssetError, AssetOptions, FileAsset, Fingerprints, IgnoreMode, SymlinkFollowMode, copy_directory};

#[test]
fn fingerprints() {
    check_all("fingerprint", 80, |source, options, _| fingerprint(source, options).map(Value::String));
}

#[test]
fn staging() {
    check_all("staging", 10, |source, options, _| {
        FileAsset::new(source, options.clone(), String::new(), &Fingerprints::default())
            .map(|asset| Value::String(asset.hash))
    });
}

#[test]
fn copies() {
    check_all("copy", 40, |source, options, base| {
        fs::create_dir(base.join("copy")).unwrap();
        copy_directory(source, &base.join("copy"), options)?;
        let mut lines = Vec::new();
        list(&base.join("copy"), base, "", &mut lines);
        Ok(Value::from(lines))
    });
}

#[test]
fn a_socket_is_left_out_unless_a_link_leads_to_it() {
    let base = tempfile::tempdir().unwrap();
    let tree = base.path().join("tree");
    fs::create_dir(&tree).unwrap();
    let empty = fingerprint(&tree, &AssetOptions::new()).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(tree.join("socket")).unwrap();
    assert_eq!(fingerprint(&tree, &AssetOptions::new()).unwrap(), empty);

    std::os::unix::fs::symlink("socket", tree.join("link")).unwrap();
    let options = AssetOptions::new().follow_symlinks(SymlinkFollowMode::Always);
    assert!(matches!(fingerprint(&tree, &options), Err(AssetError::Unsupported { path }) if path == Path::new("link")));
    let failed = fingerprint(&tree.join("socket"), &options);
    assert!(matches!(failed, Err(AssetError::Unsupported { .. })));
}

#[test]
fn names_that_are_not_unicode_are_refused() {
    use std::os::unix::ffi::OsStrExt;
    let base = tempfile::tempdir().unwrap();
    let file = base.path().join(std::ffi::OsStr::from_bytes(b"\xff"));
    fs::write(&file, "").unwrap();
    let failed = fingerprint(base.path(), &AssetOptions::new());
    assert!(matches!(failed, Err(AssetError::NotUnicode { path }) if path.file_name() == file.file_name()));
}

#[test]
fn patterns_that_are_not_valid_are_refused() {
    let base = tempfile::tempdir().unwrap();
    let options = AssetOptions::new().exclude(["c++"]).ignore_mode(IgnoreMode::Docker);
    let message = fingerprint(base.path(), &options).unwrap_err().to_string();
    assert_eq!(message, "`c++` is not a valid pattern of the ignore mode `docker`");
}

/// Builds the tree of each case of a kind, and compares what comes of it with what was recorded.
fn check_all(kind: &str, at_least: usize, run: impl Fn(&Path, &AssetOptions, &Path) -> Result<Value, AssetError>) {
    let recorded: Value = serde_json::from_str(include_str!("../../tests-data/assets.json")).unwrap();
    let cases: Vec<&Value> = recorded["cases"].as_array().unwrap().iter().filter(|case| case["kind"] == kind).collect();
    assert!(cases.len() >= at_least, "{} recorded cases", cases.len());
    for case in cases {
        let base = tempfile::tempdir().unwrap();
        let base = fs::canonicalize(base.path()).unwrap();
        let tree = base.join("tree");
        build(&base, &tree, recorded["outside"].as_object().unwrap());
        build(&tree, &tree, recorded["trees"][case["tree"].as_str().unwrap()].as_object().unwrap());
        let source = base.join(case["root"].as_str().unwrap_or("tree"));
        let result = run(&source, &options(case), &base);
        fs::remove_dir_all(&base).unwrap();
        let described = format!("{case} gave {result:?}");
        match (result, case["error"].as_str()) {
            (Ok(found), None) => assert!(found == case["hash"] || found == case["listing"], "{described}"),
            (Err(AssetError::ExternalSymlink { .. }), Some("BundlingFileSymlinkForbidden")) => {}
            (Err(AssetError::NotADirectory { .. }), Some("Directory")) => {}
            (Err(AssetError::Missing { .. }), Some("Error")) => {}
            _ => panic!("{described}"),
        }
    }
}

fn options(case: &Value) -> AssetOptions {
    let text = |key: &str| case[key].as_str().unwrap_or_default();
    let exclude = case["exclude"].as_array().into_iter().flatten().map(|pattern| pattern.as_str().unwrap());
    AssetOptions::new()
        .exclude(exclude)
        .ignore_mode(match text("ignoreMode") {
            "git" => IgnoreMode::Git,
            "docker" => IgnoreMode::Docker,
            _ => IgnoreMode::Glob,
        })
        .follow_symlinks(match text("follow") {
            "never" => SymlinkFollowMode::Never,
            "always" => SymlinkFollowMode::Always,
            "internal-only" => SymlinkFollowMode::BlockExternal,
            _ => SymlinkFollowMode::External,
        })
        .extra_hash(format!("{}{}", text("extraHash"), text("salt")))
}

/// Writes a tree as `assets.mjs` does.
fn build(base: &Path, root: &Path, tree: &Map<String, Value>) {
    fs::create_dir_all(base).unwrap();
    for (path, spec) in tree {
        let file = base.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        if let Some(link) = spec["link"].as_str() {
            let target = link.replace("$TREE", root.to_str().unwrap());
            std::os::unix::fs::symlink(target, &file).unwrap();
            continue;
        }
        fs::write(&file, content(spec)).unwrap();
        if let Some(mode) = spec["mode"].as_u64() {
            set_mode(&file, mode as u32);
        } else {
            set_mode(&file, 0o644);
        }
    }
}

fn content(spec: &Value) -> Vec<u8> {
    if let Some(text) = spec.as_str() {
        return text.into();
    }
    let repeated = |key: &str| match spec[key].as_array().map(Vec::as_slice) {
        Some([text, count]) => text.as_str().unwrap().repeat(count.as_u64().unwrap() as usize),
        _ => String::new(),
    };
    let text = |key: &str| spec[key].as_str().unwrap_or_default();
    let mut bytes = [&repeated("first"), &repeated("repeat"), text("text"), text("then")].concat().into_bytes();
    let hex = text("hex");
    bytes.extend((0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()));
    bytes
}

fn set_mode(file: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(mode)).unwrap();
}

/// One line for each entry, as `assets.mjs` writes it.
fn list(directory: &Path, base: &Path, prefix: &str, lines: &mut Vec<String>) {
    use std::os::unix::fs::PermissionsExt;
    let mut entries: Vec<_> = fs::read_dir(directory).unwrap().map(Result::unwrap).collect();
    entries.sort_by(|a, b| compare_utf16(a.file_name().to_str().unwrap(), b.file_name().to_str().unwrap()));
    for entry in entries {
        let (path, shown) = (entry.path(), format!("{prefix}{}", entry.file_name().to_str().unwrap()));
        let metadata = entry.metadata().unwrap();
        if metadata.is_symlink() {
            let target = fs::read_link(&path).unwrap();
            lines.push(format!("{shown} -> {}", target.to_str().unwrap().replace(base.to_str().unwrap(), "$BASE")));
        } else if metadata.is_dir() {
            lines.push(format!("{shown}/"));
            list(&path, base, &format!("{shown}/"), lines);
        } else {
            let hash = hex(&sha256(fs::read(&path).unwrap()));
            lines.push(format!("{shown} {:o} {}", metadata.permissions().mode() & 0o777, &hash[..8]));
        }
    }
}
