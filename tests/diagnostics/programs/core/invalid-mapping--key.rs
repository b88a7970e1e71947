//! A second-level key of a mapping has a hyphen.

use aws_cdk_core::{App, CfnMapping, Stack, cfn_json};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnMapping::new(&stack, "Prices", cfn_json!({ "books": { "list-price": 12 } }));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnMapping::new(&stack, "Prices", cfn_json!({ "books": { "listPrice": 12 } }));
}
