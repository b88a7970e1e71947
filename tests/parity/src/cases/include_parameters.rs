//! Values in the place of parameters: literals and tokens, in references and in texts.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Aws, CfnParameter, Stack, cfn_json};

pub(super) fn build(app: &App) {
    let shop = crate::fixture("include/shop.json");
    CfnInclude::builder(&Stack::new(app, "Literals"), "Include")
        .template_file(&shop)
        .parameters([
            ("Stage", cfn_json!("beta")),
            ("Delay", cfn_json!(7)),
            ("Subnets", cfn_json!(["subnet-1", "subnet-2"])),
        ])
        .build();

    let stack = Stack::new(app, "Tokens");
    let stage = CfnParameter::new(&stack, "OtherStage");
    CfnInclude::builder(&stack, "Include")
        .template_file(&shop)
        .parameter("Stage", stage.value_as_string())
        .parameter("Secret", Aws::REGION)
        .build();
}
