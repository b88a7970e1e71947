//! The metrics of functions.
//!
//! Source: <https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html>.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_lambda::{Code, Function, Runtime};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let hello = Function::builder(&stack, "Hello")
//!     .runtime(Runtime::NODEJS_22_X)
//!     .handler("index.handler")
//!     .code(Code::from_inline("exports.handler = async () => 'hello'"))
//!     .build();
//! hello.metric_errors().create_alarm(&stack, "Failing").threshold(1).evaluation_periods(1).build();
//! Function::metric_all_throttles().create_alarm(&stack, "Throttled").threshold(1).evaluation_periods(1).build();
//! assert!(app.diagnostics().is_empty());
//! ```

use aws_cdk_cloudwatch::{Metric, Stats};

use crate::alias::{Alias, ImportedAlias};
use crate::function::Function;
use crate::function_base::IFunction;
use crate::imported::ImportedFunction;
use crate::version::{ImportedVersion, Version};

macro_rules! function_metrics {
    ($($type:ty),+) => {
        $(impl $type {
            /// How many calls were refused, since too many ran. Default: the sum over 5 minutes.
            #[track_caller]
            pub fn metric_throttles(&self) -> Metric {
                IFunction::metric(self, "Throttles").statistic(Stats::SUM)
            }

            /// How many calls there were. Default: the sum over 5 minutes.
            #[track_caller]
            pub fn metric_invocations(&self) -> Metric {
                IFunction::metric(self, "Invocations").statistic(Stats::SUM)
            }

            /// How many calls failed. Default: the sum over 5 minutes.
            #[track_caller]
            pub fn metric_errors(&self) -> Metric {
                IFunction::metric(self, "Errors").statistic(Stats::SUM)
            }

            /// How long calls took, in milliseconds. Default: the average over 5 minutes.
            #[track_caller]
            pub fn metric_duration(&self) -> Metric {
                IFunction::metric(self, "Duration").statistic(Stats::AVERAGE)
            }
        })+
    };
}

macro_rules! named_metric {
    ($($type:ty),+) => {
        $(impl $type {
            /// A metric of the function by its name; setters change the copy. Default: the average over 5 minutes.
            #[track_caller]
            pub fn metric(&self, metric_name: &str) -> Metric {
                IFunction::metric(self, metric_name)
            }
        })+
    };
}

function_metrics!(Function, ImportedFunction, Version, ImportedVersion, Alias, ImportedAlias, dyn IFunction + '_);
named_metric!(Function, ImportedFunction, Version, ImportedVersion, Alias, ImportedAlias);

impl Function {
    /// A metric of all functions of the account and region together. Default: the average over 5 minutes.
    #[track_caller]
    pub fn metric_all(metric_name: &str) -> Metric {
        Metric::new("AWS/Lambda", metric_name)
    }

    /// How many calls of all functions failed. Default: the sum over 5 minutes.
    #[track_caller]
    pub fn metric_all_errors() -> Metric {
        Self::metric_all("Errors").statistic(Stats::SUM)
    }

    /// How long calls of all functions took, in milliseconds. Default: the average over 5 minutes.
    #[track_caller]
    pub fn metric_all_duration() -> Metric {
        Self::metric_all("Duration")
    }

    /// How many calls of all functions there were. Default: the sum over 5 minutes.
    #[track_caller]
    pub fn metric_all_invocations() -> Metric {
        Self::metric_all("Invocations").statistic(Stats::SUM)
    }

    /// How many calls of all functions were refused, since too many ran. Default: the sum over 5 minutes.
    #[track_caller]
    pub fn metric_all_throttles() -> Metric {
        Self::metric_all("Throttles").statistic(Stats::SUM)
    }

    /// How many calls of all functions ran at once. Default: the maximum over 5 minutes.
    #[track_caller]
    pub fn metric_all_concurrent_executions() -> Metric {
        Self::metric_all("ConcurrentExecutions").statistic(Stats::MAXIMUM)
    }

    /// How many calls ran at once of functions without concurrency of their own. Default: the maximum over 5 minutes.
    #[track_caller]
    pub fn metric_all_unreserved_concurrent_executions() -> Metric {
        Self::metric_all("UnreservedConcurrentExecutions").statistic(Stats::MAXIMUM)
    }
}
