//! What the `cdk` CLI passes to the program that it runs, by environment variables.
//!
//! The CLI itself reads `cdk.json`, `cdk.context.json` and `-c key=value`; without it there is no context but the app's own.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::json_text;
use crate::ordered_map::OrderedMap;
use crate::value::{Json, Key};

/// Context as JSON text.
const CONTEXT: &str = "CDK_CONTEXT_JSON";
/// The file with the context that is too large for an environment variable.
const OVERFLOW: &str = "CONTEXT_OVERFLOW_LOCATION_ENV";
/// Where to write the cloud assembly.
const OUTDIR: &str = "CDK_OUTDIR";

/// Switches the checks of values off.
const VALIDATION: &str = "CDK_VALIDATION";

pub(crate) fn outdir() -> PathBuf {
    env::var_os(OUTDIR).filter(|outdir| !outdir.is_empty()).map_or_else(|| PathBuf::from("cdk.out"), PathBuf::from)
}

/// Whether values are checked, as the CDK decides it too.
pub(crate) fn validation() -> bool {
    env::var_os(VALIDATION).is_none_or(|value| value != "false")
}

/// The CLI's context; the overflow file wins over the variable.
pub(crate) fn from_environment(problems: &mut Vec<Diagnostic>) -> OrderedMap<String, Json> {
    let mut context = OrderedMap::new();
    if let Some(text) = env::var_os(CONTEXT).filter(|text| !text.is_empty()) {
        read(&mut context, &text.to_string_lossy(), CONTEXT, problems);
    }
    if let Some(file) = env::var_os(OVERFLOW).filter(|file| !file.is_empty()) {
        let file = PathBuf::from(file);
        match fs::read_to_string(&file) {
            Ok(text) => read(&mut context, &text, &file.display().to_string(), problems),
            Err(error) => problems.push(bad_context(&file.display().to_string(), &error.to_string())),
        }
    }
    context
}

/// Whether a value switches something on, which is off without one.
pub(crate) fn is_set(value: &Json) -> bool {
    !matches!(value, Json::Null | Json::Bool(false))
}

fn read(context: &mut OrderedMap<String, Json>, text: &str, source: &str, problems: &mut Vec<Diagnostic>) {
    match json_text::parse(text) {
        Ok(Json::Object(object)) => {
            for (key, value) in object.entries {
                if let Key::Text(key) = key {
                    context.insert(key.to_string(), value);
                }
            }
        }
        Ok(_) => problems.push(bad_context(source, "expected a JSON object")),
        Err(error) => problems.push(bad_context(source, &error)),
    }
}

fn bad_context(source: &str, reason: &str) -> Diagnostic {
    Diagnostic::error("core::bad-context", format!("the context of {source} cannot be read: {reason}"))
        .help("run the program through the `cdk` CLI, or unset the variable")
}
