//! The physical limit of a synthesis: writing the files of an assembly, of which the values are ready, with `serde_json`.
//!
//! `limit ASSEMBLY DIRECTORY RUNS` reads the JSON files of an assembly into values, writes them that many times into new
//! directories inside of another, and prints the nanoseconds of each time. What it writes has the same bytes, which it checks.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the report of a tool")]

use std::error::Error;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{PrettyFormatter, Serializer};

/// A file of the assembly: its name, what it says, and how its lines are indented.
struct Document {
    name: PathBuf,
    value: Value,
    indent: String,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [assembly, directory, runs] = &arguments[..] else {
        eprintln!("usage: limit ASSEMBLY DIRECTORY RUNS");
        return ExitCode::from(2);
    };
    match run(Path::new(assembly), Path::new(directory), runs) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(assembly: &Path, directory: &Path, runs: &str) -> Result<(), Box<dyn Error>> {
    let documents = read(assembly)?;
    let _ = fs::remove_dir_all(directory);
    fs::create_dir(directory)?;
    for round in 0..runs.parse()? {
        // Some file systems make files more slowly where others were just deleted.
        let directory = directory.join(format!("{round}"));
        println!("{}", write(&documents, &directory)?.as_nanos());
        if round == 0 {
            check(&documents, assembly, &directory)?;
        }
    }
    Ok(fs::remove_dir_all(directory)?)
}

fn read(assembly: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let mut documents = Vec::new();
    for entry in fs::read_dir(assembly)? {
        let path = entry?.path();
        if path.is_dir() {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let second = text.lines().nth(1).unwrap_or_default();
        let indent = second.chars().take_while(|c| *c == ' ').collect();
        let name = path.strip_prefix(assembly)?.to_owned();
        documents.push(Document { name, value: serde_json::from_str(&text)?, indent });
    }
    Ok(documents)
}

/// What is measured.
fn write(documents: &[Document], directory: &Path) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    fs::create_dir(directory)?;
    for Document { name, value, indent } in documents {
        let mut writer = BufWriter::with_capacity(1 << 16, File::create(directory.join(name))?);
        if indent.is_empty() {
            serde_json::to_writer(&mut writer, value)?;
        } else {
            let formatter = PrettyFormatter::with_indent(indent.as_bytes());
            value.serialize(&mut Serializer::with_formatter(&mut writer, formatter))?;
        }
        writer.into_inner()?;
    }
    Ok(start.elapsed())
}

fn check(documents: &[Document], assembly: &Path, directory: &Path) -> Result<(), Box<dyn Error>> {
    for Document { name, .. } in documents {
        if fs::read(assembly.join(name))? != fs::read(directory.join(name))? {
            return Err(format!("`{}` was written with other bytes", name.display()).into());
        }
    }
    Ok(())
}
