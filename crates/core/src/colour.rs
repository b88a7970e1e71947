//! Whether text is shown in colour: on terminals that show it, unless the user says otherwise.

use std::env;
use std::io::{self, IsTerminal};

/// Whether what is written to the standard error output is shown in colour.
pub fn on_stderr() -> bool {
    wanted(&|name| env::var(name).ok(), io::stderr().is_terminal())
}

/// Whether what is written to the standard output is shown in colour.
pub(crate) fn on_stdout() -> bool {
    wanted(&|name| env::var(name).ok(), io::stdout().is_terminal())
}

/// `NO_COLOR`, if not empty, forbids colours; `CARGO_TERM_COLOR` decides otherwise; else a terminal gets them.
fn wanted(variable: &dyn Fn(&str) -> Option<String>, is_terminal: bool) -> bool {
    if variable("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return false;
    }
    match variable("CARGO_TERM_COLOR").as_deref() {
        Some("always") => true,
        Some("never") => false,
        _ => is_terminal && variable("TERM").as_deref() != Some("dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(variables: &[(&str, &str)], is_terminal: bool, expected: bool) {
        let read = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        assert_eq!(wanted(&read, is_terminal), expected, "{variables:?}");
    }

    #[test]
    fn who_gets_colours() {
        check(&[], true, true);
        check(&[], false, false);
        check(&[("TERM", "dumb")], true, false);
        check(&[("NO_COLOR", "1")], true, false);
        check(&[("NO_COLOR", "")], true, true);
        check(&[("CARGO_TERM_COLOR", "always")], false, true);
        check(&[("CARGO_TERM_COLOR", "never")], true, false);
        check(&[("CARGO_TERM_COLOR", "auto")], true, true);
        check(&[("CARGO_TERM_COLOR", "always"), ("NO_COLOR", "1")], true, false);
    }
}
