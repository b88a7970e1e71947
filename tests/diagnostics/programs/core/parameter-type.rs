//! A list of zones is taken for text.

use aws_cdk_core::{App, CfnOutput, CfnParameter, Fn, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let zones = CfnParameter::builder(&stack, "Zones").parameter_type("CommaDelimitedList").build();
    CfnOutput::new(&stack, "Zone", zones.value_as_string());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let zones = CfnParameter::builder(&stack, "Zones").parameter_type("CommaDelimitedList").build();
    CfnOutput::new(&stack, "Zone", Fn::select(0, zones.value_as_list()));
}
