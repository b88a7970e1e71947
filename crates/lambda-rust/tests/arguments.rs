//! With which arguments cargo is started for targets that need not be installed: cargo and rustc are scripts here, which
//! answer as the real ones do, and note how they are called.
#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, reason = "a test may fail")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use aws_cdk_core::{App, Stack, SynthError};
use aws_cdk_lambda::Architecture;
use aws_cdk_lambda_rust::{RustCode, RustFunction};
use serde_json::json;
use tempfile::TempDir;

/// A computer with scripts for tools, and a workspace with the binaries `list` and `add`.
struct Computer {
    directory: TempDir,
}

impl Computer {
    fn new(targets: &[&str]) -> Self {
        let computer = Self { directory: tempfile::tempdir().expect("a temporary directory") };
        for target in targets {
            fs::create_dir_all(computer.path(&format!("lib/rustlib/{target}/lib"))).expect("a directory");
        }
        let root = computer.path("functions").canonicalize().unwrap_or_else(|_| computer.path("functions"));
        let packages = ["list", "add"].map(|name| {
            json!({
                "name": name,
                "manifest_path": root.join(name).join("Cargo.toml"),
                "targets": [{ "name": name, "kind": ["bin"] }],
            })
        });
        let metadata = json!({ "workspace_root": root, "target_directory": root.join("target"), "packages": packages });
        computer.write("metadata.json", &metadata.to_string());
        for path in ["functions/Cargo.toml", "functions/list/Cargo.toml", "functions/add/Cargo.toml"] {
            computer.write(path, "");
        }
        let artifacts = ["list", "add"].map(|name| {
            let executable = root.join("target").join(name);
            computer.write(&format!("functions/target/{name}"), "ELF");
            let manifest = root.join(name).join("Cargo.toml");
            json!({ "manifest_path": manifest, "target": { "name": name }, "executable": executable }).to_string()
        });
        computer.write("artifacts.json", &(artifacts.join("\n") + "\n"));
        let base = computer.directory.path().display().to_string();
        computer.script(
            "cargo",
            &format!("if [ $1 = metadata ]; then cat {base}/metadata.json; else echo \"$@\" >> {base}/log; env >> {base}/env; cat {base}/artifacts.json; fi"),
        );
        computer.script(
            "rustc",
            &format!(
                "if [ $1 = -vV ]; then echo 'host: x86_64-unknown-linux-gnu'; echo 'commit-hash: abc'; \
                 else echo {base}; echo {base}/lib/rustlib/$6/lib; fi"
            ),
        );
        computer.script("bin/cc", "");
        computer.write("lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld", "");
        computer
    }

    fn path(&self, path: &str) -> PathBuf {
        self.directory.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        fs::write(path, text).expect("a file");
    }

    /// Another process writes what is run: a file that this process has written may still be open for writing in a process
    /// that another thread is just starting, and such a file is refused.
    fn script(&self, path: &str, text: &str) {
        self.write("script", &format!("#!/bin/sh\n{text}\n"));
        fs::create_dir_all(self.path(path).parent().expect("a parent")).expect("a directory");
        assert!(Command::new("cp").args([self.path("script"), self.path(path)]).status().expect("cp runs").success());
        fs::set_permissions(self.path(path), fs::Permissions::from_mode(0o755)).expect("permissions");
    }

    fn code(&self, bin: &str) -> RustCode {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        RustCode::new(self.path("functions"))
            .bin(bin)
            .env("CARGO", text(&self.path("cargo")))
            .env("RUSTC", text(&self.path("rustc")))
            .env("CARGO_HOME", text(&self.path("home")))
            .env("PATH", format!("{}:/usr/bin:/bin", text(&self.path("bin"))))
    }

    /// Synthesizes functions; gives the arguments of each build, without the directory of this computer.
    fn builds(&self, functions: &[(&str, RustCode, Architecture)]) -> Result<Vec<String>, SynthError> {
        let app = App::builder().outdir(self.path("cdk.out")).build();
        let stack = Stack::new(&app, "Books");
        for (id, code, architecture) in functions {
            RustFunction::builder(&stack, *id, code.clone()).architecture(architecture.clone()).build();
        }
        app.synth()?;
        let log = fs::read_to_string(self.path("log")).unwrap_or_default();
        let base = self.directory.path().display().to_string();
        Ok(log.replace(&base, "BASE").lines().map(str::to_owned).collect())
    }
}

const MUSL: &str = "x86_64-unknown-linux-musl";
const ARM: &str = "aarch64-unknown-linux-musl";

#[test]
fn functions_of_one_architecture_are_built_at_once() {
    let computer = Computer::new(&[MUSL]);
    let functions = [
        ("List", computer.code("list"), Architecture::X86_64),
        ("Add", computer.code("add"), Architecture::X86_64),
        ("AddAgain", computer.code("add"), Architecture::X86_64),
    ];
    let flags = "[\"--remap-path-prefix=BASE=..\",\"--remap-path-prefix=BASE/functions=.\",\
                 \"--remap-path-prefix=BASE/home=/cargo\",\"--remap-path-prefix=BASE/lib/rustlib/src/rust=/rustc/abc\"]";
    let expected = format!(
        "build --manifest-path BASE/functions/Cargo.toml --target {MUSL} --profile release \
         --message-format json-render-diagnostics --package add --package list --bin add --bin list \
         --config target.{MUSL}.rustflags={flags}"
    );
    assert_eq!(computer.builds(&functions).expect("a build"), [expected]);
}

#[test]
fn each_architecture_is_built_for_itself_and_arm_is_linked_by_the_toolchain() {
    let computer = Computer::new(&[MUSL, ARM]);
    let functions =
        [("List", computer.code("list"), Architecture::X86_64), ("Add", computer.code("add"), Architecture::Arm64)];
    let builds = computer.builds(&functions).expect("builds");
    let [x86, arm] = builds.as_slice() else { panic!("{builds:?}") };
    assert!(x86.contains("--target x86_64-unknown-linux-musl") && !x86.contains("linker"), "{x86}");
    assert!(arm.contains("--target aarch64-unknown-linux-musl"), "{arm}");
    assert!(arm.ends_with(" --config target.aarch64-unknown-linux-musl.linker=\"rust-lld\""), "{arm}");
}

#[test]
fn the_linker_of_the_user_wins() {
    let computer = Computer::new(&[ARM]);
    computer.write("functions/.cargo/config.toml", "[target.aarch64-unknown-linux-musl]\nlinker = \"mine\"\n");
    let builds = computer.builds(&[("Add", computer.code("add"), Architecture::Arm64)]).expect("a build");
    assert!(!builds[0].contains("linker="), "{builds:?}");
}

#[test]
fn options_become_arguments() {
    let computer = Computer::new(&[MUSL]);
    let code = computer
        .code("list")
        .features(["audit", "model/fast"])
        .no_default_features(true)
        .profile("lambda")
        .cargo_args(["--locked"])
        .env("RUSTFLAGS", "-C target-cpu=x86-64-v3");
    let builds = computer.builds(&[("List", code, Architecture::X86_64)]).expect("a build");
    assert!(builds[0].contains("--profile lambda"), "{builds:?}");
    assert!(builds[0].contains("--package list --features list/audit --features model/fast --bin list"), "{builds:?}");
    assert!(builds[0].ends_with("--bin list --no-default-features --locked"), "{builds:?}");
    let env = fs::read_to_string(computer.path("env")).expect("the environment");
    let flags = env.lines().find(|line| line.starts_with("CARGO_ENCODED_RUSTFLAGS=")).expect("flags");
    assert!(flags.starts_with("CARGO_ENCODED_RUSTFLAGS=-C\x1ftarget-cpu=x86-64-v3\x1f--remap-path-prefix="), "{flags}");
}

#[test]
fn another_subcommand_chooses_its_own_linker() {
    let computer = Computer::new(&["aarch64-unknown-linux-gnu"]);
    let code = computer.code("list").cargo_subcommand("zigbuild").target("aarch64-unknown-linux-gnu.2.34");
    let builds = computer.builds(&[("List", code, Architecture::Arm64)]).expect("a build");
    assert!(builds[0].starts_with("zigbuild "), "{builds:?}");
    assert!(builds[0].contains("--target aarch64-unknown-linux-gnu.2.34"), "{builds:?}");
    assert!(builds[0].contains("--config target.aarch64-unknown-linux-gnu.rustflags="), "{builds:?}");
    assert!(!builds[0].contains("linker="), "{builds:?}");
}

#[test]
fn what_is_missing_is_told_with_the_command_that_installs_it() {
    let computer = Computer::new(&["aarch64-unknown-linux-gnu"]);
    let told = |code: RustCode, architecture: Architecture| {
        let error = computer.builds(&[("List", code, architecture)]).expect_err("something is missing");
        let [diagnostic] = error.diagnostics() else { panic!("{error}") };
        (diagnostic.code().to_owned(), diagnostic.help_text().unwrap_or_default().to_owned())
    };
    let (code, help) = told(computer.code("list"), Architecture::X86_64);
    assert_eq!(
        (code.as_str(), help.as_str()),
        ("lambda-rust::target", "run `rustup target add x86_64-unknown-linux-musl`")
    );

    let (code, help) = told(computer.code("list").target("aarch64-unknown-linux-gnu"), Architecture::Arm64);
    assert_eq!(code, "lambda-rust::linker");
    assert!(help.starts_with("install it with `apt-get install gcc-aarch64-linux-gnu`"), "{help}");

    let (code, help) = told(computer.code("list").env("RUSTC", "/no/rustc"), Architecture::X86_64);
    assert_eq!(code, "lambda-rust::toolchain");
    assert!(help.contains("rustup"), "{help}");

    let (code, _) = told(computer.code("list").env("CARGO", "/no/cargo"), Architecture::X86_64);
    assert_eq!(code, "lambda-rust::toolchain");
    let (code, _) = told(computer.code("list").target("x86_64-unknown-linux-gnu"), Architecture::Arm64);
    assert_eq!(code, "lambda-rust::architecture");
}

#[test]
fn a_binary_that_lambda_does_not_take_is_told() {
    let computer = Computer::new(&[MUSL]);
    let list = fs::File::create(computer.path("functions/target/list")).expect("a file");
    list.set_len(251 * 1024 * 1024).expect("a large file");
    let error = computer.builds(&[("List", computer.code("list"), Architecture::X86_64)]).expect_err("it is too large");
    assert_eq!(error.diagnostics()[0].code(), "lambda-rust::too-large");
    assert_eq!(error.diagnostics()[0].message(), "the binary has 251 MiB, and Lambda takes 250 MiB");
}

#[test]
fn a_target_directory_that_cannot_be_written_is_told() {
    let computer = Computer::new(&[MUSL]);
    computer.write("functions/target/lambda-rust", "a file in the place of a directory");
    let error = computer.builds(&[("List", computer.code("list"), Architecture::X86_64)]).expect_err("no place");
    assert_eq!(error.diagnostics()[0].code(), "lambda-rust::io");
    assert!(error.diagnostics()[0].message().contains("functions/target/lambda-rust/"), "{error}");
}

#[test]
fn a_c_compiler_is_missed_only_if_c_code_may_be_there() {
    let computer = Computer::new(&[MUSL, ARM]);
    computer.script(
        "cargo",
        &format!("if [ $1 = metadata ]; then /bin/cat {}; else exit 101; fi", computer.path("metadata.json").display()),
    );
    let notes = |architecture: Architecture, code: RustCode| {
        let error = computer.builds(&[("List", code, architecture)]).expect_err("cargo fails");
        assert_eq!(error.diagnostics()[0].code(), "lambda-rust::build");
        error.diagnostics()[0].notes()[1..].join("; ")
    };
    let code = || computer.code("list").env("PATH", computer.path("bin").to_string_lossy());
    assert_eq!(notes(Architecture::X86_64, code()), "");
    computer.write("functions/Cargo.lock", "[[package]]\nname = \"cc\"\nversion = \"1.2.0\"\n");
    assert!(notes(Architecture::X86_64, code()).ends_with("`apt-get install musl-tools`"));
    assert!(notes(Architecture::Arm64, code()).contains("cargo_subcommand(\"zigbuild\")"));
    assert_eq!(notes(Architecture::X86_64, code().env("CC_x86_64_unknown_linux_musl", "clang")), "");
}

#[test]
fn a_newer_glibc_than_that_of_lambda_is_a_warning() {
    let computer = Computer::new(&["x86_64-unknown-linux-gnu"]);
    computer.write("functions/target/list", "ELF\0GLIBC_2.38\0");
    let app = App::builder().outdir(computer.path("cdk.out")).build();
    let stack = Stack::new(&app, "Books");
    RustFunction::builder(&stack, "List", computer.code("list").target("x86_64-unknown-linux-gnu")).build();
    let assembly = app.synth().expect("a warning is no error");
    let [warning] = assembly.warnings() else { panic!("{:?}", assembly.warnings()) };
    assert_eq!((warning.code(), warning.path()), ("lambda-rust::glibc", "Books/List"));
    assert!(warning.message().contains("needs glibc 2.38"), "{warning}");
}
