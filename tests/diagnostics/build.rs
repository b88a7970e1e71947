//! Lists the programs, so that a new one is a new file and nothing else.
#![allow(clippy::expect_used, reason = "a build script may fail")]
#![allow(clippy::print_stdout, reason = "that is how a build script speaks")]

use std::path::{Path, PathBuf};
use std::{env, fs};

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("a readable folder").map(|entry| entry.expect("a readable entry").path()).collect();
    paths.sort();
    paths
}

fn main() {
    println!("cargo::rerun-if-changed=programs");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let files: Vec<PathBuf> = entries(&root.join("programs")).iter().flat_map(|folder| entries(folder)).collect();
    let (mut modules, mut table) = (String::new(), String::new());
    for (index, path) in files.iter().filter(|path| path.extension().is_some_and(|end| end == "rs")).enumerate() {
        let file = path.to_string_lossy().replace('\\', "/");
        let name = path.strip_prefix(&root).expect("below the root").to_string_lossy().replace('\\', "/");
        modules += &format!("#[path = {file:?}]\nmod program_{index};\n");
        table += &format!(
            "    Program {{ file: {name:?}, wrong: program_{index}::wrong, right: program_{index}::right }},\n"
        );
    }
    let list = format!("{modules}\nconst PROGRAMS: &[Program] = &[\n{table}];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("programs.rs"), list).expect("a writable file");
}
