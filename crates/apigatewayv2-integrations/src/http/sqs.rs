//! An action of Amazon SQS behind a route.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{
    HttpConnectionType, HttpIntegrationBinding, HttpIntegrationSubtype, HttpIntegrationType, HttpRouteIntegration,
    HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig, ParameterMapping, PayloadFormatVersion,
};
use aws_cdk_core::{Diagnostic, Value};
use aws_cdk_sqs::IQueue;

use super::service_role::service_role;

/// Sends messages to a queue, receives or deletes them, or deletes them all, with a role that is made for it.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{HttpApi, HttpIntegrationSubtype, HttpMethod, ParameterMapping};
/// use aws_cdk_apigatewayv2_integrations::HttpSqsIntegration;
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_sqs::{IQueue, Queue};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let orders = Queue::new(&stack, "Orders");
/// let api = HttpApi::new(&stack, "Api");
/// // The body is `{ "MessageBody": "…" }`.
/// api.add_routes("/orders", HttpSqsIntegration::new("Send", &orders)).methods([HttpMethod::Post]).build();
///
/// let delete = HttpSqsIntegration::new("Delete", &orders)
///     .subtype(HttpIntegrationSubtype::SqsDeleteMessage)
///     .parameter_mapping(
///         ParameterMapping::new()
///             .custom("QueueUrl", orders.queue_url())
///             .custom("ReceiptHandle", "$request.querystring.receipt"),
///     );
/// api.add_routes("/orders", delete).methods([HttpMethod::Delete]).build();
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpSqsIntegration {
    binding: HttpIntegrationBinding,
    queue: Rc<dyn IQueue>,
    subtype: HttpIntegrationSubtype,
    parameter_mapping: Option<ParameterMapping>,
}

impl HttpSqsIntegration {
    /// An integration with a queue.
    pub fn new(id: impl Into<String>, queue: &(impl IQueue + Clone + 'static)) -> Self {
        Self {
            binding: HttpIntegrationBinding::new(id),
            queue: Rc::new(queue.clone()),
            subtype: HttpIntegrationSubtype::SqsSendMessage,
            parameter_mapping: None,
        }
    }

    /// The action: one of `HttpIntegrationSubtype::Sqs…`. Default: [`HttpIntegrationSubtype::SqsSendMessage`]. Errors, when it
    /// is bound: `apigatewayv2::integration-subtype`.
    pub fn subtype(mut self, value: HttpIntegrationSubtype) -> Self {
        self.subtype = value;
        self
    }

    /// What the action gets. Default: the queue's URL; for `SendMessage` also `MessageBody`, and for `DeleteMessage`
    /// `ReceiptHandle`, from the fields of the same name of the request's body.
    pub fn parameter_mapping(mut self, value: ParameterMapping) -> Self {
        self.parameter_mapping = Some(value);
        self
    }

    /// The action as IAM names it, and what the action takes from the body of a request.
    fn action(&self) -> Option<(&'static str, Option<&'static str>)> {
        match self.subtype {
            HttpIntegrationSubtype::SqsSendMessage => Some(("sqs:SendMessage", Some("MessageBody"))),
            HttpIntegrationSubtype::SqsReceiveMessage => Some(("sqs:ReceiveMessage", None)),
            HttpIntegrationSubtype::SqsDeleteMessage => Some(("sqs:DeleteMessage", Some("ReceiptHandle"))),
            HttpIntegrationSubtype::SqsPurgeQueue => Some(("sqs:PurgeQueue", None)),
            _ => None,
        }
    }
}

impl HttpRouteIntegration for HttpSqsIntegration {
    fn binding(&self) -> &HttpIntegrationBinding {
        &self.binding
    }

    #[track_caller]
    fn bind(&self, options: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        let config = HttpRouteIntegrationConfig::new(HttpIntegrationType::AwsProxy)
            .payload_format_version(PayloadFormatVersion::VERSION_1_0)
            .integration_subtype(self.subtype.clone())
            .connection_type(HttpConnectionType::Internet);
        let Some((action, field)) = self.action() else {
            options.scope.report(
                Diagnostic::error(
                    "apigatewayv2::integration-subtype",
                    format!("`{}` is not an action of SQS", self.subtype.as_str()),
                )
                .help("use one of `HttpIntegrationSubtype::Sqs…`"),
            );
            return config;
        };
        let credentials = service_role(options, "AllowSqsExecution", action, self.queue.queue_arn());
        let mapping = self.parameter_mapping.clone().unwrap_or_else(|| default_mapping(self.queue.queue_url(), field));
        config.credentials(credentials).parameter_mapping(mapping)
    }
}

fn default_mapping(queue_url: Value<String>, field: Option<&str>) -> ParameterMapping {
    let mapping = ParameterMapping::new().custom("QueueUrl", queue_url);
    match field {
        Some(field) => mapping.custom(field, format!("$request.body.{field}")),
        None => mapping,
    }
}
