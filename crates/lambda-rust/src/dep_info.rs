//! What cargo and rustc note about the sources of a binary, in files in the way of make.

use std::path::{Path, PathBuf};

/// The files that a binary is made of, as the file `BINARY.d` has them. `None` for a file of another form.
pub(crate) fn sources(text: &str) -> Option<Vec<PathBuf>> {
    let line = text.lines().next()?;
    let (_, list) = line.split_once(": ").or_else(|| Some((line.strip_suffix(':')?, "")))?;
    let mut sources = Vec::new();
    let mut source = String::new();
    let mut characters = list.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' if characters.peek() == Some(&' ') => source.extend(characters.next()),
            ' ' => sources.extend((!source.is_empty()).then(|| PathBuf::from(std::mem::take(&mut source)))),
            other => source.push(other),
        }
    }
    sources.extend((!source.is_empty()).then(|| PathBuf::from(source)));
    Some(sources)
}

/// The environment variables that the sources of a crate name, as rustc notes them, less those that cargo sets.
pub(crate) fn variables(text: &str) -> impl Iterator<Item = &str> {
    let named = text.lines().filter_map(|line| line.strip_prefix("# env-dep:"));
    named.map(|entry| entry.split('=').next().unwrap_or(entry)).filter(|name| !is_of_cargo(name))
}

/// The environment variables that a build script says it depends on, given what it printed.
pub(crate) fn variables_of_build_script(output: &str) -> impl Iterator<Item = &str> {
    const INSTRUCTIONS: [&str; 2] = ["cargo:rerun-if-env-changed=", "cargo::rerun-if-env-changed="];
    let named = output.lines().filter_map(|line| INSTRUCTIONS.iter().find_map(|start| line.strip_prefix(start)));
    named.filter(|name| !is_of_cargo(name))
}

fn is_of_cargo(name: &str) -> bool {
    name.starts_with("CARGO_")
        || ["OUT_DIR", "TARGET", "HOST", "PROFILE", "OPT_LEVEL", "DEBUG", "NUM_JOBS"].contains(&name)
}

/// The file of a binary.
pub(crate) fn path_for(executable: &Path) -> PathBuf {
    executable.with_extension("d")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_with_spaces() {
        let text = "/my\\ target/list: /my\\ own/src/main.rs /b/build.rs\n";
        assert_eq!(sources(text).unwrap(), [PathBuf::from("/my own/src/main.rs"), "/b/build.rs".into()]);
        assert!(sources("/target/list:\n").unwrap().is_empty());
        assert_eq!(sources("C:\\t\\a: C:\\s\\main.rs").unwrap(), [PathBuf::from("C:\\s\\main.rs")]);
        assert_eq!(sources("nothing"), None);
    }

    #[test]
    fn variables_of_the_user() {
        let text = "a: b\n\n# env-dep:GREETING=hello\n# env-dep:UNSET\n# env-dep:CARGO_PKG_NAME=a\n";
        assert_eq!(variables(text).collect::<Vec<_>>(), ["GREETING", "UNSET"]);
        let output = "cargo:rerun-if-env-changed=CC\ncargo::rerun-if-env-changed=TARGET\ncargo:warning=no\n";
        assert_eq!(variables_of_build_script(output).collect::<Vec<_>>(), ["CC"]);
    }
}
