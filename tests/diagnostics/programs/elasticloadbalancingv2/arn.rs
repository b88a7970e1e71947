//! A target group is imported by its name.

use aws_cdk_core::{App, Stack};
use aws_cdk_elasticloadbalancingv2::{ApplicationTargetGroup, TargetGroupAttributes};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    ApplicationTargetGroup::from_target_group_attributes(&stack, "Group", TargetGroupAttributes::new("books"));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    ApplicationTargetGroup::from_target_group_attributes(
        &stack,
        "Group",
        TargetGroupAttributes::new(
            "arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/books/0123456789abcdef",
        ),
    );
}
