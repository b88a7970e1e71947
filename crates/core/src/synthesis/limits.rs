//! CloudFormation's limits for a template, which it refuses to deploy beyond.
//!
//! Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>.

use crate::diagnostic::Diagnostic;
use crate::resolve::Resolver;
use crate::tree::{NodeId, TreeData};
use crate::value::Json;

/// Changes the limit of resources; 0 takes it away.
const RESOURCE_LIMIT: &str = "@aws-cdk/core:stackResourceLimit";

/// The largest template that CloudFormation takes, in bytes.
const MAX_BYTES: usize = 1_000_000;

/// Counts what is limited.
pub(crate) fn check(resolver: &Resolver<'_>, template: &Json, stack: NodeId) {
    let given = resolver.data.context(stack, RESOURCE_LIMIT);
    let resources = given.and_then(|value| value.as_u64().or_else(|| value.as_str()?.parse().ok())).unwrap_or(500);
    let limits =
        [("Resources", resources, "resources"), ("Parameters", 200, "parameters"), ("Outputs", 200, "outputs")];
    for (section, limit, what) in limits {
        let entries = template.as_object().and_then(|template| template.get(section)).and_then(Json::as_object);
        let count = entries.map_or(0, |entries| entries.len()) as u64;
        if count > limit && limit > 0 {
            resolver.problem(
                Diagnostic::error(
                    format!("core::too-many-{what}"),
                    format!("the stack has {count} {what}, and CloudFormation takes {limit}"),
                )
                .help("split the stack, or move a part of it into a `NestedStack`"),
            );
        }
    }
}

/// Measures the template as it is written.
pub(crate) fn check_size(text: &str, data: &TreeData, stack: NodeId, found: &mut Vec<(NodeId, Diagnostic)>) {
    if text.len() > MAX_BYTES {
        let message = format!("the template has {} bytes, and CloudFormation takes {MAX_BYTES}", text.len());
        found.push((
            stack,
            Diagnostic::error("core::template-too-large", message)
                .help("split the stack, or print the template in one line with `suppress_template_indentation`")
                .at(data.node(stack).location),
        ));
    }
}
