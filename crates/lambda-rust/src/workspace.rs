//! A workspace as `cargo metadata` describes it, and the binary that a function means.

use std::path::{Path, PathBuf};

use aws_cdk_core::Diagnostic;
use serde_json::Value;

use crate::bundling::Request;
use crate::cargo::Cargo;
use crate::names::{kebab_case, list, nearest};

/// The packages of a workspace.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    pub(crate) target_directory: PathBuf,
    pub(crate) packages: Vec<Package>,
}

#[derive(Clone, Debug)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) manifest_path: PathBuf,
    pub(crate) bins: Vec<String>,
    pub(crate) has_build_script: bool,
}

/// A binary of a package.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Binary {
    pub(crate) package: String,
    pub(crate) name: String,
}

impl Workspace {
    /// The workspace of a manifest. Errors: `lambda-rust::manifest`, `lambda-rust::toolchain`.
    pub(crate) fn query(cargo: &Cargo, manifest: &Path, request: &Request) -> Result<Self, Box<Diagnostic>> {
        let directory = manifest.parent().unwrap_or(Path::new("."));
        let mut args: Vec<_> =
            ["metadata", "--format-version", "1", "--no-deps", "--manifest-path"].map(Into::into).into();
        args.push(manifest.into());
        let output = cargo.ask(directory, &args).map_err(|error| Box::new(cannot_run(request, "cargo", &error)))?;
        let unreadable = |reason: &str| {
            request
                .error("lambda-rust::manifest", format!("`{}` cannot be read", manifest.display()))
                .note(format!("cargo says: {reason}"))
                .help("correct the manifest; `cargo metadata --no-deps` says the same")
        };
        if !output.status.success() {
            let message = String::from_utf8_lossy(&output.stderr);
            return Err(unreadable(message.trim().trim_start_matches("error: ")).into());
        }
        let metadata = serde_json::from_slice(&output.stdout).ok();
        metadata.as_ref().and_then(Self::parse).ok_or_else(|| unreadable("something else than metadata").into())
    }

    fn parse(metadata: &Value) -> Option<Self> {
        let path = |key: &str| metadata[key].as_str().map(PathBuf::from);
        let packages = metadata["packages"].as_array()?.iter().map(Package::parse);
        Some(Self {
            root: path("workspace_root")?,
            target_directory: path("target_directory")?,
            packages: packages.collect::<Option<_>>()?,
        })
    }

    pub(crate) fn has_manifest(&self, manifest: &Path) -> bool {
        self.root.join("Cargo.toml") == manifest || self.packages.iter().any(|one| one.manifest_path == manifest)
    }

    /// The binary that a function means. Errors: `lambda-rust::package`, `lambda-rust::binary`.
    pub(crate) fn binary(&self, manifest: &Path, request: &Request) -> Result<Binary, Box<Diagnostic>> {
        let packages = self.candidates(manifest, request)?;
        let all: Vec<Binary> = packages
            .iter()
            .flat_map(|package| {
                package.bins.iter().map(|name| Binary { package: package.name.clone(), name: name.clone() })
            })
            .collect();
        let wanted = request.code.bin.clone().unwrap_or_else(|| kebab_case(&request.id));
        let is_wanted = |binary: &&Binary| match request.code.bin {
            Some(_) => binary.name == wanted,
            None => binary.name.replace('_', "-") == wanted,
        };
        let found: Vec<&Binary> = all.iter().filter(is_wanted).collect();
        match (found.as_slice(), all.as_slice(), &request.code.bin) {
            ([binary], ..) => Ok((*binary).clone()),
            ([], [binary], None) => Ok(binary.clone()),
            _ => Err(self.no_binary(request, &wanted, &packages, &found).into()),
        }
    }

    /// Why none, or not one alone, of the binaries of the packages is meant.
    fn no_binary(&self, request: &Request, wanted: &str, packages: &[&Package], found: &[&Binary]) -> Diagnostic {
        let error = |message: String| request.error("lambda-rust::binary", message);
        if !found.is_empty() {
            let owners = list(found.iter().map(|binary| binary.package.as_str()));
            return error(format!("several packages have a binary `{wanted}`: {owners}"))
                .help("say which one with `RustCode::package`");
        }
        let place = match packages {
            [package] => format!("the package `{}`", package.name),
            _ => format!("the workspace `{}`", self.root.display()),
        };
        let mut names: Vec<&str> =
            packages.iter().flat_map(|package| package.bins.iter().map(String::as_str)).collect();
        names.sort_unstable();
        if names.is_empty() {
            return error(format!("{place} has no binary")).help("add a `src/main.rs`, or name another package");
        }
        if request.code.bin.is_some() {
            return with_names(error(format!("{place} has no binary `{wanted}`")), wanted, &names);
        }
        error(format!("{place} has several binaries, and none is called `{wanted}` like the function"))
            .note(format!("it has {}", list(names)))
            .help("say which one with `RustCode::bin`")
    }

    /// The packages among whose binaries a function means one.
    fn candidates(&self, manifest: &Path, request: &Request) -> Result<Vec<&Package>, Box<Diagnostic>> {
        let Some(name) = &request.code.package else {
            let own: Vec<&Package> = self.packages.iter().filter(|one| one.manifest_path == manifest).collect();
            return Ok(if own.is_empty() { self.packages.iter().collect() } else { own });
        };
        if let Some(package) = self.packages.iter().find(|package| package.name == *name) {
            return Ok(vec![package]);
        }
        let names: Vec<&str> = self.packages.iter().map(|package| package.name.as_str()).collect();
        let message = format!("the workspace `{}` has no package `{name}`", self.root.display());
        Err(with_names(request.error("lambda-rust::package", message), name, &names).into())
    }
}

/// Adds which names there are, and the one that was probably meant.
fn with_names(error: Diagnostic, wanted: &str, names: &[&str]) -> Diagnostic {
    let all = format!("it has {}", list(names.iter().copied()));
    match nearest(wanted, names.iter().copied()) {
        Some(name) => error.note(all).help(format!("did you mean `{name}`?")),
        None => error.help(all),
    }
}

impl Package {
    fn parse(package: &Value) -> Option<Self> {
        let is = |target: &Value, kind: &str| {
            target["kind"].as_array().is_some_and(|kinds| kinds.iter().any(|known| known == kind))
        };
        let targets = package["targets"].as_array()?;
        let bins = targets.iter().filter(|target| is(target, "bin")).filter_map(|target| target["name"].as_str());
        Some(Self {
            name: package["name"].as_str()?.to_owned(),
            manifest_path: package["manifest_path"].as_str()?.into(),
            bins: bins.map(str::to_owned).collect(),
            has_build_script: targets.iter().any(|target| is(target, "custom-build")),
        })
    }
}

/// The manifest that a function names, without links. Errors: `lambda-rust::manifest`.
pub(crate) fn manifest(request: &Request) -> Result<PathBuf, Box<Diagnostic>> {
    let given = &request.code.manifest_path;
    let manifest = if given.is_dir() { given.join("Cargo.toml") } else { given.clone() };
    if manifest.is_file() && manifest.file_name().is_some_and(|name| name == "Cargo.toml") {
        // Where such a path is odd, on Windows, cargo does not expect it.
        let real = if cfg!(unix) { manifest.canonicalize().ok() } else { None };
        return Ok(real.unwrap_or(manifest));
    }
    let message = match (given.is_dir(), given.exists()) {
        (true, _) => format!("there is no `Cargo.toml` in `{}`", given.display()),
        (false, true) => format!("`{}` is no `Cargo.toml`", given.display()),
        (false, false) => format!("there is no `{}`", given.display()),
    };
    let help = "name a `Cargo.toml` or its directory; a relative path starts at the working directory, and \
                `concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/…\")` at your crate";
    Err(request.error("lambda-rust::manifest", message).help(help).into())
}

/// A tool that does not run: `lambda-rust::toolchain`.
pub(crate) fn cannot_run(request: &Request, tool: &str, error: &std::io::Error) -> Diagnostic {
    request
        .error("lambda-rust::toolchain", format!("`{tool}` cannot be run: {error}"))
        .help("install Rust with rustup, https://rustup.rs, and see that `PATH` has it")
}

#[cfg(test)]
mod tests {
    use aws_cdk_core::{App, IConstruct, Stack};
    use aws_cdk_lambda::Architecture;
    use serde_json::json;

    use super::*;
    use crate::RustCode;

    fn workspace() -> Workspace {
        let package = |name: &str, bins: &[&str]| {
            let targets = bins.iter().map(|bin| json!({ "name": bin, "kind": ["bin"] }));
            let targets: Vec<Value> = targets.chain([json!({ "name": "lib", "kind": ["lib"] })]).collect();
            json!({ "name": name, "manifest_path": format!("/w/{name}/Cargo.toml"), "targets": targets })
        };
        let packages =
            [package("orders", &["create-order", "get_order"]), package("audit", &["audit"]), package("model", &[])];
        let metadata = json!({ "workspace_root": "/w", "target_directory": "/w/target", "packages": packages });
        Workspace::parse(&metadata).unwrap()
    }

    /// The binary, or the error without its location.
    fn binary(id: &str, manifest: &str, code: RustCode) -> String {
        let stack = Stack::new(&App::new(), "Stack");
        let node = stack.node().clone();
        let request = Request {
            asset: node.clone(),
            function: node,
            id: id.to_owned(),
            architecture: Architecture::X86_64,
            code,
        };
        match workspace().binary(Path::new(manifest), &request) {
            Ok(binary) => format!("{}/{}", binary.package, binary.name),
            Err(error) => {
                let notes: String = error.notes().iter().map(|note| format!("; {note}")).collect();
                format!("{}: {}{notes}; {}", error.code(), error.message(), error.help_text().unwrap_or_default())
            }
        }
    }

    fn code() -> RustCode {
        RustCode::new("/w")
    }

    #[test]
    fn a_binary_is_named_or_like_the_id_or_the_only_one() {
        assert_eq!(binary("X", "/w/Cargo.toml", code().bin("audit")), "audit/audit");
        assert_eq!(binary("CreateOrder", "/w/Cargo.toml", code()), "orders/create-order");
        assert_eq!(binary("GetOrder", "/w/orders/Cargo.toml", code()), "orders/get_order");
        assert_eq!(binary("Whatever", "/w/audit/Cargo.toml", code()), "audit/audit");
        assert_eq!(binary("Whatever", "/w/Cargo.toml", code().package("audit")), "audit/audit");
    }

    #[test]
    fn what_is_not_there_is_told_with_what_there_is() {
        assert_eq!(
            binary("X", "/w/Cargo.toml", code().bin("creat-order")),
            "lambda-rust::binary: the workspace `/w` has no binary `creat-order`; \
             it has `audit`, `create-order` and `get_order`; did you mean `create-order`?"
        );
        assert_eq!(
            binary("X", "/w/orders/Cargo.toml", code()),
            "lambda-rust::binary: the package `orders` has several binaries, and none is called `x` like the function; \
             it has `create-order` and `get_order`; say which one with `RustCode::bin`"
        );
        assert_eq!(
            binary("X", "/w/model/Cargo.toml", code()),
            "lambda-rust::binary: the package `model` has no binary; add a `src/main.rs`, or name another package"
        );
        assert_eq!(
            binary("X", "/w/Cargo.toml", code().package("order")),
            "lambda-rust::package: the workspace `/w` has no package `order`; it has `orders`, `audit` and `model`; \
             did you mean `orders`?"
        );
    }
}
