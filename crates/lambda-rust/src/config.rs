//! The configuration files of cargo that hold for a workspace, and those of rustup.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cargo::Cargo;

/// Where configuration of cargo may be for a workspace, from the nearest on; not all of them exist.
pub(crate) fn cargo_files(cargo: &Cargo, workspace: &Path) -> Vec<PathBuf> {
    let own = workspace.ancestors().map(|directory| directory.join(".cargo"));
    let directories = own.chain(cargo.home());
    directories.flat_map(|directory| [directory.join("config.toml"), directory.join("config")]).collect()
}

/// Where rustup may be told which toolchain a workspace has.
pub(crate) fn toolchain_files(workspace: &Path) -> Vec<PathBuf> {
    let directories = workspace.ancestors();
    directories.flat_map(|at| [at.join("rust-toolchain.toml"), at.join("rust-toolchain")]).collect()
}

/// Whether the user has chosen a linker: in the environment, in the arguments, or in a configuration file. Such a file is
/// not parsed; where one speaks of a linker at all, the choice is left to it.
pub(crate) fn chooses_linker(cargo: &Cargo, workspace: &Path, target: &str, args: &[String]) -> bool {
    let variable = format!("CARGO_TARGET_{}_LINKER", target.to_uppercase().replace(['-', '.'], "_"));
    let in_flags = |name: &str| cargo.variable(name).is_some_and(|flags| flags.to_string_lossy().contains("linker"));
    let in_file = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap_or_default();
        text.lines().any(|line| line.contains("linker") && !line.trim_start().starts_with('#'))
    };
    cargo.variable(&variable).is_some()
        || in_flags("RUSTFLAGS")
        || in_flags("CARGO_ENCODED_RUSTFLAGS")
        || args.iter().any(|arg| arg.contains("linker"))
        || cargo_files(cargo, workspace).iter().any(in_file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linkers_of_the_user() {
        let directory = tempfile::tempdir().unwrap();
        let workspace = directory.path().join("functions");
        let config = directory.path().join(".cargo");
        fs::create_dir_all(&config).unwrap();
        let chooses = |env: &[(&str, &str)], args: &[&str]| {
            let home = ("CARGO_HOME".into(), directory.path().join("home").into());
            let env = env.iter().map(|(key, value)| (key.into(), value.into())).chain([home]).collect();
            let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
            chooses_linker(&Cargo::new(env), &workspace, "x86_64-unknown-linux-musl", &args)
        };
        fs::write(config.join("config.toml"), "[build]\n# linker = \"gold\"\n").unwrap();
        assert!(!chooses(&[], &["--locked"]));
        assert!(chooses(&[("CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_LINKER", "musl-gcc")], &[]));
        assert!(chooses(&[], &["--config=target.x86_64-unknown-linux-musl.linker='lld'"]));
        fs::write(config.join("config.toml"), "[target.x86_64-unknown-linux-musl]\nlinker = \"musl-gcc\"\n").unwrap();
        assert!(chooses(&[], &[]));
    }
}
