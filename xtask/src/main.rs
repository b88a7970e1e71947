//! `cargo xtask …`: the repository's tooling. Each subcommand is a module; this file only dispatches.

mod codegen;
mod repository;
mod specification;
mod tree;

use clap::{Parser, Subcommand};

/// The repository's tooling.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Codegen(codegen::Arguments),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Codegen(arguments) => codegen::run(&arguments),
    }
}
