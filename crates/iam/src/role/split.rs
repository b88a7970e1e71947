//! Splitting the default policy of a role that got many rights.

use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{Aspect, AspectPriority, Aspects, Diagnostic, FeatureFlags, IConstruct, Node};

use super::Role;
use crate::managed_policy::ManagedPolicy;

/// The quotas are IAM's, in characters without blanks: 10,240 for all inline policies of a role, 6,144 for a managed
/// policy. <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
const MAX_INLINE_SIZE: usize = 10_000;
const MAX_MANAGED_SIZE: usize = 6_000;

struct SplitLargePolicy {
    role: Node,
}

impl Aspect for SplitLargePolicy {
    fn visit(&self, node: &Node) {
        if let Some(role) = Role::from_construct(node).filter(|role| *role.node() == self.role) {
            split(&role);
        }
    }
}

#[track_caller]
pub(super) fn add_aspect(role: &Role) {
    Aspects::of(role).add_with_priority(SplitLargePolicy { role: role.node().clone() }, mutating_priority(role));
}

/// When the library's own aspects run that change constructs.
pub(crate) fn mutating_priority(construct: &impl IConstruct) -> i32 {
    let first = FeatureFlags::of(construct).is_enabled(flags::ASPECT_PRIORITIES_MUTATING);
    if first { AspectPriority::MUTATING } else { AspectPriority::DEFAULT }
}

fn split(role: &Role) {
    let Some(policy) = role.default_policy() else { return };
    if role.state.did_split.replace(true) {
        return;
    }
    let documents = policy.document().split(role.node(), MAX_INLINE_SIZE, MAX_MANAGED_SIZE);
    warn_of_many(role, role.state.managed_policies.len() + documents.len());
    policy.document().declare(policy.node());
    for (index, document) in documents.into_iter().enumerate() {
        let overflow = ManagedPolicy::builder(role, format!("OverflowPolicy{}", index + 1))
            .description(format!("Part of the policies for {}", role.node().path()))
            .document(document.clone())
            .role(role)
            .build();
        document.declare(overflow.node());
    }
}

fn warn_of_many(role: &Role, count: usize) {
    let help = match count {
        21.. => "a role can have 20 at most: grant less to it, or with fewer and wider statements",
        11.. => "more than 10 need a higher quota",
        _ => return,
    };
    role.node().report(
        Diagnostic::warning("iam::many-managed-policies", format!("the role has {count} managed policies"))
            .help(help)
            .at(role.node().location()),
    );
}
