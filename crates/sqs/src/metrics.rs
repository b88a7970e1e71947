//! The metrics of queues.
//!
//! Source: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html>.
//!
//! ```
//! use aws_cdk_core::{App, Duration, Stack};
//! use aws_cdk_sqs::Queue;
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let orders = Queue::new(&stack, "Orders");
//! let oldest = orders.metric_approximate_age_of_oldest_message().period(Duration::minutes(1));
//! oldest.create_alarm(&stack, "Stuck").threshold(600).evaluation_periods(3).build();
//! let open = orders.metric_approximate_number_of_messages_outstanding();
//! open.create_alarm(&stack, "Many").threshold(1000).evaluation_periods(1).build();
//! assert!(app.diagnostics().is_empty());
//! ```

use aws_cdk_cloudwatch::{MathExpression, Metric, Stats};
use aws_cdk_core::IConstruct;

use crate::imported::ImportedQueue;
use crate::queue::Queue;
use crate::queue_base::IQueue;

macro_rules! queue_metrics {
    ($($type:ty),+: $($(#[$doc:meta])* $method:ident = $name:literal, $statistic:ident;)+) => {
        queue_metrics!(@each [$($type),+] { $($(#[$doc])* $method = $name, $statistic;)+ });
    };
    (@each [$type:ty $(, $rest:ty)*] { $($metrics:tt)+ }) => {
        queue_metrics!(@one $type { $($metrics)+ });
        queue_metrics!(@each [$($rest),*] { $($metrics)+ });
    };
    (@each [] { $($metrics:tt)+ }) => {};
    (@one $type:ty { $($(#[$doc:meta])* $method:ident = $name:literal, $statistic:ident;)+ }) => {
        impl $type {
            /// A metric of the queue by its name; setters change the copy. Default: the average over 5 minutes.
            #[track_caller]
            pub fn metric(&self, metric_name: &str) -> Metric {
                let metric = Metric::new("AWS/SQS", metric_name);
                metric.dimension("QueueName", IQueue::queue_name(self)).attach_to(self.node())
            }

            $($(#[$doc])*
            #[track_caller]
            pub fn $method(&self) -> Metric {
                self.metric($name).statistic(Stats::$statistic)
            })+

            /// How many messages are waiting, or were received and not deleted yet. Default: over 5 minutes.
            #[track_caller]
            pub fn metric_approximate_number_of_messages_outstanding(&self) -> MathExpression {
                MathExpression::new("visible + notVisible")
                    .using_metric("visible", self.metric_approximate_number_of_messages_visible())
                    .using_metric("notVisible", self.metric_approximate_number_of_messages_not_visible())
                    .label("Approximate number of messages outstanding")
            }
        }
    };
}

queue_metrics! {
    Queue, ImportedQueue, dyn IQueue + '_:
    /// The age of the oldest message, in seconds. Default: the maximum over 5 minutes.
    metric_approximate_age_of_oldest_message = "ApproximateAgeOfOldestMessage", MAXIMUM;
    /// How many messages are delayed. Default: the maximum over 5 minutes.
    metric_approximate_number_of_messages_delayed = "ApproximateNumberOfMessagesDelayed", MAXIMUM;
    /// How many messages were received and not deleted yet. Default: the maximum over 5 minutes.
    metric_approximate_number_of_messages_not_visible = "ApproximateNumberOfMessagesNotVisible", MAXIMUM;
    /// How many messages can be received. Default: the maximum over 5 minutes.
    metric_approximate_number_of_messages_visible = "ApproximateNumberOfMessagesVisible", MAXIMUM;
    /// How often receiving gave no message. Default: the sum over 5 minutes.
    metric_number_of_empty_receives = "NumberOfEmptyReceives", SUM;
    /// How many messages were deleted. Default: the sum over 5 minutes.
    metric_number_of_messages_deleted = "NumberOfMessagesDeleted", SUM;
    /// How many messages were received. Default: the sum over 5 minutes.
    metric_number_of_messages_received = "NumberOfMessagesReceived", SUM;
    /// How many messages were sent. Default: the sum over 5 minutes.
    metric_number_of_messages_sent = "NumberOfMessagesSent", SUM;
    /// The size of messages, in bytes. Default: the average over 5 minutes.
    metric_sent_message_size = "SentMessageSize", AVERAGE;
}
