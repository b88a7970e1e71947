//! What the last build made, so that the next synthesis need not start cargo if nothing has changed since.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use aws_cdk_core::hash;
use serde_json::{Value, json};

use crate::bundling::Request;
use crate::cargo::Cargo;
use crate::code::Settings;
use crate::inputs;
use crate::toolchain;

/// Changes with the form of stamps and the content of zip files.
const VERSION: u32 = 1;

/// A file that is published, and what it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Output {
    pub(crate) zip: PathBuf,
    pub(crate) hash: String,
    /// What is in it, and how that was when it was read: a later build may have put another one in its place.
    pub(crate) executable: PathBuf,
    executable_state: Value,
    /// The newest minor version of glibc 2 that the binary needs.
    pub(crate) glibc: Option<u32>,
}

/// Where the zip files and the stamp of a group of functions are.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    directory: PathBuf,
    environment: Vec<String>,
}

impl Store {
    /// That of functions with the same workspace, target and settings.
    pub(crate) fn new(
        target_directory: &Path,
        target: &str,
        settings: &Settings,
        requests: &[(&Request, &Path)],
        cargo: &Cargo,
    ) -> Self {
        let requests: Vec<Value> = requests
            .iter()
            .map(|(Request { id, code, .. }, manifest)| {
                json!([manifest.to_string_lossy(), code.package, code.bin, id, code.features])
            })
            .collect();
        let Settings { no_default_features, profile, subcommand, cargo_args, env } = settings;
        let key = json!([VERSION, target, no_default_features, profile, subcommand, cargo_args, env, requests]);
        let name = &sha256(key.to_string().as_bytes())[..16];
        Self { directory: target_directory.join("lambda-rust").join(name), environment: cargo.relevant_variables() }
    }

    fn stamp(&self) -> PathBuf {
        self.directory.join("stamp.json")
    }

    fn read(&self) -> Value {
        let text = fs::read(self.stamp()).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or(Value::Null)
    }

    /// What the last build made, for each function, if it would make the same now.
    pub(crate) fn fresh(&self, cargo: &Cargo, workspace: &Path) -> Option<Vec<Output>> {
        let stamp = self.read();
        let is_fresh = stamp["environment"] == json!(self.environment)
            && inputs::is_unchanged(&stamp["inputs"], cargo)
            && stamp["toolchain"].as_str() == Some(toolchain::identity(cargo, workspace)?.as_str());
        let outputs = stamp["outputs"].as_array().filter(|_| is_fresh)?;
        outputs.iter().map(|output| self.output(output)).collect()
    }

    /// What stands in a stamp of a zip file that is still there.
    fn output(&self, recorded: &Value) -> Option<Output> {
        let zip = self.directory.join(recorded["zip"].as_str()?);
        if recorded["state"].is_null() || inputs::state(&zip) != recorded["state"] {
            return None;
        }
        let glibc = recorded["glibc"].as_u64().and_then(|minor| u32::try_from(minor).ok());
        Some(Output {
            zip,
            hash: recorded["hash"].as_str()?.to_owned(),
            executable: recorded["executable"].as_str()?.into(),
            executable_state: recorded["executable_state"].clone(),
            glibc,
        })
    }

    /// The zip file that was made of an executable before, if it still is the same one.
    pub(crate) fn known(&self, executable: &Path) -> Option<Output> {
        let stamp = self.read();
        let state = inputs::state(executable);
        let is_same = |output: &&Value| {
            output["executable"].as_str() == executable.to_str() && output["executable_state"] == state
        };
        self.output(stamp["outputs"].as_array()?.iter().find(is_same)?)
    }

    /// Keeps a zip file, made of an executable, under a name of its own. A failure comes with the path.
    pub(crate) fn keep(
        &self,
        name: &str,
        zip: &[u8],
        executable: &Path,
        glibc: Option<u32>,
    ) -> Result<Output, (PathBuf, io::Error)> {
        fs::create_dir_all(&self.directory).map_err(|error| (self.directory.clone(), error))?;
        let path = self.directory.join(name);
        write_whole(&path, zip).map_err(|error| (path.clone(), error))?;
        let executable_state = inputs::state(executable);
        Ok(Output { zip: path, hash: sha256(zip), executable: executable.to_owned(), executable_state, glibc })
    }

    /// Notes what was made, and of what. Without inputs only what zip file came of which executable.
    pub(crate) fn note(&self, cargo: &Cargo, workspace: &Path, inputs: Option<Value>, outputs: &[&Output]) {
        let outputs = outputs.iter().map(|output| {
            json!({
                "zip": output.zip.file_name().map(|name| name.to_string_lossy()),
                "state": inputs::state(&output.zip),
                "hash": output.hash,
                "glibc": output.glibc,
                "executable": output.executable.to_string_lossy(),
                "executable_state": output.executable_state,
            })
        });
        let stamp = json!({
            "toolchain": toolchain::identity(cargo, workspace),
            "environment": self.environment,
            "inputs": inputs,
            "outputs": outputs.collect::<Vec<_>>(),
        });
        // Without a stamp the next synthesis asks cargo.
        let _ = write_whole(&self.stamp(), stamp.to_string().as_bytes());
    }
}

/// Writes a file so that nobody ever sees half of it.
fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let new = path.with_extension(format!("new{}", std::process::id()));
    fs::write(&new, content)?;
    fs::rename(&new, path)
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    hash::hex(&hash::sha256(bytes))
}
