//! What is built for a function, and how.

use std::path::{Path, PathBuf};

use aws_cdk_core::{BundledAsset, Construct, IConstruct, Node};
use aws_cdk_lambda::{Architecture, BundledCode, Code};

use crate::bundling::{Request, RustBundling};

/// A binary of a workspace, and how it is built.
///
/// ```
/// use aws_cdk_lambda_rust::RustCode;
///
/// let code = RustCode::new(concat!(env!("CARGO_MANIFEST_DIR"), "/functions"))
///     .package("orders")
///     .bin("create-order")
///     .profile("lambda")
///     .env("RUSTFLAGS", "-C target-cpu=x86-64-v3");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustCode {
    pub(crate) manifest_path: PathBuf,
    pub(crate) package: Option<String>,
    pub(crate) bin: Option<String>,
    pub(crate) features: Vec<String>,
    pub(crate) target: Option<String>,
    pub(crate) settings: Settings,
}

/// What all functions of one `cargo build` have in common, besides the workspace and the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) no_default_features: bool,
    pub(crate) profile: String,
    pub(crate) subcommand: String,
    pub(crate) cargo_args: Vec<String>,
    pub(crate) env: Vec<(String, String)>,
}

impl RustCode {
    /// A binary of a package or of a workspace: the path of a `Cargo.toml`, or the directory that it is in. A relative path
    /// starts at the working directory; `concat!(env!("CARGO_MANIFEST_DIR"), "/…")` starts at your crate.
    pub fn new(manifest_path: impl Into<PathBuf>) -> Self {
        Self {
            manifest_path: manifest_path.into(),
            package: None,
            bin: None,
            features: Vec::new(),
            target: None,
            settings: Settings {
                no_default_features: false,
                profile: "release".to_owned(),
                subcommand: "build".to_owned(),
                cargo_args: Vec::new(),
                env: Vec::new(),
            },
        }
    }

    /// The package of the workspace that has the binary. Default: that of the manifest; any, if that has no package.
    pub fn package(mut self, name: impl Into<String>) -> Self {
        self.package = Some(name.into());
        self
    }

    /// The name of the binary. Default: the id of the function in kebab case if there is such a binary, else the only one.
    pub fn bin(mut self, name: impl Into<String>) -> Self {
        self.bin = Some(name.into());
        self
    }

    /// Features of the package that are switched on. Functions of one package with different features are built one after
    /// the other. Default: none besides the default features.
    pub fn features<F: Into<String>>(mut self, features: impl IntoIterator<Item = F>) -> Self {
        self.features.extend(features.into_iter().map(Into::into));
        self
    }

    /// Whether the default features are switched off. Default: false.
    pub fn no_default_features(mut self, value: bool) -> Self {
        self.settings.no_default_features = value;
        self
    }

    /// The profile of cargo: `release`, `dev`, or one of the workspace. Default: `release`.
    ///
    /// `strip = true` and `lto = true` in the profile make functions smaller, and so start sooner.
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.settings.profile = name.into();
        self
    }

    /// The target, in place of `x86_64-unknown-linux-musl` or `aarch64-unknown-linux-musl`. Default: that of the architecture of
    /// the function.
    ///
    /// With `x86_64-unknown-linux-gnu` or `aarch64-unknown-linux-gnu` the function uses the C library of Lambda, which is glibc
    /// 2.34 in `provided.al2023` (<https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html>). A program that was linked with a
    /// newer one may not start there: that is the warning `lambda-rust::glibc`.
    pub fn target(mut self, triple: impl Into<String>) -> Self {
        self.target = Some(triple.into());
        self
    }

    /// Adds arguments of `cargo build`, such as `--locked`. Default: none.
    pub fn cargo_args<A: Into<String>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.settings.cargo_args.extend(args.into_iter().map(Into::into));
        self
    }

    /// The subcommand of cargo, one that takes the arguments of `build`: `zigbuild` of
    /// [cargo-zigbuild](https://pypi.org/project/cargo-zigbuild/) brings a C compiler and a linker for every target. Default: `build`.
    pub fn cargo_subcommand(mut self, name: impl Into<String>) -> Self {
        self.settings.subcommand = name.into();
        self
    }

    /// Sets an environment variable of the build. `CARGO` is the cargo that is run. Default: those of the program, less what is
    /// of the program itself; the cargo that runs the program, else that of `PATH`.
    pub fn env(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.env.push((key.into(), value.into()));
        self
    }
}

impl From<&str> for RustCode {
    fn from(manifest_path: &str) -> Self {
        Self::new(manifest_path)
    }
}

impl From<String> for RustCode {
    fn from(manifest_path: String) -> Self {
        Self::new(manifest_path)
    }
}

impl From<&Path> for RustCode {
    fn from(manifest_path: &Path) -> Self {
        Self::new(manifest_path)
    }
}

impl From<PathBuf> for RustCode {
    fn from(manifest_path: PathBuf) -> Self {
        Self::new(manifest_path)
    }
}

impl From<RustCode> for Code {
    fn from(code: RustCode) -> Self {
        Code::from_bundled(code)
    }
}

impl BundledCode for RustCode {
    fn bind(&self, owner: &Construct, architecture: &Architecture) -> BundledAsset {
        let bundling = RustBundling::of(owner.node());
        let asset = BundledAsset::new(owner, "Code", bundling.clone());
        let function: Node = owner.node().clone();
        // The working directory may be another one when the app is synthesized.
        let code = Self {
            manifest_path: std::path::absolute(&self.manifest_path).unwrap_or_else(|_| self.manifest_path.clone()),
            ..self.clone()
        };
        bundling.add(Request {
            asset: asset.node().clone(),
            id: function.construct_id(),
            function,
            architecture: architecture.clone(),
            code,
        });
        asset
    }
}
