//! Snapshots: a template as it was when somebody accepted it.

use std::path::Path;
use std::{env, fs};

use indexmap::IndexMap;
use serde_json::{Map, Value};

use crate::difference;
use crate::error::{AssertionError, expect, usage_error};
use crate::style::Style;
use crate::template::Template;

/// The environment variable that accepts templates as they are.
const UPDATE: &str = "UPDATE_SNAPSHOTS";

impl Template {
    /// The template with asset hashes replaced by `[HASH-1]`, `[HASH-2]`, …, so that it is the same when only the content of
    /// an asset changes. These are the keys of files in S3, the tags of images, and the ends of the logical ids of functions'
    /// current versions.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json};
    ///
    /// let hash = "0123456789abcdef".repeat(4);
    /// let template = Template::from_json(json!({ "Key": format!("{hash}.zip"), "Path": format!("asset.{hash}") }));
    /// assert_eq!(template.to_masked_json(), json!({ "Key": "[HASH-1].zip", "Path": "asset.[HASH-1]" }));
    /// ```
    pub fn to_masked_json(&self) -> Value {
        Mask::default().value(&self.value)
    }

    /// The template is that of a file, asset hashes aside (see [`Template::to_masked_json`]). A relative path starts at the
    /// folder of the package that is tested.
    ///
    /// With the environment variable `UPDATE_SNAPSHOTS=1` the file is written instead.
    ///
    /// ```
    /// use aws_cdk_assertions::{Template, json};
    /// # let folder = std::env::temp_dir().join("aws-cdk-assertions-doc-snapshot");
    /// # std::fs::create_dir_all(&folder).unwrap();
    /// # let file = folder.join("books.json");
    /// # std::fs::write(&file, "{\n  \"Resources\": {}\n}\n").unwrap();
    ///
    /// // let file = "tests/snapshots/books.json";
    /// Template::from_json(json!({ "Resources": {} })).matches_snapshot(&file);
    /// # std::fs::remove_dir_all(folder).unwrap();
    /// ```
    ///
    /// # Panics
    /// If the template differs, or there is no such file.
    #[track_caller]
    pub fn matches_snapshot(&self, file: impl AsRef<Path>) {
        expect(self.try_matches_snapshot(file));
    }

    /// As [`Template::matches_snapshot`].
    ///
    /// # Errors
    /// If the template differs, or the file cannot be read, or written.
    pub fn try_matches_snapshot(&self, file: impl AsRef<Path>) -> Result<(), AssertionError> {
        let updates = env::var(UPDATE).is_ok_and(|value| !["", "0", "false"].contains(&value.as_str()));
        let text = format!("{:#}\n", self.to_masked_json());
        compare(&text, file.as_ref(), updates)
    }
}

fn compare(text: &str, file: &Path, updates: bool) -> Result<(), AssertionError> {
    let shown = file.display();
    if updates {
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        return folder
            .and_then(|()| fs::write(file, text))
            .map_err(|error| usage_error(format!("the snapshot {shown} cannot be written: {error}")));
    }
    let accepted = fs::read_to_string(file).map_err(|error| {
        usage_error(format!("the snapshot {shown} cannot be read: {error}\nset {UPDATE}=1 to write it"))
    })?;
    // A checkout may have changed the ends of lines.
    let accepted = accepted.replace("\r\n", "\n");
    if accepted.trim_end() == text.trim_end() {
        return Ok(());
    }
    let mut error = AssertionError::heading(format!("the template is not that of the snapshot {shown}:"));
    error.text_mut().push(Style::Plain, "\n");
    error.text_mut().indented(&difference::lines(&accepted, text), 2);
    error.text_mut().line(Style::Plain, format!("\nset {UPDATE}=1 to accept it"));
    Err(error)
}

/// Hashes by the order in which they are met.
#[derive(Default)]
struct Mask {
    names: IndexMap<String, String>,
}

impl Mask {
    fn value(&mut self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(text)),
            Value::Array(items) => items.iter().map(|item| self.value(item)).collect(),
            Value::Object(entries) => {
                let masked: Map<String, Value> =
                    entries.iter().map(|(key, value)| (self.text(key), self.value(value))).collect();
                Value::Object(masked)
            }
            other => other.clone(),
        }
    }

    fn text(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, hash, after)) = next_hash(rest) {
            let number = self.names.len() + 1;
            out.push_str(before);
            out.push_str(self.names.entry(hash.to_owned()).or_insert_with(|| format!("[HASH-{number}]")));
            rest = after;
        }
        out + rest
    }
}

/// The first hash in a text, with what stands before and after it.
fn next_hash(text: &str) -> Option<(&str, &str, &str)> {
    let split = |start: usize, length: usize| (&text[..start], &text[start..start + length], &text[start + length..]);
    [asset_hash(text).map(|start| split(start, 64)), version_hash(text).map(|start| split(start, 32))]
        .into_iter()
        .flatten()
        .min_by_key(|(before, _, _)| before.len())
}

fn is_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

/// Where a SHA-256 stands: 64 hexadecimal digits in a row, and no more.
pub(crate) fn asset_hash(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let length = bytes[start..].iter().take_while(|byte| is_hex(**byte)).count();
        if length == 64 {
            return Some(start);
        }
        start += length + 1;
    }
    None
}

/// Where the hash stands at the end of the logical id of a function's current version, which changes with its code.
fn version_hash(text: &str) -> Option<usize> {
    const MARK: &str = "CurrentVersion";
    const PATH_HASH: usize = 8;
    text.match_indices(MARK).find_map(|(index, _)| {
        let path_hash = index + MARK.len();
        let hash = path_hash + PATH_HASH;
        let bytes = text.as_bytes();
        let is_path_hash = bytes.get(path_hash..hash)?.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'));
        let length = bytes.get(hash..)?.iter().take_while(|byte| is_hex(**byte)).count();
        (is_path_hash && length == 32).then_some(hash)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use serde_json::json;

    fn template(name: &str) -> Template {
        Template::from_json(
            json!({ "Resources": { "A": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": name } } } }),
        )
    }

    fn text(name: &str) -> String {
        format!("{:#}\n", template(name).to_masked_json())
    }

    #[test]
    fn what_is_accepted_is_expected_from_then_on() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/books.json");
        let error = compare(&text("orders"), &file, false).unwrap_err().to_string();
        assert!(error.ends_with("set UPDATE_SNAPSHOTS=1 to write it"), "{error}");

        compare(&text("orders"), &file, true).unwrap();
        compare(&text("orders"), &file, false).unwrap();
        template("orders").matches_snapshot(&file);
        fs::write(&file, fs::read_to_string(&file).unwrap().replace('\n', "\r\n")).unwrap();
        compare(&text("orders"), &file, false).unwrap();

        let error = compare(&text("returns"), &file, false).unwrap_err().to_string();
        expect![[r#"
            the template is not that of the snapshot books.json:

                    "A": {
                      "Type": "AWS::SQS::Queue",
                      "Properties": {
              -         "QueueName": "orders"
              +         "QueueName": "returns"
                      }
                    }
                  }

            set UPDATE_SNAPSHOTS=1 to accept it"#]]
        .assert_eq(&error.replace(&file.display().to_string(), "books.json"));
    }

    #[test]
    fn hashes_are_told_apart_and_other_text_stays() {
        let (one, other) = ("0a".repeat(32), "f9".repeat(32));
        let version = "FnCurrentVersion17A89A44";
        let masked = Mask::default().value(&json!({
            "S3Key": format!("{one}.zip"),
            "Both": format!("{other}/{one}"),
            "Longer": format!("{one}a"),
            "Shorter": &one[..63],
            format!("{version}{}", &one[..32]): { "Ref": format!("{version}{}", &one[..32]) },
            "Upper": one.to_uppercase(),
            "é": format!("é{one}é"),
        }));
        expect![[r#"
            {
              "S3Key": "[HASH-1].zip",
              "Both": "[HASH-2]/[HASH-1]",
              "Longer": "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0aa",
              "Shorter": "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0",
              "FnCurrentVersion17A89A44[HASH-3]": {
                "Ref": "FnCurrentVersion17A89A44[HASH-3]"
              },
              "Upper": "0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A",
              "é": "é[HASH-1]é"
            }"#]]
        .assert_eq(&format!("{masked:#}"));
    }
}
