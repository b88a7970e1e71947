//! Real builds: a workspace with two functions and no dependencies, for the target of this computer, since that alone is
//! installed everywhere.
#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, reason = "a test may fail")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use aws_cdk_assertions::Template;
use aws_cdk_core::{App, AppBuilder, Stack, SynthError, cfn_json};
use aws_cdk_lambda::Architecture;
use aws_cdk_lambda_rust::{RustCode, RustFunction};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A workspace of functions, and a cargo that notes how it is called.
struct Project {
    directory: TempDir,
}

/// The target of this computer.
fn target() -> String {
    format!("{}-unknown-linux-gnu", std::env::consts::ARCH)
}

fn architecture() -> Architecture {
    if cfg!(target_arch = "aarch64") { Architecture::Arm64 } else { Architecture::X86_64 }
}

impl Project {
    fn new() -> Self {
        let project = Self { directory: tempfile::tempdir().expect("a temporary directory") };
        project.write("functions/Cargo.toml", "[workspace]\nmembers = [\"list\", \"add\"]\nresolver = \"3\"\n");
        for (package, greeting) in [("list", "listed"), ("add", "added")] {
            let manifest = format!("[package]\nname = \"{package}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
            project.write(&format!("functions/{package}/Cargo.toml"), &manifest);
            // The panic puts the path of a source into the binary.
            let source = format!(
                "//! A function.\nfn main() {{\n    assert!(std::env::args().count() < 9);\n    print!(\"{greeting}\");\n}}\n"
            );
            project.write(&format!("functions/{package}/src/main.rs"), &source);
        }
        let real = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let log = project.directory.path().join("cargo.log");
        let script = format!("#!/bin/sh\necho \"$@\" >> '{}'\nexec '{real}' \"$@\"\n", log.display());
        project.write("cargo.sh", &script);
        let script = project.directory.path().join("cargo.sh");
        make_executable(&script, &project.directory.path().join("cargo"));
        project
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.directory.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        fs::write(path, text).expect("a file");
    }

    /// The subcommands with which cargo was started since the last call.
    fn calls(&self) -> Vec<String> {
        let log = self.directory.path().join("cargo.log");
        let calls = fs::read_to_string(&log).unwrap_or_default();
        let _ = fs::remove_file(log);
        calls.lines().map(|line| line.split(' ').next().unwrap_or_default().to_owned()).collect()
    }

    fn code(&self) -> RustCode {
        RustCode::new(self.directory.path().join("functions"))
            .target(target())
            .env("CARGO", self.directory.path().join("cargo").to_string_lossy())
            // The target directory of the tests themselves would be taken otherwise.
            .env("CARGO_TARGET_DIR", self.directory.path().join("functions/target").to_string_lossy())
    }

    fn app(&self) -> AppBuilder {
        App::builder().outdir(self.directory.path().join("cdk.out"))
    }

    fn stack(&self, app: &App) -> Stack {
        let stack = Stack::new(app, "Books");
        RustFunction::builder(&stack, "List", self.code()).architecture(architecture()).build();
        RustFunction::builder(&stack, "AddBook", self.code().bin("add")).architecture(architecture()).build();
        stack
    }

    fn synth(&self) -> Result<Value, SynthError> {
        let app = self.app().build();
        self.stack(&app);
        app.synth().map(|_| self.template())
    }

    fn template(&self) -> Value {
        let text = fs::read_to_string(self.directory.path().join("cdk.out/Books.template.json")).expect("a template");
        serde_json::from_str(&text).expect("JSON")
    }

    fn staged(&self, key: &str) -> std::path::PathBuf {
        self.directory.path().join("cdk.out").join(format!("asset.{key}"))
    }
}

/// The key of the code of the function whose logical id starts so.
fn key(template: &Value, id: &str) -> String {
    let resources = template["Resources"].as_object().expect("resources");
    let function =
        |(name, resource): &(&String, &Value)| name.starts_with(id) && resource["Type"] == "AWS::Lambda::Function";
    let (_, resource) = resources.iter().find(function).expect("the function");
    resource["Properties"]["Code"]["S3Key"].as_str().expect("a literal").to_owned()
}

/// Copies a file to one that can be run. Another process writes it: one that this process has written may still be open for
/// writing in a process that another thread is just starting, and such a file is refused.
fn make_executable(file: &Path, executable: &Path) {
    assert!(Command::new("cp").args([file, executable]).status().expect("cp runs").success());
    fs::set_permissions(executable, fs::Permissions::from_mode(0o755)).expect("permissions");
}

/// Unpacks the code of a function, and runs it.
fn run(zip: &Path) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(zip).expect("the zip file")).expect("a zip file");
    assert_eq!(archive.len(), 1);
    let mut file = archive.by_name("bootstrap").expect("the binary");
    assert_eq!(file.unix_mode(), Some(0o100_755));
    let directory = tempfile::tempdir().expect("a temporary directory");
    let (written, path) = (directory.path().join("written"), directory.path().join("bootstrap"));
    std::io::copy(&mut file, &mut fs::File::create(&written).expect("a file")).expect("the content fits its checksum");
    make_executable(&written, &path);
    let output = Command::new(&path).output().expect("it runs");
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn one_build_makes_all_functions_and_only_what_has_changed() {
    let project = Project::new();
    let first = project.synth().expect("a build");
    assert_eq!(project.calls(), ["metadata", "build"]);
    assert_eq!(run(&project.staged(&key(&first, "List"))), "listed");
    assert_eq!(run(&project.staged(&key(&first, "AddBook"))), "added");

    // Cargo wrote its lock file during the first build, and the new files are as old as that: it has a say once more.
    project.synth().expect("a build");
    project.calls();
    assert_eq!(project.synth().expect("nothing to build"), first);
    assert_eq!(project.calls(), [""; 0]);

    project.write("functions/list/src/main.rs", "//! A function.\nfn main() {\n    print!(\"listed anew\");\n}\n");
    let second = project.synth().expect("a build");
    assert_eq!(project.calls(), ["metadata", "build"]);
    assert_eq!(run(&project.staged(&key(&second, "List"))), "listed anew");
    assert_ne!(key(&second, "List"), key(&first, "List"));
    assert_eq!(key(&second, "AddBook"), key(&first, "AddBook"));

    fs::remove_dir_all(project.directory.path().join("functions/target/lambda-rust")).expect("it can be removed");
    assert_eq!(project.synth().expect("zip files"), second);
    assert_eq!(project.calls(), ["metadata", "build"]);
}

#[test]
fn the_same_sources_give_the_same_asset_in_every_directory() {
    let (one, other) = (Project::new(), Project::new());
    // Debug information has more paths.
    for project in [&one, &other] {
        let manifest =
            "[workspace]\nmembers = [\"list\", \"add\"]\nresolver = \"3\"\n[profile.release]\ndebug = true\n";
        project.write("functions/Cargo.toml", manifest);
    }
    let template = one.synth().expect("a build");
    assert_eq!(other.synth().expect("a build"), template);
    fs::remove_dir_all(one.directory.path().join("functions/target")).expect("it can be removed");
    assert_eq!(one.synth().expect("a build"), template);
}

#[test]
fn an_error_of_the_compiler_is_one_error_and_leaves_the_assembly() {
    let project = Project::new();
    let template = project.synth().expect("a build");
    project.write("functions/list/src/main.rs", "//! A function.\nfn main() {\n    nonsense\n}\n");
    let error = project.synth().expect_err("the sources are wrong");
    let [diagnostic] = error.diagnostics() else { panic!("{error}") };
    assert_eq!(diagnostic.code(), "lambda-rust::build");
    assert_eq!(diagnostic.message(), "`cargo build` failed for the functions `Books/List` and `Books/AddBook`");
    assert_eq!(diagnostic.path(), "Books/List");
    assert!(diagnostic.location().file().ends_with("tests/build.rs"));
    assert!(diagnostic.notes()[0].contains("--package list"), "{error}");
    assert_eq!(project.template(), template);
}

#[test]
fn a_binary_that_is_not_there_is_told_with_those_that_are() {
    let project = Project::new();
    let app = project.app().build();
    let stack = Stack::new(&app, "Books");
    RustFunction::builder(&stack, "List", project.code().bin("lists")).architecture(architecture()).build();
    RustFunction::builder(&stack, "Add", project.code().package("ad")).architecture(architecture()).build();
    RustFunction::builder(&stack, "Gone", project.directory.path().join("gone")).build();
    let error = app.synth().expect_err("a directory that is not there");
    let codes: Vec<&str> = error.diagnostics().iter().map(|diagnostic| diagnostic.code()).collect();
    assert_eq!(codes, ["lambda-rust::manifest"]);

    let app = project.app().build();
    let stack = Stack::new(&app, "Books");
    RustFunction::builder(&stack, "List", project.code().bin("lists")).architecture(architecture()).build();
    RustFunction::builder(&stack, "Add", project.code().package("ad")).architecture(architecture()).build();
    let error = app.synth().expect_err("names that are not there");
    let helps: Vec<_> =
        error.diagnostics().iter().map(|diagnostic| (diagnostic.code(), diagnostic.help_text())).collect();
    assert_eq!(
        helps,
        [("lambda-rust::binary", Some("did you mean `list`?")), ("lambda-rust::package", Some("did you mean `add`?"))]
    );
    assert_eq!(project.calls(), ["metadata"]);
}

#[test]
fn features_that_differ_are_built_apart() {
    let project = Project::new();
    project.write(
        "functions/list/Cargo.toml",
        "[package]\nname = \"list\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[features]\nlong = []\n",
    );
    let source = "//! A function.\nfn main() {\n    print!(\"{}\", if cfg!(feature = \"long\") { \"long\" } else { \"short\" });\n}\n";
    project.write("functions/list/src/main.rs", source);
    let app = project.app().build();
    let stack = Stack::new(&app, "Books");
    let list = || project.code().bin("list");
    RustFunction::builder(&stack, "Short", list()).architecture(architecture()).build();
    RustFunction::builder(&stack, "Long", list().features(["long"])).architecture(architecture()).build();
    RustFunction::builder(&stack, "Add", project.code()).architecture(architecture()).build();
    app.synth().expect("two builds");
    assert_eq!(project.calls(), ["metadata", "build", "build"]);
    let template = project.template();
    assert_eq!(run(&project.staged(&key(&template, "Short"))), "short");
    assert_eq!(run(&project.staged(&key(&template, "Long"))), "long");
    assert_eq!(run(&project.staged(&key(&template, "Add"))), "added");
}

/// Cargo is started if, and only if, something has changed that the binary is made of.
#[test]
fn what_build_scripts_and_macros_read_counts() {
    let project = Project::new();
    let package = |name: &str, more: &str| {
        format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{more}")
    };
    // Beside the workspace, as well as a macro in it.
    project.write("shared/Cargo.toml", &package("shared", ""));
    project.write("shared/src/lib.rs", "//! Shared.\npub const TEXT: &str = \"shared\";\n");
    project.write("functions/Cargo.toml", "[workspace]\nmembers = [\"list\", \"add\", \"said\"]\nresolver = \"3\"\n");
    project.write("functions/said/Cargo.toml", &package("said", "[lib]\nproc-macro = true\n"));
    let macro_source = |word: &str| {
        format!(
            "//! A macro.\n#[proc_macro]\npub fn said(_: proc_macro::TokenStream) -> proc_macro::TokenStream {{\n    \
             \"\\\"{word}\\\"\".parse().unwrap()\n}}\n"
        )
    };
    project.write("functions/said/src/lib.rs", &macro_source("macro"));
    let dependencies = "[dependencies]\nsaid = { path = \"../said\" }\nshared = { path = \"../../shared\" }\n";
    project.write("functions/list/Cargo.toml", &package("list", dependencies));
    let build = "//! Says nothing of what it reads.\nfn main() {\n    let text = std::fs::read_to_string(\"data/text\").unwrap();\n    \
                 println!(\"cargo::rustc-env=TEXT={text}\");\n}\n";
    project.write("functions/list/build.rs", build);
    project.write("functions/list/data/text", "script");
    let main =
        "//! A function.\nfn main() {\n    print!(\"{} {} {}\", env!(\"TEXT\"), said::said!(), shared::TEXT);\n}\n";
    project.write("functions/list/src/main.rs", main);
    let printed = || {
        let template = project.synth().expect("a build");
        run(&project.staged(&key(&template, "List")))
    };
    let settle = || {
        printed();
        project.calls();
        let printed = printed();
        assert_eq!(project.calls(), [""; 0], "nothing has changed");
        printed
    };
    assert_eq!(settle(), "script macro shared");
    project.write("functions/list/data/text", "changed");
    assert_eq!(settle(), "changed macro shared");
    project.write("functions/said/src/lib.rs", &macro_source("expanded"));
    assert_eq!(settle(), "changed expanded shared");
    project.write("shared/src/lib.rs", "//! Shared.\npub const TEXT: &str = \"common\";\n");
    assert_eq!(settle(), "changed expanded common");
}

#[test]
fn flags_of_the_user_reach_the_compiler() {
    let project = Project::new();
    let source = "//! A function.\nfn main() {\n    print!(\"{}\", cfg!(chosen));\n}\n";
    project.write("functions/list/src/main.rs", source);
    let app = project.app().build();
    let stack = Stack::new(&app, "Books");
    let code = project.code().bin("list").env("RUSTFLAGS", "--cfg chosen");
    RustFunction::builder(&stack, "List", code).architecture(architecture()).build();
    app.synth().expect("a build");
    assert_eq!(run(&project.staged(&key(&project.template(), "List"))), "true");
}

#[test]
fn nothing_is_built_for_templates_in_memory_and_stacks_that_are_left_out() {
    let project = Project::new();
    let app = project.app().context("aws:cdk:bundling-stacks", cfn_json!([])).build();
    let stack = project.stack(&app);
    app.synth().expect("nothing to build");
    Template::from_stack(&project.stack(&project.app().build())).resource_count_is("AWS::Lambda::Function", 2);
    assert_eq!(project.calls(), [""; 0]);

    let properties = json!({ "Handler": "bootstrap", "Runtime": "provided.al2023" });
    Template::from_stack(&stack).has_resource_properties("AWS::Lambda::Function", properties);
}

/// What the default takes is not installed everywhere; either it is, and is used, or the error says what to install.
#[test]
fn a_target_that_is_not_installed_is_told() {
    let project = Project::new();
    let app = project.app().build();
    let stack = Stack::new(&app, "Books");
    let code = RustCode::new(project.directory.path().join("functions")).bin("list");
    RustFunction::builder(&stack, "List", code).architecture(Architecture::Arm64).build();
    let output = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", "aarch64-unknown-linux-musl"])
        .output()
        .expect("rustc runs");
    let directory = String::from_utf8(output.stdout).expect("a path");
    match app.synth() {
        Ok(_) => assert!(Path::new(directory.trim()).is_dir()),
        Err(error) => {
            let [diagnostic] = error.diagnostics() else { panic!("{error}") };
            assert_eq!(diagnostic.code(), "lambda-rust::target");
            assert_eq!(diagnostic.help_text(), Some("run `rustup target add aarch64-unknown-linux-musl`"));
        }
    }
}

#[test]
fn a_target_that_does_not_exist_is_told() {
    let project = Project::new();
    let app = project.app().build();
    let stack = Stack::new(&app, "Books");
    let code = project.code().bin("list").target(format!("{}-unknown-linux-nonsense", std::env::consts::ARCH));
    RustFunction::builder(&stack, "List", code).architecture(architecture()).build();
    let error = app.synth().expect_err("an unknown target");
    assert_eq!(error.diagnostics()[0].code(), "lambda-rust::target");
    assert!(error.to_string().contains("rustc --print target-list"), "{error}");
}
