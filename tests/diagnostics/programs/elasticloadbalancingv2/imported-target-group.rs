//! An imported target group gets a target.

use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_elasticloadbalancingv2::{ApplicationTargetGroup, ITargetGroup, IpTarget, TargetGroupAttributes};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let arn = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/books/0123456789abcdef";
    let group = ApplicationTargetGroup::from_target_group_attributes(&stack, "Group", TargetGroupAttributes::new(arn));
    group.add_target(&IpTarget::new("10.0.0.1"));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let arn = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/books/0123456789abcdef";
    let group = ApplicationTargetGroup::from_target_group_attributes(&stack, "Group", TargetGroupAttributes::new(arn));
    CfnOutput::new(&stack, "Arn", group.target_group_arn());
}
