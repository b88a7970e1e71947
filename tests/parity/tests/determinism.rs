//! The same app gives the same bytes: again, and from another working directory.
//!
//! A process of its own, since the working directory belongs to the whole process.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn read_all(directory: &Path, into: &mut BTreeMap<PathBuf, Vec<u8>>, root: &Path) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, into, root);
        } else {
            into.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap());
        }
    }
}

#[test]
fn the_same_app_gives_the_same_bytes() {
    let elsewhere = tempfile::tempdir().unwrap();
    let mut assemblies = Vec::new();
    for round in 0..3 {
        if round == 2 {
            env::set_current_dir(elsewhere.path()).unwrap();
        }
        let mut cases = Vec::new();
        for case in parity::cases::all() {
            let outdir = tempfile::tempdir().unwrap();
            let mut files = BTreeMap::new();
            if parity::synthesize(case, outdir.path()).is_ok() {
                read_all(outdir.path(), &mut files, outdir.path());
            }
            cases.push(files);
        }
        assemblies.push(cases);
    }
    for (index, case) in parity::cases::all().iter().enumerate() {
        for round in 1..3 {
            let (first, other) = (&assemblies[0][index], &assemblies[round][index]);
            let names: (Vec<_>, Vec<_>) = (first.keys().collect(), other.keys().collect());
            assert_eq!(names.0, names.1, "{}", case.name);
            for (name, bytes) in first {
                assert!(other[name] == *bytes, "{}: {} differs in round {round}", case.name, name.display());
            }
        }
    }
}
