//! A target group without a port gets a target whose port is not said.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{Connections, Port};
use aws_cdk_elasticloadbalancingv2::{ApplicationTargetGroup, IApplicationTargetGroup, TargetType};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let group = ApplicationTargetGroup::builder(&stack, "Group").target_type(TargetType::Lambda).build();
    group.register_connectable(&Connections::new([]), None);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let group = ApplicationTargetGroup::builder(&stack, "Group").target_type(TargetType::Lambda).build();
    group.register_connectable(&Connections::new([]), Some(Port::tcp(8080)));
}
