//! What log groups make below themselves.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_logs::{FilterPattern, LogGroup};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let logs = LogGroup::new(&stack, "Logs");
//! logs.add_stream("Stream").build();
//! logs.add_metric_filter("Errors", "Books", "Errors").filter_pattern(FilterPattern::any_term(["ERROR"])).build();
//! let latency = logs.extract_metric("$.latency", "Books", "Latency");
//! latency.create_alarm(&stack, "Slow").threshold(500).evaluation_periods(3).build();
//! assert!(app.diagnostics().is_empty());
//! ```

use aws_cdk_cloudwatch::Metric;
use aws_cdk_core::Value;

use crate::filter_pattern::FilterPattern;
use crate::imported::ImportedLogGroup;
use crate::log_group::LogGroup;
use crate::log_stream::{LogStream, LogStreamBuilder};
use crate::metric_filter::{MetricFilter, MetricFilterBuilder};
use crate::subscription_filter::{ILogSubscriptionDestination, SubscriptionFilter, SubscriptionFilterBuilder};

macro_rules! children {
    ($($type:ty),+) => {
        $(impl $type {
            /// Starts a stream of the log group.
            pub fn add_stream(&self, id: impl Into<String>) -> LogStreamBuilder {
                LogStream::builder(self, id, self)
            }

            /// Starts a metric that is counted in events, with a namespace and a name.
            pub fn add_metric_filter(
                &self,
                id: impl Into<String>,
                metric_namespace: impl Into<Value<String>>,
                metric_name: impl Into<Value<String>>,
            ) -> MetricFilterBuilder {
                MetricFilter::builder(self, id, self, metric_namespace, metric_name)
            }

            /// Starts a filter that hands events on that a pattern takes.
            pub fn add_subscription_filter<'a>(
                &'a self,
                id: impl Into<String>,
                destination: &'a dyn ILogSubscriptionDestination,
                filter_pattern: impl Into<FilterPattern>,
            ) -> SubscriptionFilterBuilder<'a> {
                SubscriptionFilter::builder(self, id, self, destination, filter_pattern)
            }

            /// Makes a metric of a field of JSON events, such as `$.latency`. Default: the average over 5 minutes.
            #[track_caller]
            pub fn extract_metric(&self, json_field: &str, metric_namespace: &str, metric_name: &str) -> Metric {
                self.add_metric_filter(format!("{metric_namespace}_{metric_name}"), metric_namespace, metric_name)
                    .filter_pattern(FilterPattern::exists(json_field))
                    .metric_value(json_field)
                    .build();
                Metric::new(metric_namespace, metric_name).attach_to(self)
            }
        })+
    };
}

children!(LogGroup, ImportedLogGroup);
