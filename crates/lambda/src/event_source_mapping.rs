//! Event sources: queues and streams from which Lambda calls functions.

use std::rc::Rc;

use aws_cdk_cfn_lambda::CfnEventSourceMapping;
use aws_cdk_cfn_lambda::cfn_event_source_mapping::{
    CfnEventSourceMappingBuilder, DestinationConfigProperty, EndpointsProperty, FilterCriteriaProperty, FilterProperty,
    OnFailureProperty, ScalingConfigProperty, SelfManagedEventSourceProperty,
};
use aws_cdk_core::{ArnComponents, ArnFormat, Construct, Diagnostic, Duration, IConstruct, Json, Node, Stack, Value};
use aws_cdk_iam::ServicePrincipal;
use aws_cdk_interfaces::kms::IKey;
use aws_cdk_sqs::IQueue;

use crate::function_base::IFunction;

/// From where in a stream Lambda reads at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StartingPosition {
    /// `TRIM_HORIZON`: its beginning.
    TrimHorizon,
    /// `LATEST`: its end.
    Latest,
    /// `AT_TIMESTAMP`: a time.
    AtTimestamp,
}

impl StartingPosition {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            StartingPosition::TrimHorizon => "TRIM_HORIZON",
            StartingPosition::Latest => "LATEST",
            StartingPosition::AtTimestamp => "AT_TIMESTAMP",
        }
    }
}

/// Lets Lambda read a queue or a stream, and call a function with what it reads. The function needs the right to read there.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html>.
///
/// ```
/// use aws_cdk_core::{App, Duration, Stack};
/// use aws_cdk_lambda::{Code, Function, Runtime};
/// use aws_cdk_sqs::{IQueue, Queue};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let orders = Queue::new(&stack, "Orders");
/// let function = Function::builder(&stack, "Hello")
///     .runtime(Runtime::NODEJS_22_X)
///     .handler("index.handler")
///     .code(Code::from_inline("exports.handler = async () => 'hello';"))
///     .build();
/// orders.grant_consume_messages(&function);
/// function.add_event_source_mapping("Orders").event_source_arn(orders.queue_arn()).batch_size(5).build();
/// ```
#[derive(Clone, Debug)]
pub struct EventSourceMapping {
    construct: Construct,
    resource: CfnEventSourceMapping,
}

impl IConstruct for EventSourceMapping {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl EventSourceMapping {
    /// Starts a mapping to a function.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        target: &dyn IFunction,
    ) -> EventSourceMappingBuilder {
        EventSourceMappingBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            function_name: target.function_name(),
            filters: None,
            filter_encryption: None,
            on_failure: None,
            report_batch_item_failures: false,
            kafka_bootstrap_servers: None,
            options: Options::default(),
        }
    }

    /// The id of the mapping.
    pub fn event_source_mapping_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    /// The ARN of the mapping.
    pub fn event_source_mapping_arn(&self) -> Value<String> {
        let components = ArnComponents::new("lambda", "event-source-mapping")
            .resource_name(self.event_source_mapping_id())
            .arn_format(ArnFormat::ColonResourceName);
        Stack::of(self).format_arn(components)
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnEventSourceMapping {
        &self.resource
    }
}

/// Builds an [`EventSourceMapping`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct EventSourceMappingBuilder {
    scope: Node,
    id: String,
    function_name: Value<String>,
    filters: Option<Vec<Json>>,
    filter_encryption: Option<Rc<dyn IKey>>,
    on_failure: Option<Rc<dyn IQueue>>,
    report_batch_item_failures: bool,
    kafka_bootstrap_servers: Option<Vec<Value<String>>>,
    options: Options,
}

macro_rules! options {
    ($($(#[$doc:meta])* $name:ident: $type:ty,)+) => {
        #[derive(Debug, Default)]
        struct Options {
            $($name: Option<$type>,)+
        }

        impl EventSourceMappingBuilder {
            $($(#[$doc])*
            pub fn $name(mut self, value: impl Into<$type>) -> Self {
                self.options.$name = Some(value.into());
                self
            })+
        }
    };
}

options! {
    /// The ARN of the queue or stream. This or servers of Kafka are required. Default: none.
    event_source_arn: Value<String>,
    /// The most records of one call. Default: that of Lambda for the source.
    batch_size: Value<i64>,
    /// Whether a batch that failed is tried again in halves; for streams. Default: false.
    bisect_batch_on_error: Value<bool>,
    /// Whether Lambda reads. Default: true.
    enabled: Value<bool>,
    /// From where in a stream Lambda reads at first. Required for streams. Default: none.
    starting_position: StartingPosition,
    /// The time from which Lambda reads at first, in seconds since 1970; for [`StartingPosition::AtTimestamp`]. Default: none.
    starting_position_timestamp: Value<f64>,
    /// How long Lambda waits for a full batch: up to 5 minutes, in whole seconds. Default: not at all.
    max_batching_window: Duration,
    /// How many calls run at once: 2 to 1000; for queues. Default: no limit.
    max_concurrency: Value<i64>,
    /// The oldest records that are passed on: a minute to 7 days, in whole seconds; for streams. Default: any.
    max_record_age: Duration,
    /// How often a batch is tried again: up to 10,000 times, -1 for ever; for streams. Default: for ever.
    retry_attempts: Value<i64>,
    /// How many batches of one shard are processed at once: 1 to 10; for streams. Default: 1.
    parallelization_factor: Value<i64>,
    /// The length of a window over which calls pass on what they found: up to 15 minutes, in whole seconds; for streams.
    /// Default: none.
    tumbling_window: Duration,
    /// The topic of Kafka. Default: none.
    kafka_topic: Value<String>,
}

impl EventSourceMappingBuilder {
    /// Adds a filter: a pattern that records must match. Default: all are passed on.
    ///
    /// Source: <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html>.
    pub fn filter(mut self, pattern: impl Into<Value<Json>>) -> Self {
        self.filters.get_or_insert_default().push(pattern.into().into_json());
        self
    }

    /// The key that encrypts the filters, which Lambda gets the right to use. Default: one of AWS.
    pub fn filter_encryption(mut self, key: &(impl IKey + Clone + 'static)) -> Self {
        self.filter_encryption = Some(Rc::new(key.clone()));
        self
    }

    /// The queue that is told of records which failed; for streams. Default: none.
    pub fn on_failure(mut self, queue: &(impl IQueue + Clone + 'static)) -> Self {
        self.on_failure = Some(Rc::new(queue.clone()));
        self
    }

    /// Whether the function says which records of a batch failed. Default: false.
    pub fn report_batch_item_failures(mut self, value: bool) -> Self {
        self.report_batch_item_failures = value;
        self
    }

    /// The servers of a Kafka of one's own, as host and port. Default: none.
    pub fn kafka_bootstrap_servers<V: Into<Value<String>>>(mut self, servers: impl IntoIterator<Item = V>) -> Self {
        self.kafka_bootstrap_servers = Some(servers.into_iter().map(Into::into).collect());
        self
    }

    /// Adds the mapping. Errors: `lambda::event-source`, `lambda::event-source-limits`, and those of ids.
    #[track_caller]
    pub fn build(self) -> EventSourceMapping {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-lambda.EventSourceMapping");
        self.check_source(construct.node());
        self.check_limits(construct.node());
        if let Some(key) = &self.filter_encryption {
            key.grant_decrypt(&ServicePrincipal::new("lambda.amazonaws.com"));
        }
        let resource = CfnEventSourceMapping::builder(&construct, "Resource").function_name(&self.function_name);
        let mut resource = self.plain_options(resource);
        if let Some(queue) = &self.on_failure {
            let destination = OnFailureProperty::new().destination(queue.queue_arn());
            resource = resource.destination_config(DestinationConfigProperty::new().on_failure(destination));
        }
        if self.report_batch_item_failures {
            resource = resource.function_response_types(["ReportBatchItemFailures"]);
        }
        if let Some(concurrency) = &self.options.max_concurrency {
            resource = resource.scaling_config(ScalingConfigProperty::new().maximum_concurrency(concurrency));
        }
        if let Some(servers) = &self.kafka_bootstrap_servers {
            let endpoints = EndpointsProperty::new().kafka_bootstrap_servers(servers.clone());
            resource = resource.self_managed_event_source(SelfManagedEventSourceProperty::new().endpoints(endpoints));
        }
        if let Some(filters) = &self.filters {
            let stack = Stack::of(&construct);
            let filters: Vec<_> = filters
                .iter()
                .map(|pattern| FilterProperty::new().pattern(stack.to_json_string(pattern.clone())))
                .collect();
            resource = resource.filter_criteria(FilterCriteriaProperty::new().filters(filters));
        }
        if let Some(key) = &self.filter_encryption {
            resource = resource.kms_key_arn(key.key_arn());
        }
        EventSourceMapping { resource: resource.build(), construct }
    }

    fn plain_options<F>(&self, mut resource: CfnEventSourceMappingBuilder<F>) -> CfnEventSourceMappingBuilder<F> {
        let options = &self.options;
        macro_rules! set {
            ($($method:ident: $value:expr,)+) => {
                $(if let Some(value) = $value {
                    resource = resource.$method(value);
                })+
            };
        }
        let seconds = |duration: Option<Duration>| duration.and_then(|duration| duration.to_seconds().ok());
        set! {
            event_source_arn: options.event_source_arn.clone(),
            batch_size: options.batch_size.clone(),
            bisect_batch_on_function_error: options.bisect_batch_on_error.clone(),
            enabled: options.enabled.clone(),
            starting_position: options.starting_position.map(StartingPosition::as_str),
            starting_position_timestamp: options.starting_position_timestamp.clone(),
            maximum_batching_window_in_seconds: seconds(options.max_batching_window),
            maximum_record_age_in_seconds: seconds(options.max_record_age),
            maximum_retry_attempts: options.retry_attempts.clone(),
            parallelization_factor: options.parallelization_factor.clone(),
            topics: options.kafka_topic.clone().map(|topic| [topic]),
            tumbling_window_in_seconds: seconds(options.tumbling_window),
        }
        resource
    }

    #[track_caller]
    fn check_source(&self, node: &Node) {
        let servers = self.kafka_bootstrap_servers.as_ref();
        let is_at_time = self.options.starting_position == Some(StartingPosition::AtTimestamp);
        for (is_wrong, message, help) in [
            (
                self.options.event_source_arn.is_some() == servers.is_some(),
                "a mapping reads either from an event source or from servers of Kafka",
                "set `event_source_arn` or `kafka_bootstrap_servers`, and not both",
            ),
            (servers.is_some_and(Vec::is_empty), "there are no servers of Kafka", "name one"),
            (
                is_at_time != self.options.starting_position_timestamp.is_some(),
                "a time goes with the starting position at a time",
                "set both `StartingPosition::AtTimestamp` and `starting_position_timestamp`, or none",
            ),
            (
                self.filter_encryption.is_some() && self.filters.is_none(),
                "there are no filters to be encrypted",
                "leave `filter_encryption` out, or add a `filter`",
            ),
        ] {
            if is_wrong {
                node.report(Diagnostic::error("lambda::event-source", message).help(help));
            }
        }
    }

    /// The limits are Lambda's: <https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html>.
    #[track_caller]
    fn check_limits(&self, node: &Node) {
        let options = &self.options;
        let number = |value: &Option<Value<i64>>| value.as_ref().and_then(|value| value.as_literal());
        let outside = |value: Option<i64>, from: i64, to: i64| value.is_some_and(|value| !(from..=to).contains(&value));
        let time_outside = |value: Option<Duration>, from: u64, to: u64| {
            value.is_some_and(|value| !value.to_seconds().is_ok_and(|seconds| (from..=to).contains(&seconds)))
        };
        for (is_wrong, what, help) in [
            (time_outside(options.max_batching_window, 0, 300), "batching window", "use up to 300 whole seconds"),
            (outside(number(&options.max_concurrency), 2, 1000), "concurrency", "use 2 to 1000"),
            (time_outside(options.max_record_age, 60, 604_800), "age of records", "use 60 seconds to 7 days"),
            (
                outside(number(&options.retry_attempts), -1, 10_000),
                "number of retries",
                "use 0 to 10,000, or -1 for ever",
            ),
            (outside(number(&options.parallelization_factor), 1, 10), "parallelization factor", "use 1 to 10"),
            (time_outside(options.tumbling_window, 0, 900), "tumbling window", "use up to 900 whole seconds"),
        ] {
            if is_wrong {
                let message = format!("the {what} is out of range");
                node.report(Diagnostic::error("lambda::event-source-limits", message).help(help));
            }
        }
    }
}

macro_rules! add_event_source_mapping {
    ($($function:ty),+) => {
        $(impl $function {
            /// Starts a mapping of a queue or stream to it.
            pub fn add_event_source_mapping(&self, id: impl Into<String>) -> EventSourceMappingBuilder {
                EventSourceMapping::builder(self, id, self)
            }
        })+
    };
}

add_event_source_mapping!(
    crate::function::Function,
    crate::imported::ImportedFunction,
    crate::version::Version,
    crate::version::ImportedVersion,
    crate::alias::Alias,
    crate::alias::ImportedAlias
);
