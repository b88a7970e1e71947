//! CloudFormation's limits for a template, which it refuses to deploy beyond.

use crate::diagnostic::Diagnostic;
use crate::quota::{self, Quota, Usage};
use crate::tree::{NodeId, TreeData};

use super::template::Template;

/// Changes the limit of resources; 0 takes it away. The key is the CDK's.
const RESOURCE_LIMIT: &str = "@aws-cdk/core:stackResourceLimit";

const SOURCE: &str = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html";

const SPLIT: &str = "split the stack, or move a part of it into a `NestedStack`";

const fn of_stack(name: &'static str, code: &'static str, what: &'static str, limit: u64, help: &'static str) -> Quota {
    Quota { name, code, what, owner: "the stack", limit, adjustable: false, help, source: SOURCE }
}

static RESOURCES: Quota = of_stack("core.resources", "core::too-many-resources", "resources", 500, SPLIT);
static SECTIONS: [(&str, Quota); 3] = [
    ("Parameters", of_stack("core.parameters", "core::too-many-parameters", "parameters", 200, SPLIT)),
    ("Outputs", of_stack("core.outputs", "core::too-many-outputs", "outputs", 200, SPLIT)),
    ("Mappings", of_stack("core.mappings", "core::too-many-mappings", "mappings", 200, SPLIT)),
];
static BYTES: Quota = Quota {
    name: "core.template-bytes",
    code: "core::template-too-large",
    what: "bytes",
    owner: "the template",
    limit: 1_000_000,
    adjustable: false,
    help: "split the stack, or print the template in one line with `suppress_template_indentation`",
    source: SOURCE,
};

/// Counts what is limited in a template, and measures its text.
pub(crate) fn check(
    data: &TreeData,
    stack: NodeId,
    template: &Template,
    elements: &[NodeId],
    usages: &mut Vec<Usage>,
    found: &mut Vec<(NodeId, Diagnostic)>,
) {
    let count = |section: &str| template.count(section) as u64;
    let mut add = |usage: Usage| {
        let most = || {
            let resources: Vec<NodeId> = elements.iter().copied().filter(|id| data.resource(*id).is_some()).collect();
            (usage.quota.name == RESOURCES.name || usage.quota.name == BYTES.name)
                .then(|| quota::most_used(data, stack, &resources, RESOURCES.what))?
        };
        if let Some(diagnostic) = usage.diagnostic(&most) {
            found.push((stack, diagnostic.at(data.node(stack).location)));
        }
        usages.push(usage);
    };
    let mut resources = Usage::new(data, &RESOURCES, stack, count("Resources"));
    if let Some(limit) = data.context(stack, RESOURCE_LIMIT).and_then(quota::as_limit) {
        resources.limit = limit;
    }
    add(resources);
    for (section, quota) in &SECTIONS {
        add(Usage::new(data, quota, stack, count(section)));
    }
    add(Usage::new(data, &BYTES, stack, template.text.len() as u64));
}
