//! Queues behind routes: every action with its default mapping, a given mapping, a FIFO queue, an imported queue.

use aws_cdk_apigatewayv2::{HttpApi, HttpIntegrationSubtype, HttpMethod, ParameterMapping};
use aws_cdk_apigatewayv2_integrations::HttpSqsIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_sqs::{IQueue, Queue};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IntegSqs");
    let queue = Queue::new(&stack, "Queue");
    let api = HttpApi::new(&stack, "Api");
    let post = [HttpMethod::Post];

    api.add_routes("/default", HttpSqsIntegration::new("Plain", &queue)).methods(post).build();
    for (id, subtype) in [
        ("SQS_SEND_MESSAGE", HttpIntegrationSubtype::SqsSendMessage),
        ("SQS_RECEIVE_MESSAGE", HttpIntegrationSubtype::SqsReceiveMessage),
        ("SQS_DELETE_MESSAGE", HttpIntegrationSubtype::SqsDeleteMessage),
        ("SQS_PURGE_QUEUE", HttpIntegrationSubtype::SqsPurgeQueue),
    ] {
        let integration = HttpSqsIntegration::new(id, &queue).subtype(subtype);
        api.add_routes(format!("/{}", id.to_lowercase()), integration).methods(post).build();
    }
    let fifo = Queue::builder(&stack, "Fifo").fifo(true).content_based_deduplication(true).build();
    let mapping = ParameterMapping::new()
        .custom("QueueUrl", fifo.queue_url())
        .custom("MessageBody", "$request.body")
        .custom("MessageGroupId", "$request.header.group");
    let integration = HttpSqsIntegration::new("Fifo", &fifo).parameter_mapping(mapping);
    api.add_routes("/fifo", integration).methods(post).build();
    let old = Queue::from_queue_arn(&stack, "Old", "arn:aws:sqs:us-east-1:111111111111:old");
    api.add_routes("/imported", HttpSqsIntegration::new("Imported", &old)).methods(post).build();
}
