//! A message has a parameter that there is not.

use aws_cdk_apigatewayv2::{
    HttpApi, HttpIntegration, HttpIntegrationSubtype, HttpIntegrationType, ParameterMapping, PayloadFormatVersion,
};
use aws_cdk_core::{App, Stack};

fn api(stack: &Stack) -> HttpApi {
    HttpApi::new(stack, "Api")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = HttpIntegration::builder(&stack, "Queue", &api(&stack), HttpIntegrationType::AwsProxy);
    let mapping = ParameterMapping::new()
        .custom("QueueUrl", "https://sqs.eu-west-1.amazonaws.com/111111111111/orders")
        .custom("MessageBody", "$request.body")
        .custom("Priority", "1");
    let queue = queue.integration_subtype(HttpIntegrationSubtype::SqsSendMessage).parameter_mapping(mapping);
    queue.payload_format_version(PayloadFormatVersion::VERSION_1_0).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = HttpIntegration::builder(&stack, "Queue", &api(&stack), HttpIntegrationType::AwsProxy);
    let mapping = ParameterMapping::new()
        .custom("QueueUrl", "https://sqs.eu-west-1.amazonaws.com/111111111111/orders")
        .custom("MessageBody", "$request.body")
        .custom("DelaySeconds", "1");
    let queue = queue.integration_subtype(HttpIntegrationSubtype::SqsSendMessage).parameter_mapping(mapping);
    queue.payload_format_version(PayloadFormatVersion::VERSION_1_0).build();
}
