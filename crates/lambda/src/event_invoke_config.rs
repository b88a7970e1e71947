//! What happens to calls of functions for which nobody waits.

use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_lambda::CfnEventInvokeConfig;
use aws_cdk_cfn_lambda::cfn_event_invoke_config::{DestinationConfigProperty, OnFailureProperty, OnSuccessProperty};
use aws_cdk_core::{Construct, Diagnostic, Duration, IConstruct, Node, Value};

use crate::destination::{DestinationType, IDestination};
use crate::function_base::{IFunction, Qualifier};

/// How calls are tried again for which nobody waits, and where their results go.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html>.
#[must_use]
#[derive(Clone, Default)]
pub struct EventInvokeConfigOptions {
    on_failure: Option<Rc<dyn IDestination>>,
    on_success: Option<Rc<dyn IDestination>>,
    max_event_age: Option<Duration>,
    retry_attempts: Option<Value<i64>>,
}

impl fmt::Debug for EventInvokeConfigOptions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EventInvokeConfigOptions")
            .field("max_event_age", &self.max_event_age)
            .field("retry_attempts", &self.retry_attempts)
            .finish_non_exhaustive()
    }
}

impl EventInvokeConfigOptions {
    /// What Lambda does by itself.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the results of calls go that failed. Default: nowhere.
    pub fn on_failure(mut self, destination: impl IDestination + 'static) -> Self {
        self.on_failure = Some(Rc::new(destination));
        self
    }

    /// Where the results of calls go that went well. Default: nowhere.
    pub fn on_success(mut self, destination: impl IDestination + 'static) -> Self {
        self.on_success = Some(Rc::new(destination));
        self
    }

    /// How long a call may wait for its turn: a minute to 6 hours, in whole seconds. Default: that of Lambda, 6 hours.
    pub fn max_event_age(mut self, value: Duration) -> Self {
        self.max_event_age = Some(value);
        self
    }

    /// How often a call is tried again: up to twice. Default: that of Lambda, twice.
    pub fn retry_attempts(mut self, value: impl Into<Value<i64>>) -> Self {
        self.retry_attempts = Some(value.into());
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.on_failure.is_none()
            && self.on_success.is_none()
            && self.max_event_age.is_none()
            && self.retry_attempts.is_none()
    }

    /// The limits are Lambda's: <https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html>.
    #[track_caller]
    fn check(&self, node: &Node) {
        if let Some(age) = self.max_event_age.filter(|age| !matches!(age.to_seconds(), Ok(60..=21_600))) {
            node.report(
                Diagnostic::error("lambda::event-age", format!("a call cannot wait for {}", age.to_human_string()))
                    .help("use a minute to 6 hours, in whole seconds"),
            );
        }
        let attempts = self.retry_attempts.as_ref().and_then(|attempts| attempts.as_literal());
        if let Some(attempts) = attempts.filter(|attempts| !(0..=2).contains(attempts)) {
            node.report(
                Diagnostic::error("lambda::retry-attempts", format!("a call cannot be tried again {attempts} times"))
                    .help("use 0 to 2 attempts"),
            );
        }
    }
}

/// What happens to calls of a function, a version or an alias for which nobody waits.
///
/// ```
/// use aws_cdk_core::{App, Duration, Stack};
/// use aws_cdk_lambda::{Code, EventInvokeConfigOptions, Function, Runtime, SqsDestination};
/// use aws_cdk_sqs::Queue;
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let function = Function::builder(&stack, "Hello")
///     .runtime(Runtime::NODEJS_22_X)
///     .handler("index.handler")
///     .code(Code::from_inline("exports.handler = async () => 'hello';"))
///     .build();
/// function.configure_async_invoke(
///     EventInvokeConfigOptions::new()
///         .on_failure(SqsDestination::new(&Queue::new(&stack, "Failed")))
///         .max_event_age(Duration::hours(1)),
/// );
/// ```
#[derive(Clone, Debug)]
pub struct EventInvokeConfig {
    construct: Construct,
    resource: CfnEventInvokeConfig,
}

impl IConstruct for EventInvokeConfig {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl EventInvokeConfig {
    /// The configuration of a function, a version or an alias. Errors: `lambda::event-age`, `lambda::retry-attempts`, and
    /// those of ids.
    #[track_caller]
    pub fn new(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        function: &dyn IFunction,
        options: EventInvokeConfigOptions,
    ) -> Self {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-lambda.EventInvokeConfig");
        let node = construct.node();
        options.check(node);
        let target = function.invocation_target();
        let qualifier = match target.qualifier {
            Qualifier::None => "$LATEST".into(),
            Qualifier::Version(number) => number,
            Qualifier::Alias { qualifier, .. } => qualifier,
        };
        let mut resource = CfnEventInvokeConfig::builder(&construct, "Resource")
            .function_name(target.function_name)
            .qualifier(qualifier);
        let mut destinations = DestinationConfigProperty::new();
        if let Some(destination) = &options.on_failure {
            let arn = destination.bind(node, function, DestinationType::Failure);
            destinations = destinations.on_failure(OnFailureProperty::new().destination(arn));
        }
        if let Some(destination) = &options.on_success {
            let arn = destination.bind(node, function, DestinationType::Success);
            destinations = destinations.on_success(OnSuccessProperty::new().destination(arn));
        }
        if options.on_failure.is_some() || options.on_success.is_some() {
            resource = resource.destination_config(destinations);
        }
        if let Some(Ok(seconds)) = options.max_event_age.map(Duration::to_seconds) {
            resource = resource.maximum_event_age_in_seconds(seconds);
        }
        if let Some(attempts) = options.retry_attempts {
            resource = resource.maximum_retry_attempts(attempts);
        }
        Self { resource: resource.build(), construct }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnEventInvokeConfig {
        &self.resource
    }
}

/// Configures a function, a version or an alias, once.
#[track_caller]
pub(crate) fn configure(function: &dyn IFunction, options: EventInvokeConfigOptions) {
    if function.node().try_find_child("EventInvokeConfig").is_some() {
        function.node().report(
            Diagnostic::error("lambda::event-invoke-config", "asynchronous calls are configured already")
                .help("configure them once: with `async_invoke` or `configure_async_invoke`"),
        );
        return;
    }
    EventInvokeConfig::new(function.node(), "EventInvokeConfig", function, options);
}

macro_rules! configure_async_invoke {
    ($($function:ty),+) => {
        $(impl $function {
            /// Says what happens to calls for which nobody waits. A second time is the error `lambda::event-invoke-config`;
            /// others are those of [`EventInvokeConfig::new`].
            #[track_caller]
            pub fn configure_async_invoke(&self, options: EventInvokeConfigOptions) {
                configure(self, options);
            }
        })+
    };
}

configure_async_invoke!(
    crate::function::Function,
    crate::imported::ImportedFunction,
    crate::version::Version,
    crate::version::ImportedVersion,
    crate::alias::Alias,
    crate::alias::ImportedAlias
);
