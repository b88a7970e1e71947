//! A group has more managed policies than it can have.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{Group, IGroup, ManagedPolicy};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let readers = Group::new(&stack, "Readers");
    for number in 0..11 {
        readers.add_managed_policy(&ManagedPolicy::from_aws_managed_policy_name(format!("Policy{number}")));
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let readers = Group::new(&stack, "Readers");
    for number in 0..10 {
        readers.add_managed_policy(&ManagedPolicy::from_aws_managed_policy_name(format!("Policy{number}")));
    }
}
