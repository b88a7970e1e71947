//! The values of L1 constructs: literals that CloudFormation would refuse, by what the registry schemas of their types say.
//!
//! AWS widens what it takes from time to time, and a schema here may be older than that of a region. So these are warnings.
//! Source: <https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html>.

use std::rc::Rc;

use crate::bag::{Bag, Limit};
use crate::diagnostic::Diagnostic;
use crate::js_number;
use crate::js_regex::{Flags, JsRegex};
use crate::ordered_map::OrderedMap;
use crate::tree::{NodeId, Tree, TreeData};
use crate::value::Json;

/// How much of a text or a list of values a message shows.
const SHOWN: usize = 80;

/// Checks all resources, unless the app switched it off.
pub(crate) fn check(tree: &Rc<Tree>, found: &mut Vec<(NodeId, Diagnostic)>) {
    let is_off = |data: &TreeData| data.stage(NodeId::ROOT).is_some_and(|app| app.no_value_checks);
    tree.read(|data| {
        if is_off(data) {
            return;
        }
        let mut patterns = Patterns::default();
        for id in data.preorder(NodeId::ROOT, &|_| true) {
            let Some(Json::Typed(bag)) = data.resource(id).map(|resource| &resource.properties) else { continue };
            let mut problems = Vec::new();
            check_bag(bag, &Path(None, ""), &mut patterns, &mut problems);
            let location = data.node(id).location;
            found.extend(problems.into_iter().map(|problem| (id, problem.at(location))));
        }
    });
}

/// Where a value is, from its resource on; a list of its own is only made where something is wrong.
struct Path<'a>(Option<&'a Path<'a>>, &'a str);

impl Path<'_> {
    fn text(&self) -> String {
        match self.0 {
            Some(parent) if !parent.1.is_empty() => format!("{}.{}", parent.text(), self.1),
            _ => self.1.to_owned(),
        }
    }
}

/// Regular expressions that were compiled already; nothing for one that is none.
#[derive(Default)]
struct Patterns(OrderedMap<&'static str, Option<JsRegex>>);

impl Patterns {
    fn matches(&mut self, pattern: &'static str, text: &str) -> bool {
        let compile = || {
            JsRegex::new(
                pattern,
                Flags { unicode: pattern.contains("\\p") || pattern.contains("\\P"), ..Flags::default() },
            )
        };
        self.0.get_or_insert_with(pattern, compile).as_ref().is_none_or(|regex| regex.is_match(text))
    }
}

fn check_bag(bag: &Bag, path: &Path<'_>, patterns: &mut Patterns, problems: &mut Vec<Diagnostic>) {
    let limits = bag.type_info().limits;
    for (name, value) in bag.entries() {
        let path = Path(Some(path), name);
        for (_, limit) in limits.iter().filter(|(limited, _)| *limited == name) {
            check_value(value, *limit, &path, patterns, problems);
        }
        check_nested(value, &path, patterns, problems);
    }
}

/// Typed objects in a value have limits of their own.
fn check_nested(value: &Json, path: &Path<'_>, patterns: &mut Patterns, problems: &mut Vec<Diagnostic>) {
    match value {
        Json::Typed(bag) => check_bag(bag, path, patterns, problems),
        Json::List(items) => {
            for (index, item) in items.iter().enumerate() {
                // An index is written only for what may have typed objects inside.
                if matches!(item, Json::Typed(_) | Json::List(_) | Json::Object(_)) {
                    check_nested(item, &Path(Some(path), &index.to_string()), patterns, problems);
                }
            }
        }
        Json::Object(object) => {
            for (key, item) in object.iter() {
                check_nested(item, &Path(Some(path), key), patterns, problems);
            }
        }
        _ => {}
    }
}

fn check_value(value: &Json, limit: Limit, path: &Path<'_>, patterns: &mut Patterns, problems: &mut Vec<Diagnostic>) {
    match (value, limit) {
        (Json::List(items), Limit::Items(min, max)) => {
            // A condition may leave an item out, so what is sure is how many there are at least and at most.
            let most = items.len() as u64;
            let least = items.iter().filter(|item| !is_deferred(item)).count() as u64;
            if most < min || least > max {
                let count = if most < min { most } else { least };
                let message = format!("`{}` has {count} items", path.text());
                problems.push(Diagnostic::warning("core::value-items", message).help(between(min, max, "items")));
            }
        }
        (Json::List(items), _) => {
            for (index, item) in items.iter().enumerate() {
                check_value(item, limit, &Path(Some(path), &index.to_string()), patterns, problems);
            }
        }
        // CloudFormation replaces a dynamic reference, so nobody knows the value yet.
        (Json::String(text), _) if text.contains("{{resolve:") => {}
        (Json::String(text), _) => problems.extend(check_text(text, limit, path, patterns)),
        (Json::Int(number), Limit::Range(min, max)) => problems.extend(check_number(*number as f64, min, max, path)),
        (Json::Float(number), Limit::Range(min, max)) => problems.extend(check_number(*number, min, max, path)),
        _ => {}
    }
}

/// Whether a value is known only when CloudFormation deploys: a token, or a function as a template spells it.
fn is_deferred(value: &Json) -> bool {
    match value {
        Json::Token(_) => true,
        Json::Object(object) => {
            object.len() == 1 && object.iter().all(|(key, _)| key == "Ref" || key.starts_with("Fn::"))
        }
        _ => false,
    }
}

fn check_text(text: &str, limit: Limit, path: &Path<'_>, patterns: &mut Patterns) -> Option<Diagnostic> {
    match limit {
        Limit::OneOf(values) if !values.contains(&text) => {
            let message = format!("`{}` is `{}`, which is not among its values", path.text(), shorten(text));
            let values = values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ");
            let help = format!("use one of {}", shorten_list(&values));
            Some(Diagnostic::warning("core::value-enum", message).help(help))
        }
        Limit::Length(min, max) => {
            let count = text.chars().count() as u64;
            let message = || format!("`{}` has {count} characters", path.text());
            (!(min..=max).contains(&count))
                .then(|| Diagnostic::warning("core::value-length", message()).help(between(min, max, "characters")))
        }
        Limit::Pattern(pattern) if !patterns.matches(pattern, text) => {
            let message = format!("`{}` is `{}`, which does not have its form", path.text(), shorten(text));
            Some(
                Diagnostic::warning("core::value-pattern", message)
                    .help(format!("use a text that matches `{pattern}`")),
            )
        }
        _ => None,
    }
}

fn check_number(number: f64, min: f64, max: f64, path: &Path<'_>) -> Option<Diagnostic> {
    if number >= min && number <= max {
        return None;
    }
    let shown = |number: f64| {
        let mut text = String::new();
        js_number::write_number(&mut text, number);
        text
    };
    let help = match (min.is_finite(), max.is_finite()) {
        (true, true) => format!("use a number from {} to {}", shown(min), shown(max)),
        (true, false) => format!("use {} or more", shown(min)),
        _ => format!("use {} or less", shown(max)),
    };
    Some(Diagnostic::warning("core::value-range", format!("`{}` is {}", path.text(), shown(number))).help(help))
}

fn between(min: u64, max: u64, what: &str) -> String {
    match max {
        u64::MAX => format!("use at least {min} {what}"),
        1 if min == 1 => format!("use 1 {}", what.trim_end_matches('s')),
        _ if min == max => format!("use {min} {what}"),
        _ => format!("use {min} to {max} {what}"),
    }
}

fn shorten(text: &str) -> String {
    let mut shortened: String = text.chars().take(SHOWN).collect();
    if shortened.len() < text.len() {
        shortened.push('…');
    }
    shortened
}

/// A list of values up to the last that fits.
fn shorten_list(values: &str) -> String {
    match values.char_indices().nth(5 * SHOWN) {
        Some((end, _)) => format!("{}, …", values[..end].rsplit_once(", ").map_or(values, |(whole, _)| whole)),
        None => values.to_owned(),
    }
}
