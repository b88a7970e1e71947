//! What integrations of either kind have in common.

use aws_cdk_core::{Diagnostic, Node};

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
