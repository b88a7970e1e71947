//! The linker for a target, and what to install where there is none.

use std::ffi::OsStr;

use crate::cargo::is_installed;
use crate::toolchain::Toolchain;

/// How functions are linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Linker {
    /// As rustc does by itself.
    Default,
    /// With a program, of which rustc finds out by its name how it is called.
    Program(&'static str),
    /// There is none; what is missing, and what to do.
    Missing { what: String, help: String },
}

/// The linker that is there for a target, if the user has not chosen one.
///
/// For musl, rustc brings along everything else that linking takes, so any linker for ELF files of the target will do:
/// `cc` on a computer of the same kind, else the `rust-lld` of the toolchain.
pub(crate) fn choose(toolchain: &Toolchain, target: &str, path: Option<&OsStr>) -> Linker {
    let has = |program: &str| is_installed(program, path);
    let is_native = machine(target) == machine(&toolchain.host) && toolchain.host.contains("-linux-");
    let is_musl = target.ends_with("-musl");
    if is_native && has("cc") {
        return Linker::Default;
    }
    if is_musl && toolchain.has_rust_lld() {
        return Linker::Program("rust-lld");
    }
    if is_musl && has("ld.lld") {
        return Linker::Program("ld.lld");
    }
    if is_native {
        let what = "the linker `cc` is not installed".to_owned();
        return Linker::Missing { what, help: "install it with `apt-get install gcc libc6-dev`".to_owned() };
    }
    if is_musl {
        let what = "the toolchain has no `rust-lld`, and `ld.lld` is not installed".to_owned();
        let help = "use a toolchain of rustup, or install a linker with `apt-get install lld`".to_owned();
        return Linker::Missing { what, help };
    }
    let (program, package) = match (machine(target), target.ends_with("-linux-gnu")) {
        ("aarch64", true) => ("aarch64-linux-gnu-gcc", "gcc-aarch64-linux-gnu"),
        ("x86_64", true) => ("x86_64-linux-gnu-gcc", "gcc-x86-64-linux-gnu"),
        _ => return Linker::Default,
    };
    if has(program) {
        return Linker::Program(program);
    }
    Linker::Missing {
        what: format!("the linker `{program}` is not installed"),
        help: format!(
            "install it with `apt-get install {package}`, or leave `target` out: the default target needs no other linker"
        ),
    }
}

/// The instruction set of a triple.
pub(crate) fn machine(target: &str) -> &str {
    target.split('-').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Chooses on a computer with these programs.
    fn on(host: &str, has_rust_lld: bool, programs: &[&str], target: &str) -> Linker {
        let directory = tempfile::tempdir().unwrap();
        let bin = directory.path().join("lib/rustlib").join(host).join("bin");
        fs::create_dir_all(&bin).unwrap();
        if has_rust_lld {
            fs::write(bin.join("rust-lld"), "").unwrap();
        }
        let path = directory.path().join("path");
        fs::create_dir(&path).unwrap();
        for program in programs {
            fs::write(path.join(program), "").unwrap();
        }
        let toolchain = Toolchain {
            host: host.to_owned(),
            commit_hash: None,
            sysroot: directory.path().to_owned(),
            target_libdir: directory.path().to_owned(),
        };
        choose(&toolchain, target, Some(path.as_os_str()))
    }

    const LINUX: &str = "x86_64-unknown-linux-gnu";
    const MAC: &str = "aarch64-apple-darwin";
    const MUSL: &str = "x86_64-unknown-linux-musl";
    const ARM_MUSL: &str = "aarch64-unknown-linux-musl";
    const ARM_GNU: &str = "aarch64-unknown-linux-gnu";

    #[test]
    fn what_is_there_is_taken() {
        assert_eq!(on(LINUX, true, &["cc"], MUSL), Linker::Default);
        assert_eq!(on(LINUX, true, &[], MUSL), Linker::Program("rust-lld"));
        assert_eq!(on(LINUX, true, &["cc"], ARM_MUSL), Linker::Program("rust-lld"));
        assert_eq!(on(LINUX, false, &["cc", "ld.lld"], ARM_MUSL), Linker::Program("ld.lld"));
        assert_eq!(on(MAC, true, &["cc"], ARM_MUSL), Linker::Program("rust-lld"));
        assert_eq!(on(LINUX, true, &["cc"], LINUX), Linker::Default);
        assert_eq!(on(LINUX, true, &["aarch64-linux-gnu-gcc"], ARM_GNU), Linker::Program("aarch64-linux-gnu-gcc"));
    }

    #[test]
    fn what_is_missing_can_be_installed() {
        let help = |linker| match linker {
            Linker::Missing { help, .. } => help,
            other => panic!("{other:?}"),
        };
        assert!(help(on(LINUX, true, &["cc"], ARM_GNU)).contains("apt-get install gcc-aarch64-linux-gnu"));
        assert!(help(on(LINUX, false, &["cc"], ARM_MUSL)).contains("apt-get install lld"));
        assert!(help(on(LINUX, true, &[], LINUX)).contains("apt-get install gcc"));
    }
}
