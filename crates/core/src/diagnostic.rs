//! Diagnostics: what is wrong with a program, where, and what to write instead.
//!
//! Constructing never fails. A mistake is recorded as a [`Diagnostic`] on its construct, and
//! [`App::synth`](crate::App::synth) returns all errors at once as a [`SynthError`].

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::panic::Location;

use crate::colour;
use crate::report;

/// How serious a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Severity {
    /// Something worth knowing; shown by the `cdk` CLI.
    Info,
    /// Probably a mistake; synthesis goes on, and the `cdk` CLI shows it.
    Warning,
    /// A mistake; nothing is written.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

/// One finding: a stable code, a message, the construct's path, the place in the user's code, and what to
/// write instead.
///
/// ```
/// use aws_cdk_core::Diagnostic;
///
/// let diagnostic = Diagnostic::error("books::no-shelf", "the shelf has no name").help("give it one with `.name(..)`");
/// assert!(diagnostic.to_string().starts_with("error[books::no-shelf]: the shelf has no name\n"));
/// ```
#[derive(Clone, Debug)]
pub struct Diagnostic {
    severity: Severity,
    code: Cow<'static, str>,
    message: String,
    help: Option<String>,
    notes: Vec<String>,
    path: String,
    location: &'static Location<'static>,
}

impl Diagnostic {
    /// An error: synthesis will fail.
    #[track_caller]
    pub fn error(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code.into(), message.into())
    }

    /// A warning: shown, but the assembly is written.
    #[track_caller]
    pub fn warning(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code.into(), message.into())
    }

    /// A piece of information.
    #[track_caller]
    pub fn info(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self::new(Severity::Info, code.into(), message.into())
    }

    #[track_caller]
    fn new(severity: Severity, code: Cow<'static, str>, message: String) -> Self {
        Self {
            severity,
            code,
            message,
            help: None,
            notes: Vec::new(),
            path: String::new(),
            location: Location::caller(),
        }
    }

    /// What to write instead. Default: none.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a line of context, such as the steps of a cycle. Default: none.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The place in the user's code. Default: where the diagnostic was made.
    pub fn at(mut self, location: &'static Location<'static>) -> Self {
        self.location = location;
        self
    }

    pub(crate) fn on(mut self, path: String) -> Self {
        self.path = path;
        self
    }

    /// How serious it is.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// A warning in the place of an error.
    pub(crate) fn demoted(mut self) -> Self {
        self.severity = self.severity.min(Severity::Warning);
        self
    }

    pub(crate) fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The stable code, `crate::what-is-wrong`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What was found and what was expected.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to write instead, if that is known.
    pub fn help_text(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// Further lines of context.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// The path of the construct that it is about; empty for the app.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The file, line and column of the user's code.
    pub fn location(&self) -> &'static Location<'static> {
        self.location
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        report::write_one(f, self, None, false)
    }
}

/// Why [`App::synth`](crate::App::synth) wrote no assembly: every error of the program.
///
/// It prints each error with the line of the user's code, where its file can be read: plain through `Display`, in colour through
/// `Debug` and `{:#}` where the standard error output is a terminal that shows it (see `NO_COLOR`, `CARGO_TERM_COLOR`). `Debug` is
/// what `fn main() -> Result<(), SynthError>` prints.
#[derive(Clone)]
pub struct SynthError {
    diagnostics: Vec<Diagnostic>,
}

impl SynthError {
    pub(crate) fn new(diagnostics: Vec<Diagnostic>) -> Self {
        Self { diagnostics }
    }

    /// All errors, in the order in which they were found.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, colours: bool) -> fmt::Result {
        report::write_all(f, &self.diagnostics, colours)?;
        match self.diagnostics.len() {
            1 => write!(f, "1 error; no assembly was written"),
            n => write!(f, "{n} errors; no assembly was written"),
        }
    }
}

impl fmt::Display for SynthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, f.alternate() && colour::on_stderr())
    }
}

impl fmt::Debug for SynthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("synthesis failed\n\n")?;
        self.write(f, colour::on_stderr())
    }
}

impl Error for SynthError {}
