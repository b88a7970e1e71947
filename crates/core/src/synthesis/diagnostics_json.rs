//! `diagnostics.json`: the errors, warnings and infos of a synthesis, for programs that read them.
//!
//! One object: `version` (1), and `diagnostics`, a list in the order of the report. Each has `severity` (`error`, `warning`, `info`),
//! `code`, `message`, `help` (null if there is none), `notes`, `construct` (its path, empty for the app), `file`, `line` and `column`
//! (both counted from 1).

use crate::diagnostic::Diagnostic;
use crate::render;
use crate::value::Json;

/// The file's name in the output directory.
pub(crate) const FILE: &str = "diagnostics.json";

pub(crate) fn render(diagnostics: &[Diagnostic]) -> String {
    let list = diagnostics.iter().map(entry).collect();
    render::render(&Json::object([("version", Json::Int(1)), ("diagnostics", Json::List(list))]), 2)
}

fn entry(diagnostic: &Diagnostic) -> Json {
    let location = diagnostic.location();
    Json::object([
        ("severity", Json::text(diagnostic.severity().to_string())),
        ("code", Json::text(diagnostic.code())),
        ("message", Json::text(diagnostic.message())),
        ("help", diagnostic.help_text().map_or(Json::Null, Json::text)),
        ("notes", Json::List(diagnostic.notes().iter().map(Json::text).collect())),
        ("construct", Json::text(diagnostic.path())),
        ("file", Json::text(location.file())),
        ("line", Json::Int(location.line().into())),
        ("column", Json::Int(location.column().into())),
    ])
}
