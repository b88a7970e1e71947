//! How diagnostics look: as rustc's, with the line of the user's code where its file can be read.

use std::env;
use std::fmt::{self, Write};
use std::fs;
use std::panic::Location;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Severity};
use crate::ordered_map::OrderedMap;

/// A line of source code longer than this, in characters, is not shown.
const LONGEST_LINE: usize = 200;

/// Writes diagnostics with the lines that they are about, each followed by an empty line.
pub(crate) fn write_all(f: &mut impl Write, diagnostics: &[Diagnostic], colours: bool) -> fmt::Result {
    let mut sources = Sources::default();
    for diagnostic in diagnostics {
        let source = sources.line(diagnostic.location());
        write_one(f, diagnostic, source.as_ref(), colours)?;
        f.write_str("\n\n")?;
    }
    Ok(())
}

/// Writes one diagnostic.
pub(crate) fn write_one(
    f: &mut impl Write,
    diagnostic: &Diagnostic,
    source: Option<&SourceLine>,
    colours: bool,
) -> fmt::Result {
    let paint = Paint { colours };
    let tone = match diagnostic.severity() {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
        Severity::Info => "1;32",
    };
    let location = diagnostic.location();
    let heading = format!("{}[{}]", diagnostic.severity(), diagnostic.code());
    writeln!(f, "{}{}", paint.with(tone, &heading), paint.with("1", &format!(": {}", diagnostic.message())))?;
    // Two digits at the least, so that most reports line up.
    let width = source.map_or(2, |_| location.line().to_string().len().max(2));
    let margin = " ".repeat(width);
    write!(f, "{margin}{} {location}", paint.with(BLUE, "-->"))?;
    if let Some(source) = source {
        let bar = paint.with(BLUE, "|");
        let number = paint.with(BLUE, &format!("{:>width$}", location.line()));
        write!(f, "\n{margin} {bar}\n{number} {bar} {}", source.text)?;
        write!(f, "\n{margin} {bar} {}{}", source.indent, paint.with(tone, &"^".repeat(source.carets)))?;
    }
    let path = if diagnostic.path().is_empty() { "App" } else { diagnostic.path() };
    let note = |f: &mut dyn Write, what: &str, text: &str| {
        write!(f, "\n{margin} {} {}: {text}", paint.with(BLUE, "="), paint.with("1", what))
    };
    note(f, "construct", path)?;
    for text in diagnostic.notes() {
        note(f, "note", text)?;
    }
    if let Some(help) = diagnostic.help_text() {
        note(f, "help", help)?;
    }
    Ok(())
}

const BLUE: &str = "1;34";

/// Colours text, or leaves it as it is.
struct Paint {
    colours: bool,
}

impl Paint {
    fn with(&self, code: &str, text: &str) -> String {
        if self.colours { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// A line of the user's code, and what of it a diagnostic is about.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SourceLine {
    text: String,
    /// What stands below the text before the first caret; it keeps tabs, so that both lines are equally wide.
    indent: String,
    carets: usize,
}

/// The files that were read already.
#[derive(Default)]
struct Sources {
    files: OrderedMap<&'static str, Option<String>>,
}

impl Sources {
    /// The line of a place, if its file can be read and has such a line.
    fn line(&mut self, location: &'static Location<'static>) -> Option<SourceLine> {
        let read = || read_source(location.file());
        let text = self.files.get_or_insert_with(location.file(), read).as_deref()?;
        let line = text.lines().nth(usize::try_from(location.line()).ok()?.checked_sub(1)?)?;
        source_line(line, usize::try_from(location.column()).ok()?)
    }
}

/// What rustc calls a file is relative to the directory in which it ran, the root of a workspace; the program mostly runs there
/// or below, or says where its package is.
fn read_source(file: &str) -> Option<String> {
    let file = Path::new(file);
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let starts = [env::current_dir().ok(), package];
    let directories = starts.iter().flatten().flat_map(|start| start.ancestors());
    directories.map(|directory| directory.join(file)).find_map(|path| fs::read_to_string(path).ok())
}

/// The line with the name at a column, counted in characters from 1, underlined: `build`, `HttpApi::new`.
fn source_line(line: &str, column: usize) -> Option<SourceLine> {
    let text = line.trim_end();
    let start = text.char_indices().nth(column.checked_sub(1)?)?.0;
    if text.chars().count() > LONGEST_LINE || text.chars().any(|character| character.is_control() && character != '\t')
    {
        return None;
    }
    let indent = text[..start].chars().map(|character| if character == '\t' { '\t' } else { ' ' }).collect();
    let is_name = |character: &char| character.is_alphanumeric() || ['_', ':', '!'].contains(character);
    let carets = text[start..].chars().take_while(is_name).count().max(1);
    Some(SourceLine { text: text.to_owned(), indent, carets })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, column: usize, expected: Option<(&str, usize)>) {
        let found = source_line(line, column).map(|source| (source.indent, source.carets));
        assert_eq!(found, expected.map(|(indent, carets)| (indent.to_owned(), carets)), "{line:?}:{column}");
    }

    #[test]
    fn names_are_underlined() {
        check("    api.build();", 9, Some(("        ", 5)));
        check("let api = HttpApi::new(&stack, \"Api\");", 11, Some(("          ", 12)));
        check("\tapi.build();  ", 6, Some(("\t    ", 5)));
        check("    \"é\".build();", 9, Some(("        ", 5)));
        check("(a)", 1, Some(("", 1)));
    }

    #[test]
    fn lines_that_cannot_be_meant_are_not_shown() {
        check("short", 10, None);
        check("", 1, None);
        check("a\u{1b}[31mb", 1, None);
        check(&"x".repeat(LONGEST_LINE + 1), 1, None);
    }

    #[test]
    fn a_report_shows_the_line() {
        let diagnostic = Diagnostic::error("books::no-shelf", "no name");
        let (line, column) = (line!() - 1, diagnostic.location().column());
        let diagnostic = diagnostic.help("name it").note("it is new");
        let mut text = String::new();
        write_all(&mut text, std::slice::from_ref(&diagnostic), false).unwrap();
        let expected = [
            "error[books::no-shelf]: no name",
            &format!("   --> {}:{line}:{column}", file!()),
            "    |",
            &format!("{line} |         let diagnostic = Diagnostic::error(\"books::no-shelf\", \"no name\");"),
            "    |                          ^^^^^^^^^^^^^^^^^",
            "    = construct: App",
            "    = note: it is new",
            "    = help: name it\n\n",
        ];
        assert_eq!(text, expected.join("\n"));
    }

    #[test]
    fn colours_only_where_they_are_wanted() {
        let diagnostic = Diagnostic::warning("books::few", "few books");
        let mut text = String::new();
        write_one(&mut text, &diagnostic, None, true).unwrap();
        assert!(text.starts_with("\u{1b}[1;33mwarning[books::few]\u{1b}[0m\u{1b}[1m: few books\u{1b}[0m\n"), "{text}");
        assert_eq!(diagnostic.to_string().find('\u{1b}'), None);
    }
}
