//! A mapping has one level of keys.

use aws_cdk_core::{App, CfnMapping, Stack, cfn_json};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnMapping::new(&stack, "Prices", cfn_json!({ "books": 12 }));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnMapping::new(&stack, "Prices", cfn_json!({ "books": { "price": 12 } }));
}
