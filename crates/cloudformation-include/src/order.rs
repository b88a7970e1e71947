//! The order in which constructs are made: what others refer to comes before them, as in the CDK.

use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value};

use crate::expression::{Place, as_function};
use crate::substitution::{Piece, pieces};

/// What an element needs: before it is made, and after that.
#[derive(Debug, Default)]
pub(crate) struct Needs {
    pub(crate) before: Vec<String>,
    pub(crate) after: Vec<String>,
}

/// The names in the order in which their elements are made, and cycles, each from a name to itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Order {
    pub(crate) names: Vec<String>,
    pub(crate) cycles: Vec<Vec<String>>,
}

#[derive(Clone, Copy)]
enum Step {
    Make,
    Need(usize),
}

/// Walks through needs in depth, without recursion: templates may chain any number of elements.
pub(crate) fn order(needs: &IndexMap<String, Needs>) -> Order {
    let mut order = Order::default();
    // The elements that have been entered, and whether they are done.
    let mut entered: IndexMap<usize, bool> = IndexMap::new();
    for root in 0..needs.len() {
        if entered.contains_key(&root) {
            continue;
        }
        entered.insert(root, false);
        let mut chain: Vec<(usize, Vec<Step>)> = vec![(root, steps(needs, root))];
        while let Some((current, pending)) = chain.last_mut() {
            let current = *current;
            match pending.pop() {
                Some(Step::Make) => order.names.push(name(needs, current)),
                Some(Step::Need(next)) => match entered.get(&next) {
                    None => {
                        entered.insert(next, false);
                        chain.push((next, steps(needs, next)));
                    }
                    Some(false) => {
                        let start = chain.iter().position(|(known, _)| *known == next).unwrap_or(0);
                        let mut cycle: Vec<String> =
                            chain[start..].iter().map(|(known, _)| name(needs, *known)).collect();
                        cycle.push(name(needs, next));
                        order.cycles.push(cycle);
                    }
                    Some(true) => {}
                },
                None => {
                    entered.insert(current, true);
                    chain.pop();
                }
            }
        }
    }
    order
}

fn name(needs: &IndexMap<String, Needs>, index: usize) -> String {
    needs.get_index(index).map(|(name, _)| name.clone()).unwrap_or_default()
}

/// What is to be done for an element, last thing first.
fn steps(needs: &IndexMap<String, Needs>, index: usize) -> Vec<Step> {
    let Some((_, own)) = needs.get_index(index) else { return Vec::new() };
    let need = |name: &String| needs.get_index_of(name).map(Step::Need);
    let before = own.before.iter().filter_map(need);
    let mut steps: Vec<Step> = before.chain([Step::Make]).chain(own.after.iter().filter_map(need)).collect();
    steps.reverse();
    steps
}

/// The parts of a resource that are read after its properties, in that order.
const AFTER: &[&str] =
    &["CreationPolicy", "UpdatePolicy", "DeletionPolicy", "UpdateReplacePolicy", "Version", "Description", "Metadata"];

/// What resources need of each other. `parameters` are names that are no resources.
pub(crate) fn of_resources(
    resources: &Map<String, Value>,
    is_parameter: &dyn Fn(&str) -> bool,
) -> IndexMap<String, Needs> {
    let needs = |resource: &Value| {
        let mut needs = Needs::default();
        let add = |value: Option<&Value>, names: &mut Vec<String>| {
            let mut found = IndexSet::new();
            value.into_iter().for_each(|value| referred(value, is_parameter, &mut found));
            names.extend(found);
        };
        add(resource.get("Properties"), &mut needs.before);
        for part in AFTER {
            add(resource.get(part), &mut needs.after);
        }
        needs.after.extend(depends_on(resource).into_iter().flatten().map(str::to_owned));
        needs
    };
    resources.iter().map(|(name, resource)| (name.clone(), needs(resource))).collect()
}

/// The names in `DependsOn`; `None` for what is no name.
pub(crate) fn depends_on(resource: &Value) -> Vec<Option<&str>> {
    match resource.get("DependsOn") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(names)) => names.iter().map(Value::as_str).collect(),
        Some(name) => vec![name.as_str()],
    }
}

/// The names to which `Ref`, `Fn::GetAtt` and `Fn::Sub` in a value refer.
fn referred(value: &Value, is_parameter: &dyn Fn(&str) -> bool, found: &mut IndexSet<String>) {
    let mut add = |name: &str| {
        if !is_parameter(name) {
            found.insert(name.to_owned());
        }
    };
    match as_function(value, Place::Any) {
        Some(("Ref", Value::String(name))) => return add(name),
        Some(("Fn::GetAtt", Value::String(both))) => return add(both.split('.').next().unwrap_or_default()),
        Some(("Fn::GetAtt", Value::Array(both))) => {
            both.first().and_then(Value::as_str).into_iter().for_each(&mut add);
            return both.iter().skip(1).for_each(|attribute| referred(attribute, is_parameter, found));
        }
        Some(("Fn::Sub", arguments)) => {
            let (template, variables) = match arguments {
                Value::Array(items) => (items.first(), items.get(1)),
                template => (Some(template), None),
            };
            variables.into_iter().for_each(|variables| referred(variables, is_parameter, found));
            for piece in pieces(template.and_then(Value::as_str).unwrap_or_default()) {
                if let Piece::Placeholder(name) = piece
                    && variables.is_none_or(|variables| variables.get(name).is_none())
                {
                    let name = name.split('.').next().unwrap_or_default();
                    if !is_parameter(name) {
                        found.insert(name.to_owned());
                    }
                }
            }
            return;
        }
        _ => {}
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| referred(item, is_parameter, found)),
        Value::Object(entries) => entries.values().for_each(|value| referred(value, is_parameter, found)),
        _ => {}
    }
}

/// What conditions need of each other.
pub(crate) fn of_conditions(conditions: &Map<String, Value>) -> IndexMap<String, Needs> {
    let needs = |condition: &Value| {
        let mut before = Vec::new();
        named_conditions(condition, &mut before);
        Needs { before, after: Vec::new() }
    };
    conditions.iter().map(|(name, condition)| (name.clone(), needs(condition))).collect()
}

fn named_conditions(value: &Value, found: &mut Vec<String>) {
    match as_function(value, Place::Condition) {
        Some(("Condition", Value::String(name))) => found.push(name.clone()),
        Some(("Fn::If", Value::Array(arguments))) => {
            arguments.iter().skip(1).for_each(|argument| named_conditions(argument, found));
            found.extend(arguments.first().and_then(Value::as_str).map(str::to_owned));
        }
        _ => match value {
            Value::Array(items) => items.iter().for_each(|item| named_conditions(item, found)),
            Value::Object(entries) => entries.values().for_each(|value| named_conditions(value, found)),
            _ => {}
        },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(resources: Value, names: &[&str], cycles: &[&[&str]]) {
        let order = order(&of_resources(resources.as_object().unwrap(), &|name| name == "P"));
        assert_eq!(order.names, names);
        assert_eq!(order.cycles, cycles);
    }

    #[test]
    fn what_is_referred_to_comes_first() {
        let resources = json!({
            "A": { "Properties": { "x": { "Fn::Sub": ["${B.Arn} ${v} ${P}", { "v": { "Ref": "C" } }] } }, "DependsOn": "D" },
            "B": { "Metadata": { "m": { "Fn::GetAtt": ["E", "Arn"] } } },
            "C": {}, "D": {}, "E": { "DependsOn": ["C"] },
        });
        check(resources, &["C", "B", "E", "A", "D"], &[]);
    }

    #[test]
    fn cycles_are_found() {
        let resources = json!({
            "A": { "Properties": { "x": { "Ref": "B" } } },
            "B": { "DependsOn": "A" },
            "C": { "Metadata": { "self": { "Fn::GetAtt": "C.Arn" } } },
        });
        check(resources, &["B", "A", "C"], &[&["A", "B", "A"], &["C", "C"]]);
    }

    #[test]
    fn a_long_chain_does_not_overflow() {
        let resources =
            (0..50_000).map(|index| (format!("R{index}"), json!({ "DependsOn": format!("R{}", index + 1) })));
        let resources = Value::Object(resources.collect());
        assert_eq!(order(&of_resources(resources.as_object().unwrap(), &|_| false)).names.len(), 50_000);
    }
}
