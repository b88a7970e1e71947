//! Quotas: how many of something AWS takes, and how many an app has.

use crate::diagnostic::{Diagnostic, Severity};
use crate::ordered_map::OrderedMap;
use crate::render;
use crate::sorting;
use crate::tree::{NodeId, TreeData};
use crate::value::Json;

/// From this part of a quota on a warning says that little is left, in percent.
const WARNING_PERCENT: u64 = 80;

/// Before the name of a quota: the context key by which a user says that AWS raised it.
const CONTEXT: &str = "limit:";

/// How many of something AWS takes.
///
/// One that AWS raised for an account is set by the context key `limit:` and the name, such as
/// `limit:apigatewayv2.routes-per-api`, at the app or below; 0 takes it away.
#[derive(Clone, Copy, Debug)]
pub struct Quota {
    /// The name in `limits.json`: the crate and what is counted, such as `apigatewayv2.routes-per-api`.
    pub name: &'static str,
    /// The code of the diagnostic: a warning from 80 % of the quota on, an error above it.
    pub code: &'static str,
    /// What is counted, in the plural: `routes`.
    pub what: &'static str,
    /// What has them: `the API`.
    pub owner: &'static str,
    /// How many there may be.
    pub limit: u64,
    /// Whether AWS raises it on request.
    pub adjustable: bool,
    /// What to do about too many.
    pub help: &'static str,
    /// The page of AWS's documentation that states it.
    pub source: &'static str,
}

impl Quota {
    /// Whether four fifths of a limit or more are used, from where on a warning says so.
    pub fn is_nearly_used(count: u64, limit: u64) -> bool {
        count.saturating_mul(100) >= limit.saturating_mul(WARNING_PERCENT)
    }
}

/// What a construct uses of a quota.
#[derive(Clone, Debug)]
pub(crate) struct Usage {
    pub(crate) quota: &'static Quota,
    pub(crate) node: NodeId,
    pub(crate) count: u64,
    pub(crate) limit: u64,
}

impl Usage {
    /// What a construct uses, of a quota that context may have changed.
    pub(crate) fn new(data: &TreeData, quota: &'static Quota, node: NodeId, count: u64) -> Self {
        let given = data.context(node, &format!("{CONTEXT}{}", quota.name)).and_then(as_limit);
        Self { quota, node, count, limit: given.unwrap_or(quota.limit) }
    }

    /// What is to be said of it, if anything. `most` is the construct below which most of it is.
    pub(crate) fn diagnostic(&self, most: &dyn Fn() -> Option<String>) -> Option<Diagnostic> {
        let (quota, count, limit) = (self.quota, self.count, self.limit);
        // A quota of one or two is not nearly used up by a first one.
        let is_near = count > 2 && Quota::is_nearly_used(count, limit);
        let severity = match () {
            () if limit == 0 => return None,
            () if count > limit => Severity::Error,
            () if is_near => Severity::Warning,
            () => return None,
        };
        let message = format!("{} has {} {}, and AWS takes {}", quota.owner, number(count), quota.what, number(limit));
        let mut diagnostic = match severity {
            Severity::Error => Diagnostic::error(quota.code, message),
            _ => Diagnostic::warning(quota.code, message),
        };
        if let Some(most) = most() {
            diagnostic = diagnostic.note(most);
        }
        let raised = if quota.adjustable {
            format!("; where AWS raised the quota, set the context `{CONTEXT}{}`", quota.name)
        } else {
            String::new()
        };
        Some(diagnostic.help(format!("{}{raised}", quota.help)))
    }
}

/// A limit as context has it: a number, or the text of one.
pub(crate) fn as_limit(value: &Json) -> Option<u64> {
    match value {
        Json::Int(limit) => u64::try_from(*limit).ok(),
        // Larger than the whole numbers of JSON are.
        Json::Float(limit) => (*limit >= 0.0 && limit.fract() == 0.0).then_some(*limit as u64),
        text => text.as_str()?.parse().ok(),
    }
}

/// With commas between thousands.
fn number(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Names the construct below which most of the counted ones are, if it is not the one that has them all.
pub(crate) fn most_used(data: &TreeData, owner: NodeId, counted: &[NodeId], what: &str) -> Option<String> {
    let mut below: OrderedMap<NodeId, usize> = OrderedMap::new();
    for id in counted {
        for scope in data.ancestors(*id).take_while(|scope| *scope != owner) {
            *below.get_or_insert_with(scope, || 0) += 1;
        }
    }
    let count = |id: NodeId| below.get(&id).copied().unwrap_or_default();
    let (mut part, mut inside) = (owner, counted.len());
    while let Some(largest) = data.children(part).max_by_key(|child| count(*child)) {
        if count(largest) * 2 <= inside || count(largest) < 2 {
            break;
        }
        (part, inside) = (largest, count(largest));
    }
    (part != owner).then(|| format!("most are below `{}`: {} {what}", data.path(part), number(inside as u64)))
}

/// The name of `limits.json` in the output directory.
pub(crate) const FILE: &str = "limits.json";

/// `limits.json`: what an app uses of each quota. One object: `version` (1), and `limits`, a list of objects with the `name` of the
/// quota, the path of the `construct`, its `count`, the `limit`, whether AWS raises it (`adjustable`), and the `source`.
pub(crate) fn render(data: &TreeData, usages: &[Usage]) -> String {
    let mut list: Vec<(&Usage, String)> = usages.iter().map(|usage| (usage, data.path(usage.node))).collect();
    sorting::sort_by(&mut list, |(one, path), (other, other_path)| {
        (one.quota.name, path).cmp(&(other.quota.name, other_path))
    });
    let list = list.into_iter().map(|(usage, path)| entry(usage, path)).collect();
    render::render(&Json::object([("version", Json::Int(1)), ("limits", Json::List(list))]), 2)
}

fn entry(Usage { quota, count, limit, .. }: &Usage, path: String) -> Json {
    let number = |number: u64| Json::Int(i64::try_from(number).unwrap_or(i64::MAX));
    Json::object([
        ("name", Json::text(quota.name)),
        ("construct", Json::text(path)),
        ("count", number(*count)),
        ("limit", number(*limit)),
        ("adjustable", Json::Bool(quota.adjustable)),
        ("source", Json::text(quota.source)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(1_000), "1,000");
        assert_eq!(number(1_234_567), "1,234,567");
    }

    #[test]
    fn a_quota_warns_from_four_fifths_on() {
        static QUOTA: Quota = Quota {
            name: "books.shelves",
            code: "books::too-many-shelves",
            what: "shelves",
            owner: "the room",
            limit: 10,
            adjustable: false,
            help: "build another room",
            source: "",
        };
        let severity = |count, limit| {
            let usage = Usage { quota: &QUOTA, node: NodeId::ROOT, count, limit };
            usage.diagnostic(&|| None).map(|diagnostic| diagnostic.severity())
        };
        assert_eq!(severity(7, 10), None);
        assert_eq!(severity(8, 10), Some(Severity::Warning));
        assert_eq!(severity(10, 10), Some(Severity::Warning));
        assert_eq!(severity(11, 10), Some(Severity::Error));
        assert_eq!(severity(2, 2), None);
        assert_eq!(severity(11, 0), None);
        assert_eq!(severity(11, u64::MAX), None);
    }
}
