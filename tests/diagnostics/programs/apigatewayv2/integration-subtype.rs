//! A queue is given an action of another service.

use aws_cdk_apigatewayv2::{HttpApi, HttpIntegrationSubtype};
use aws_cdk_apigatewayv2_integrations::HttpSqsIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_sqs::Queue;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = Queue::new(&stack, "Orders");
    let send = HttpSqsIntegration::new("Send", &queue).subtype(HttpIntegrationSubtype::KinesisPutRecord);
    HttpApi::new(&stack, "Api").add_routes("/orders", send).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = Queue::new(&stack, "Orders");
    let send = HttpSqsIntegration::new("Send", &queue).subtype(HttpIntegrationSubtype::SqsSendMessage);
    HttpApi::new(&stack, "Api").add_routes("/orders", send).build();
}
