//! A password comes from a parameter that everybody can read.

use aws_cdk_core::{App, CfnParameter, SecretValue, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let password = CfnParameter::new(&stack, "Password");
    SecretValue::cfn_parameter(&password);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let password = CfnParameter::builder(&stack, "Password").no_echo(true).build();
    SecretValue::cfn_parameter(&password);
}
