//! What integrations of either kind have in common.

use aws_cdk_core::{Diagnostic, Duration, Node};

/// The range that `aws-cdk-lib` accepts for both kinds; API Gateway itself lets HTTP APIs wait one second more.
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html> and
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html>.
#[track_caller]
pub(crate) fn check_integration_timeout(node: &Node, timeout: Option<Duration>) {
    let milliseconds = timeout.map(|timeout| timeout.to_milliseconds());
    if let Some(milliseconds) = milliseconds.filter(|milliseconds| !(50..=29_000).contains(milliseconds)) {
        node.report(
            Diagnostic::error(
                "apigatewayv2::integration-timeout",
                format!("the timeout of {milliseconds} ms is not from 50 milliseconds to 29 seconds"),
            )
            .help("choose a timeout in that range; a longer job is better started by a queue or state machine"),
        );
    }
}

/// Says that an integration of one API is used with another one.
#[track_caller]
pub(crate) fn report_integration_of_other_api(route: &Node, id: &str, bound_api: &Node, api: &Node) {
    let message =
        format!("the integration `{id}` of the API `{}` is used with a second API, `{}`", bound_api.path(), api.path());
    route.report(
        Diagnostic::error("apigatewayv2::integration-of-other-api", message)
            .help("make an integration for each API; routes of one API may share one"),
    );
}
