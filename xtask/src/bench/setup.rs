//! What the benchmark needs: tools, packages from npm, and the programs that it compares.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::process;

/// What is installed and built.
pub(crate) struct Setup {
    pub(crate) root: PathBuf,
    /// Where cargo builds the repository.
    pub(crate) target: PathBuf,
    /// For what the benchmark makes: `target/bench`.
    pub(crate) scratch: PathBuf,
    /// The apps with aws-cdk-lib, and what they need of npm.
    pub(crate) node: PathBuf,
    /// Whether rusty-cdk is measured as well.
    pub(crate) rusty_cdk: bool,
}

/// The apps that are compared: `books` is the example, the others are in `tests/bench`.
pub(crate) const APPS: [&str; 4] = ["books", "routes", "stacks", "references"];

impl Setup {
    pub(crate) fn prepare(root: &Path, rusty_cdk: bool) -> Result<Self> {
        require("hyperfine", "apt-get install hyperfine, or cargo install hyperfine")?;
        require("node", "apt-get install nodejs npm (Node 20 or later)")?;
        require("npm", "apt-get install npm")?;
        let target = process::target_directory(root);
        let scratch = target.join("bench");
        fs::create_dir_all(&scratch).with_context(|| format!("cannot create {}", scratch.display()))?;
        let setup = Self { root: root.to_owned(), node: scratch.join("node"), target, scratch, rusty_cdk };
        setup.install_node()?;
        process::step("bench", "build the apps")?;
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--release", "--package", "bench", "--package", "books"]).current_dir(root);
        process::check(&mut build)?;
        setup.build_competitor("stratosphere")?;
        if rusty_cdk {
            setup.build_competitor("rusty-cdk")?;
        }
        Ok(setup)
    }

    fn install_node(&self) -> Result<()> {
        let sources = self.root.join("tests/bench/node");
        process::npm_install(&sources.join("package.json"), &self.node, &|| {
            process::step("bench", "install from npm")
        })?;
        for entry in fs::read_dir(&sources)? {
            let entry = entry?;
            let target = self.node.join(entry.file_name());
            fs::copy(entry.path(), &target).with_context(|| format!("cannot write {}", target.display()))?;
        }
        process::check(Command::new(self.node_tool("tsc")).current_dir(&self.node))
    }

    /// A program that npm installed.
    pub(crate) fn node_tool(&self, name: &str) -> PathBuf {
        self.node.join("node_modules/.bin").join(name)
    }

    /// The folder of an app that is made with another crate.
    pub(crate) fn competitor(&self, name: &str) -> PathBuf {
        self.root.join("tests/bench/competitors").join(name)
    }

    /// The program of an app that is made with another crate.
    pub(crate) fn competitor_program(&self, name: &str) -> PathBuf {
        self.scratch.join(name).join("release").join(format!("bench-{name}"))
    }

    fn build_competitor(&self, name: &str) -> Result<()> {
        process::step("bench", &format!("build the app of {name}"))?;
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--release", "--target-dir"]).arg(self.scratch.join(name));
        process::check(build.current_dir(self.competitor(name)))
    }

    /// An app of this repository, in a release build.
    pub(crate) fn program(&self, app: &str) -> PathBuf {
        self.target.join("release").join(app)
    }

    /// An output directory.
    pub(crate) fn output(&self, name: &str) -> PathBuf {
        self.scratch.join("out").join(name)
    }

    /// The directory of a user's project with the app `books`: a workspace of its own, with the libraries as dependencies.
    pub(crate) fn make_project(&self, name: &str) -> Result<PathBuf> {
        let project = self.scratch.join("projects").join(name);
        let example = self.root.join("examples/books");
        let source = project.join("src");
        fs::create_dir_all(&source).with_context(|| format!("cannot create {}", source.display()))?;
        let crates = self.root.join("crates");
        let dependencies = ["apigatewayv2", "apigatewayv2-integrations", "core", "lambda"].map(|name| {
            let path = crates.join(name);
            format!("aws-cdk-{name} = {{ path = {:?} }}\n", path.display().to_string())
        });
        let manifest = format!(
            "[package]\nname = \"books\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{}\n[workspace]\n",
            dependencies.concat()
        );
        fs::write(project.join("Cargo.toml"), manifest)?;
        fs::copy(self.root.join("Cargo.lock"), project.join("Cargo.lock"))?;
        let program = fs::read_to_string(example.join("src/main.rs"))?;
        let folder = format!("{:?}", example.display().to_string());
        fs::write(source.join("main.rs"), program.replace("env!(\"CARGO_MANIFEST_DIR\")", &folder))?;
        Ok(project)
    }
}

fn require(program: &str, how: &str) -> Result<()> {
    if Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    bail!("`{program}` is missing: {how}")
}
