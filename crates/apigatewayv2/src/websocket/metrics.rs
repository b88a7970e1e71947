//! The metrics of WebSocket APIs and their stages.
//!
//! Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html>.
//!
//! ```
//! use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketStage};
//! use aws_cdk_cloudwatch::Stats;
//! use aws_cdk_core::{App, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let chat = WebSocketApi::new(&stack, "Chat");
//! let live = WebSocketStage::builder(&stack, "Live", &chat, "live").build();
//! let connections = live.metric("ConnectCount").statistic(Stats::SUM);
//! connections.create_alarm(&stack, "Crowded").threshold(10_000).evaluation_periods(1).build();
//! let errors = chat.metric("IntegrationError").statistic(Stats::SUM);
//! errors.create_alarm(&stack, "Failing").threshold(1).evaluation_periods(1).build();
//! assert!(app.diagnostics().is_empty());
//! ```

use aws_cdk_cloudwatch::Metric;

use super::api::WebSocketApi;
use super::stage::WebSocketStage;
use crate::common::{IApi, IStage};

impl WebSocketApi {
    /// A metric of the API by its name; setters change the copy. Default: the average over 5 minutes.
    #[track_caller]
    pub fn metric(&self, metric_name: &str) -> Metric {
        IApi::metric(self, metric_name)
    }
}

impl WebSocketStage {
    /// A metric of the stage by its name; setters change the copy. Default: the average over 5 minutes.
    #[track_caller]
    pub fn metric(&self, metric_name: &str) -> Metric {
        IStage::metric(self, metric_name)
    }
}
