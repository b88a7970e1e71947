//! AWS Lambda functions in Rust, built from the user's own workspace when the app is synthesized.
//!
//! ```
//! use aws_cdk_core::{App, Duration, Stack};
//! use aws_cdk_lambda::Architecture;
//! use aws_cdk_lambda_rust::{RustCode, RustFunction};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Books");
//! let list = RustFunction::builder(&stack, "ListBooks", "functions").build(); // the binary `list-books`
//! let add = RustFunction::builder(&stack, "AddBook", RustCode::new("functions").bin("add").features(["audit"]))
//!     .architecture(Architecture::Arm64)
//!     .memory_size(256)
//!     .timeout(Duration::seconds(10))
//!     .environment("TABLE", "books")
//!     .build();
//! ```
//!
//! A [`RustFunction`] is a [`Function`](aws_cdk_lambda::Function) with the runtime `provided.al2023`, the handler `bootstrap`
//! and [`RustCode`]: all options of functions are there, and it fits wherever a function does.
//!
//! # What is built, and when
//! `app.synth()` builds, once the app has no error; constructing and templates in memory (`aws-cdk-assertions`) build nothing,
//! and neither do commands of the CLI that need no code, such as `cdk ls`. One `cargo build` makes all functions of a workspace
//! that have the same target, profile, environment and arguments, and features that go together; those of stacks that are not
//! deployed now too, since the features of a common dependency depend on all that is built with it. Cargo shows its progress and
//! its messages as always. If nothing has changed since, not even cargo is started: sources, manifests, `Cargo.lock`,
//! configuration, the toolchain and the variables that sources and build scripts name are compared with what the last build
//! saw.
//!
//! # Targets
//! The default target is `x86_64-unknown-linux-musl`, or `aarch64-unknown-linux-musl` for [`Architecture::Arm64`]: programs
//! that need nothing of the system they run on. All that this takes is the target's standard library:
//!
//! ```sh
//! rustup target add x86_64-unknown-linux-musl    # or aarch64-unknown-linux-musl
//! ```
//!
//! The linker is `cc` if the computer is of the same kind, and otherwise `rust-lld`, which every toolchain of rustup has. A
//! linker in `.cargo/config.toml` or in `CARGO_TARGET_<TARGET>_LINKER` wins. Crates that contain C code also need a C compiler
//! for the target: `apt-get install musl-tools` for `x86_64` on `x86_64`; otherwise
//! [`RustCode::cargo_subcommand("zigbuild")`](RustCode::cargo_subcommand) is the shortest way, after
//! `pip install cargo-zigbuild`.
//!
//! # The environment of the build
//! The program that synthesizes usually runs inside of `cargo run`, whose variables are not for the functions: those that cargo
//! sets for programs (`CARGO_PKG_*`, `CARGO_MANIFEST_*`, `OUT_DIR`, …), the job server (`CARGO_MAKEFLAGS`, `MAKEFLAGS`), and flags
//! that may be for this computer alone (`RUSTFLAGS`, `CARGO_ENCODED_RUSTFLAGS`, `RUSTC_WORKSPACE_WRAPPER`) are taken away.
//! `CARGO_TARGET_DIR`, `RUSTC_WRAPPER`, `RUSTUP_TOOLCHAIN` and everything else stay. Flags for functions belong into `[target.…]` of
//! `.cargo/config.toml`, or into [`RustCode::env`]; `build.rustflags` is not used for them.
//!
//! # Invariant
//! The same sources give the same asset: no time, no user and no path of this computer gets into the zip file. Nothing is
//! built before synthesis, and nothing is written outside of cargo's target directory.
//!
//! [`Architecture::Arm64`]: aws_cdk_lambda::Architecture::Arm64

mod archive;
mod build;
mod bundling;
mod cargo;
mod code;
mod config;
mod dep_info;
mod function;
mod glibc;
mod inputs;
mod linker;
mod names;
mod plan;
mod stamp;
mod toolchain;
mod workspace;

pub use code::RustCode;
pub use function::RustFunction;
