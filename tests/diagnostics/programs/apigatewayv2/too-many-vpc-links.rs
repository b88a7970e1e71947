//! A stack has more VPC links than an account and region may have.

use aws_cdk_apigatewayv2::{CfnVpcLink, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    for number in 0..11 {
        let link = CfnVpcLink::builder(&stack, format!("Link{number}")).name(format!("link-{number}"));
        link.subnet_ids(["subnet-1", "subnet-2"]).build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    for number in 0..7 {
        let link = CfnVpcLink::builder(&stack, format!("Link{number}")).name(format!("link-{number}"));
        link.subnet_ids(["subnet-1", "subnet-2"]).build();
    }
}
