//! JSON text has a list that is known only at deployment.

use aws_cdk_core::{App, CfnOutput, CfnParameter, Fn, Stack, cfn_json};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let zones = CfnParameter::builder(&stack, "Zones").parameter_type("CommaDelimitedList").build().value_as_list();
    CfnOutput::new(&stack, "Settings", stack.to_json_string(cfn_json!({ "zones": zones })));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let zones = CfnParameter::builder(&stack, "Zones").parameter_type("CommaDelimitedList").build().value_as_list();
    CfnOutput::new(&stack, "Settings", stack.to_json_string(cfn_json!({ "zones": Fn::join(",", zones) })));
}
