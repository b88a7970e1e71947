//! Merging statements: fewer and larger ones that mean the same.
//!
//! Two statements can become one if, of actions, resources and principals, at most one differs, and all else is the
//! same. A statement with an id stays as it is.

use aws_cdk_core::Json;

use super::statement::{PolicyStatement, SizeEstimate};

/// The size over which statements are not merged, where that is limited.
const MAX_MERGED_SIZE: usize = 2000;

/// How far merging goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MergeOptions {
    /// Merges statements of which one thing differs, not just those that are the same.
    pub(crate) if_combinable: bool,
    /// Keeps statements below a size, which is estimated so. Default: they may be of any size.
    pub(crate) limit_size: Option<SizeEstimate>,
}

struct Comparable {
    statement: PolicyStatement,
    conditions: String,
}

pub(crate) fn merge_statements(statements: Vec<PolicyStatement>, options: MergeOptions) -> Vec<PolicyStatement> {
    let mut comparables: Vec<Comparable> = statements
        .into_iter()
        .map(|statement| Comparable { conditions: Json::Object(statement.conditions.clone()).identity(), statement })
        .collect();
    while pass(&mut comparables, options) {}
    comparables.into_iter().map(|comparable| comparable.statement).collect()
}

/// Compares each with all that follow; whether any were merged.
fn pass(comparables: &mut Vec<Comparable>, options: MergeOptions) -> bool {
    let mut merged_any = false;
    let mut index = 0;
    while index < comparables.len() {
        let mut other = index + 1;
        while other < comparables.len() {
            match merged(&comparables[index], &comparables[other], options) {
                Some(statement) => {
                    comparables[index].statement = statement;
                    comparables.remove(other);
                    merged_any = true;
                }
                None => other += 1,
            }
        }
        index += 1;
    }
    merged_any
}

fn merged(a: &Comparable, b: &Comparable, options: MergeOptions) -> Option<PolicyStatement> {
    let (x, y) = (&a.statement, &b.statement);
    let alike = x.effect == y.effect
        && a.conditions == b.conditions
        && x.not_actions.is_same_set(&y.not_actions)
        && x.not_resources.is_same_set(&y.not_resources)
        && x.not_principals.is_same_set(&y.not_principals);
    if !alike {
        return None;
    }
    let same = [
        x.actions.is_same_set(&y.actions),
        x.resources.is_same_set(&y.resources),
        x.principals.is_same_set(&y.principals),
    ];
    let same = same.into_iter().filter(|same| *same).count();
    if !options.if_combinable {
        return (same == 3 && same_sid(x, y)).then(|| {
            let mut kept = x.clone();
            kept.dependables.extend(y.dependables.iter().cloned());
            kept
        });
    }
    let star_beside_others = x.principals.has_literal() != y.principals.has_literal();
    if same < 2 || has_sid(x) || has_sid(y) || star_beside_others {
        return None;
    }
    let combined = x.merged_with(y);
    let is_too_large = |estimate| combined.estimate_size(estimate) > MAX_MERGED_SIZE;
    (!options.limit_size.is_some_and(is_too_large)).then_some(combined)
}

fn has_sid(statement: &PolicyStatement) -> bool {
    statement.sid.as_ref().is_some_and(|sid| sid.as_literal() != Some(""))
}

fn same_sid(a: &PolicyStatement, b: &PolicyStatement) -> bool {
    let identity = |statement: &PolicyStatement| statement.sid.as_ref().map(|sid| sid.as_json().identity());
    identity(a) == identity(b)
}
