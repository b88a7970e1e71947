//! The metrics of HTTP APIs and their stages.
//!
//! Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html>.
//!
//! ```
//! use aws_cdk_apigatewayv2::HttpApi;
//! use aws_cdk_cloudwatch::Stats;
//! use aws_cdk_core::{App, Duration, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let api = HttpApi::new(&stack, "Api");
//! api.metric_server_error().create_alarm(&stack, "Failing").threshold(1).evaluation_periods(1).build();
//! if let Some(stage) = api.default_stage() {
//!     let slow = stage.metric_latency().statistic(Stats::p(99)).period(Duration::minutes(1));
//!     slow.create_alarm(&stack, "Slow").threshold(500).evaluation_periods(3).build();
//! }
//! assert!(app.diagnostics().is_empty());
//! ```

/// The metrics that HTTP APIs and their stages have alike, as methods of a trait or of a type that has `metric`.
macro_rules! http_metrics {
    ($($visibility:tt)?) => {
        /// Requests that failed by the client's fault. Default: the sum over 5 minutes.
        #[track_caller]
        $($visibility)? fn metric_client_error(&self) -> aws_cdk_cloudwatch::Metric {
            self.metric("4xx").statistic(aws_cdk_cloudwatch::Stats::SUM)
        }

        /// Requests that failed by the server's fault. Default: the sum over 5 minutes.
        #[track_caller]
        $($visibility)? fn metric_server_error(&self) -> aws_cdk_cloudwatch::Metric {
            self.metric("5xx").statistic(aws_cdk_cloudwatch::Stats::SUM)
        }

        /// The amount of data, in bytes. Default: the sum over 5 minutes.
        #[track_caller]
        $($visibility)? fn metric_data_processed(&self) -> aws_cdk_cloudwatch::Metric {
            self.metric("DataProcessed").statistic(aws_cdk_cloudwatch::Stats::SUM)
        }

        /// The number of requests. Default: how many there were in 5 minutes.
        #[track_caller]
        $($visibility)? fn metric_count(&self) -> aws_cdk_cloudwatch::Metric {
            self.metric("Count").statistic(aws_cdk_cloudwatch::Stats::SAMPLE_COUNT)
        }

        /// The time from handing a request to the integration until its response, in milliseconds. Default: the average over
        /// 5 minutes.
        #[track_caller]
        $($visibility)? fn metric_integration_latency(&self) -> aws_cdk_cloudwatch::Metric {
            self.metric("IntegrationLatency")
        }

        /// The time from a request until its response, in milliseconds. Default: the average over 5 minutes.
        #[track_caller]
        $($visibility)? fn metric_latency(&self) -> aws_cdk_cloudwatch::Metric {
            self.metric("Latency")
        }
    };
}
pub(super) use http_metrics;
