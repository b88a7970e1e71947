//! What the stack has. Nothing is built for this: templates in memory need no code.

use aws_cdk_assertions::{Match, Template, pattern};
use aws_cdk_core::App;
use serde_json::json;

fn template() -> Template {
    Template::from_stack(&orders::orders(&App::new()))
}

#[test]
fn each_route_has_its_function() {
    let template = template();
    for route in ["POST /orders", "GET /orders/{id}", "PATCH /orders/{id}", "$connect", "$disconnect", "subscribe"] {
        template.has_resource_properties("AWS::ApiGatewayV2::Route", json!({ "RouteKey": route }));
    }
    template.resource_count_is("AWS::ApiGatewayV2::Route", 6);
    template.resource_properties_count_is(
        "AWS::Lambda::Function",
        json!({ "Runtime": "provided.al2023", "Handler": "bootstrap", "Architectures": ["x86_64"] }),
        4,
    );
}

#[test]
fn only_the_function_that_tells_followers_may_do_so() {
    let template = template();
    let may_tell = pattern!({
        "PolicyDocument": { "Statement": Match::array_with([Match::object_like(json!({ "Action": "execute-api:ManageConnections" }))]) },
    });
    template.resource_properties_count_is("AWS::IAM::Policy", may_tell, 1);
    let knows_where = pattern!({ "Environment": { "Variables": { "CALLBACK_URL": Match::any_value() } } });
    template.resource_properties_count_is("AWS::Lambda::Function", knows_where, 1);
}

#[test]
fn connections_are_found_by_order() {
    template().has_resource_properties(
        "AWS::DynamoDB::Table",
        pattern!({ "GlobalSecondaryIndexes": Match::array_with([Match::object_like(json!({ "IndexName": "ByOrder" }))]) }),
    );
}
