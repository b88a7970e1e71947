//! A value is taken from a mapping that does not have it.

use aws_cdk_core::{App, CfnMapping, CfnOutput, Stack, cfn_json};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let prices = CfnMapping::new(&stack, "Prices", cfn_json!({ "books": { "price": 12 } }));
    CfnOutput::new(&stack, "Price", prices.find_in_map("music", "price"));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let prices = CfnMapping::new(&stack, "Prices", cfn_json!({ "books": { "price": 12 } }));
    CfnOutput::new(&stack, "Price", prices.find_in_map("books", "price"));
}
