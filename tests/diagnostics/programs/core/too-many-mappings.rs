//! A stack has 201 mappings.

use aws_cdk_core::{App, CfnMapping, Stack, cfn_json};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    for index in 0..201 {
        CfnMapping::new(&stack, format!("Mapping{index}"), cfn_json!({ "books": { "price": 12 } }));
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    for index in 0..159 {
        CfnMapping::new(&stack, format!("Mapping{index}"), cfn_json!({ "books": { "price": 12 } }));
    }
}
