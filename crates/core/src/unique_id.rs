//! Names made from the path of a construct: logical ids, and names of resources with a bounded length.
//!
//! Both are readable text followed by eight hexadecimal digits of the MD5 of the whole path. They must equal the
//! CDK's to the character: a logical id that differs replaces the resource in a deployed stack.

use crate::hash;
use crate::js_regex::CharClass;

/// An id that names a construct but never shows in a name, nor in the hash.
const HIDDEN: &str = "Default";
/// An id that counts in the hash but does not show.
const HIDDEN_FROM_HUMANS: &str = "Resource";
const HASH_LENGTH: usize = 8;
/// CloudFormation's limit for a logical id is 255; what does not fit keeps 240 readable characters.
const MAX_ID_LENGTH: usize = 255;
const MAX_HUMAN_LENGTH: usize = 240;

/// The logical id for a path of construct ids, the stack's own excluded.
///
/// `None` if nothing remains of the path once every `Default` is left out. A path of one id is that id without
/// what is not alphanumeric, which may be the empty string.
pub(crate) fn unique_id(components: &[&str]) -> Option<String> {
    let components = shown(components)?;
    if let [only] = components[..] {
        let mut candidate = String::with_capacity(only.len());
        push_alphanumerics(&mut candidate, only);
        if candidate.len() <= MAX_ID_LENGTH {
            return Some(candidate);
        }
    }
    let length: usize = components.iter().map(|id| id.len()).sum();
    let mut id = String::with_capacity(length + HASH_LENGTH);
    human_parts(&components).for_each(|part| push_alphanumerics(&mut id, part));
    id.truncate(MAX_HUMAN_LENGTH);
    id.push_str(&path_hash(&components));
    Some(id)
}

/// Whether the path of this id alone has the id itself as its name.
pub(crate) fn is_own_name(id: &str) -> bool {
    (1..=MAX_ID_LENGTH).contains(&id.len()) && id != HIDDEN && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// How a physical name is made from a path.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UniqueResourceName<'a> {
    /// The longest name, in UTF-16 units, hash included.
    pub(crate) max_length: usize,
    /// Stands between the ids and before the hash.
    pub(crate) separator: &'a str,
    /// What may stand in the name besides letters and digits, as the inside of a regular expression's class: `_-`,
    /// ` -/`, `\w`. Where that would be no valid class, each character stands for itself.
    pub(crate) allowed_special_characters: &'a str,
    /// Stands first, whatever characters it has.
    pub(crate) prefix: &'a str,
}

impl Default for UniqueResourceName<'_> {
    fn default() -> Self {
        Self { max_length: 256, separator: "", allowed_special_characters: "", prefix: "" }
    }
}

/// The name for a path that starts with the name of the stack; `None` as for [`unique_id`].
pub(crate) fn unique_resource_name(components: &[&str], options: &UniqueResourceName<'_>) -> Option<String> {
    let components = shown(components)?;
    let allowed = allowed_characters(options.allowed_special_characters);
    let keep = |id: &str| id.encode_utf16().filter(|unit| allowed.contains(u32::from(*unit))).collect::<Vec<u16>>();
    let separator: Vec<u16> = options.separator.encode_utf16().collect();

    let mut human: Vec<u16> = options.prefix.encode_utf16().collect();
    if let [only] = components[..] {
        let mut candidate = human.clone();
        candidate.extend(keep(only));
        if candidate.len() <= options.max_length {
            return Some(String::from_utf16_lossy(&candidate));
        }
    }
    let parts: Vec<Vec<u16>> = human_parts(&components).map(keep).filter(|part| !part.is_empty()).collect();
    human.extend(parts.join(&separator[..]));
    human.extend(separator);

    let max_human = options.max_length as i64 - HASH_LENGTH as i64;
    if human.len() as i64 > max_human {
        human = split_in_middle(&human, max_human);
    }
    let mut name = String::from_utf16_lossy(&human);
    name.push_str(&path_hash(&components));
    Some(name)
}

/// The first and the last halves of what fits.
///
/// As JavaScript's `slice` does it, an odd length loses one more unit, and with half of nothing at the end, `-0`
/// is a start of 0: all of it is kept, so that a limit of 8 or 9 limits nothing.
fn split_in_middle(human: &[u16], max_length: i64) -> Vec<u16> {
    let half = max_length / 2;
    let mut halves = js_slice(human, 0, half).to_vec();
    halves.extend_from_slice(js_slice(human, -half, human.len() as i64));
    halves
}

/// `Array.prototype.slice`: a negative index counts from the end, and no index is out of range.
fn js_slice(units: &[u16], start: i64, end: i64) -> &[u16] {
    let length = units.len() as i64;
    let index = |at: i64| if at < 0 { (length + at).max(0) } else { at.min(length) } as usize;
    units.get(index(start)..index(end)).unwrap_or_default()
}

fn allowed_characters(special: &str) -> CharClass {
    CharClass::parse(&format!("A-Za-z0-9{special}")).unwrap_or_else(|| {
        let mut literal = String::new();
        for character in special.chars().filter(|character| !character.is_ascii_alphanumeric()) {
            literal.push('\\');
            literal.push(character);
        }
        CharClass::parse(&format!("A-Za-z0-9{literal}")).unwrap_or_default()
    })
}

/// The path without hidden ids, if there is any.
fn shown<'a>(components: &[&'a str]) -> Option<Vec<&'a str>> {
    let shown: Vec<&str> = components.iter().copied().filter(|id| *id != HIDDEN).collect();
    (!shown.is_empty()).then_some(shown)
}

/// The ids that show: an id that the shown one before it ends with adds nothing for a reader.
fn human_parts<'a>(components: &[&'a str]) -> impl Iterator<Item = &'a str> {
    let mut parts: Vec<&str> = Vec::with_capacity(components.len());
    for id in components {
        if parts.last().is_none_or(|last| !last.ends_with(id)) {
            parts.push(id);
        }
    }
    // `Resource` is left out only now: it still hides what repeats it.
    parts.into_iter().filter(|id| *id != HIDDEN_FROM_HUMANS)
}

/// Adds the letters and digits of ASCII.
fn push_alphanumerics(name: &mut String, id: &str) {
    if id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        name.push_str(id);
    } else {
        name.extend(id.chars().filter(char::is_ascii_alphanumeric));
    }
}

fn path_hash(components: &[&str]) -> String {
    let digest = hash::md5(components.join("/"));
    hash::hex(&digest[..HASH_LENGTH / 2]).to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::{UniqueResourceName, unique_id, unique_resource_name};

    #[test]
    fn logical_ids_are_the_recorded_ones() {
        let mut count = 0;
        for line in include_str!("../tests-data/logical-ids.tsv").lines() {
            let (path, id) = line.split_once('\t').unwrap();
            let path: Vec<String> = serde_json::from_str(path).unwrap();
            let components: Vec<&str> = path.iter().map(String::as_str).collect();
            assert_eq!(unique_id(&components).as_deref(), Some(id), "{components:?}");
            count += 1;
        }
        assert!(count >= 600, "{count} recorded ids");
    }

    #[test]
    fn nothing_shown_has_no_id() {
        assert_eq!(unique_id(&[]), None);
        assert_eq!(unique_id(&["Default", "Default"]), None);
        assert_eq!(unique_resource_name(&["Default"], &UniqueResourceName::default()), None);
    }

    #[test]
    fn one_id_of_nothing_alphanumeric_is_empty() {
        assert_eq!(unique_id(&["---"]).as_deref(), Some(""));
    }

    #[test]
    fn resource_names_are_the_recorded_ones() {
        for line in include_str!("../tests-data/resource-names.tsv").lines() {
            let fields: Vec<serde_json::Value> =
                line.split('\t').map(|field| serde_json::from_str(field).unwrap()).collect();
            let [path, options, expected] = &fields[..] else { panic!("{line}") };
            let components: Vec<&str> = path.as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
            let text = |key: &str| options[key].as_str().unwrap_or_default();
            let options = UniqueResourceName {
                max_length: options["maxLength"].as_u64().unwrap_or(256) as usize,
                separator: text("separator"),
                allowed_special_characters: text("allowedSpecialCharacters"),
                prefix: text("prefix"),
            };
            let name = unique_resource_name(&components, &options);
            assert_eq!(name.as_deref(), expected.as_str(), "{components:?} {options:?}");
        }
    }

    #[test]
    fn what_is_no_class_is_taken_literally() {
        let name = |allowed| {
            let options = UniqueResourceName { allowed_special_characters: allowed, ..Default::default() };
            unique_resource_name(&["a]z-_b"], &options).unwrap()
        };
        assert_eq!(name("z-a_"), "az-_b");
        assert_eq!(name("]_"), "a]z_b");
        assert_eq!(name("_\\"), "az_b");
    }
}
