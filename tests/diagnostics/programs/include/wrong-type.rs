//! An API of a template is taken for a route.

use aws_cdk_cfn_apigatewayv2::{CfnApi, CfnRoute};
use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::json;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Resources": {
            "Api": {
                "Type": "AWS::ApiGatewayV2::Api",
                "Properties": { "Name": "books", "ProtocolType": "HTTP" },
            },
        },
    });
    let old = CfnInclude::builder(&stack, "Old").template(template).build();
    old.get_typed::<CfnRoute>("Api").add_metadata("owner", "team-books");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Resources": {
            "Api": {
                "Type": "AWS::ApiGatewayV2::Api",
                "Properties": { "Name": "books", "ProtocolType": "HTTP" },
            },
        },
    });
    let old = CfnInclude::builder(&stack, "Old").template(template).build();
    old.get_typed::<CfnApi>("Api").add_metadata("owner", "team-books");
}
