//! Where calls go that failed too often.

use std::rc::Rc;

use aws_cdk_cfn_lambda::cfn_function::DeadLetterConfigProperty;
use aws_cdk_core::{Construct, Diagnostic, Duration, IConstruct, Value};
use aws_cdk_iam::{IRole, PolicyStatement};
use aws_cdk_sqs::{IQueue, Queue};

use crate::function_builder::FunctionBuilder;

/// Where calls go that failed too often.
#[derive(Default)]
pub(crate) struct DeadLetters {
    queue: Option<Rc<dyn IQueue>>,
    is_enabled: Option<bool>,
    topic_arn: Option<Value<String>>,
}

impl<R, H, C> FunctionBuilder<R, H, C> {
    /// The queue that gets calls which failed too often. Default: none.
    ///
    /// Source: <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>.
    pub fn dead_letter_queue(mut self, queue: &(impl IQueue + Clone + 'static)) -> Self {
        self.options.dead_letters.queue = Some(Rc::new(queue.clone()));
        self
    }

    /// Whether a queue for calls which failed too often is made with the function; it keeps them for 14 days. Default: false.
    pub fn dead_letter_queue_enabled(mut self, value: bool) -> Self {
        self.options.dead_letters.is_enabled = Some(value);
        self
    }

    /// The ARN of the topic that is told of calls which failed too often, instead of a queue. Default: none.
    pub fn dead_letter_topic(mut self, topic_arn: impl Into<Value<String>>) -> Self {
        self.options.dead_letters.topic_arn = Some(topic_arn.into());
        self
    }
}

impl DeadLetters {
    /// The property, and the queue if it is one; the role gets the right to send there. Contradictions are the error
    /// `lambda::dead-letters`.
    #[track_caller]
    pub(crate) fn configure(
        &self,
        construct: &Construct,
        role: &dyn IRole,
    ) -> Option<(DeadLetterConfigProperty, Option<Rc<dyn IQueue>>)> {
        self.check(construct);
        let (arn, action, queue) = match (&self.topic_arn, &self.queue) {
            (Some(topic), _) => (topic.clone(), "sns:Publish", None),
            (None, None) if self.is_enabled != Some(true) => return None,
            (None, given) => {
                let queue = match given {
                    Some(given) => given.clone(),
                    None => Rc::new(
                        Queue::builder(construct, "DeadLetterQueue").retention_period(Duration::days(14)).build(),
                    ),
                };
                (queue.queue_arn(), "sqs:SendMessage", Some(queue))
            }
        };
        role.add_to_principal_policy(PolicyStatement::new().actions([action]).resources([&arn]));
        Some((DeadLetterConfigProperty::new().target_arn(arn), queue))
    }

    #[track_caller]
    fn check(&self, construct: &Construct) {
        let message = if self.topic_arn.is_some() && (self.queue.is_some() || self.is_enabled.is_some()) {
            "calls that failed go to a queue or a topic, not to both"
        } else if self.queue.is_some() && self.is_enabled == Some(false) {
            "a queue for calls that failed is given and switched off"
        } else {
            return;
        };
        construct
            .node()
            .report(Diagnostic::error("lambda::dead-letters", message).help("leave all but one of the options out"));
    }
}
