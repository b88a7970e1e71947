//! CORS: what browsers would refuse.
//!
//! Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html> and
//! <https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html> (the range of `maxAge`).

use std::panic::Location;

use aws_cdk_core::inspection::literal_text;
use aws_cdk_core::{Diagnostic, Json};

use crate::model::{Api, Model, Protocol, Resource};

/// Kept with an API: where its user said what browsers may do.
pub(crate) struct CorsLocation(pub(crate) &'static Location<'static>);

/// The longest time, in seconds, for which API Gateway lets browsers keep an answer: a day.
const LONGEST: i64 = 86_400;

pub(super) fn check(model: &Model<'_>, api: &Api<'_>) {
    let Some(resource) = api.resource.filter(|api| api.get("CorsConfiguration").is_some()) else { return };
    if api.protocol() == Some(Protocol::WebSocket) {
        let message = "a WebSocket API has no CORS configuration".to_owned();
        let help = "leave `cors_configuration` out: browsers ask for no leave";
        report(model, resource, Diagnostic::error("apigatewayv2::cors-websocket", message).help(help));
        return;
    }
    let origins = resource.get_in(&["CorsConfiguration", "AllowOrigins"]).and_then(Json::as_list).unwrap_or_default();
    let origins: Vec<&str> = origins.iter().filter_map(literal_text).collect();
    let credentials = matches!(resource.get_in(&["CorsConfiguration", "AllowCredentials"]), Some(Json::Bool(true)));
    if credentials && origins.contains(&"*") {
        let message = "allow_credentials cannot be combined with the origin \"*\"".to_owned();
        let help = "list the origins that may send credentials";
        report(model, resource, Diagnostic::error("apigatewayv2::cors-wildcard-credentials", message).help(help));
    }
    for origin in origins {
        check_origin(model, resource, origin);
    }
    if let Some(Json::Int(seconds)) = resource.get_in(&["CorsConfiguration", "MaxAge"])
        && !(-1..=LONGEST).contains(seconds)
    {
        let message = format!("browsers cannot keep the answer for {seconds} seconds");
        let help = format!("use up to {LONGEST} seconds, a day; 0 or -1 switches keeping off");
        report(model, resource, Diagnostic::warning("apigatewayv2::cors-max-age", message).help(help));
    }
}

fn report(model: &Model<'_>, api: Resource<'_>, diagnostic: Diagnostic) {
    // The CDK refuses wildcards with credentials too.
    if !model.inspection.validates() && diagnostic.code() != "apigatewayv2::cors-wildcard-credentials" {
        return;
    }
    let location = api.construct().state::<CorsLocation>().map_or(api.location(), |location| location.0);
    model.inspection.report_at(api, diagnostic, location);
}

/// An origin is a scheme, a host and perhaps a port; browsers send it so, and API Gateway compares text.
fn check_origin(model: &Model<'_>, resource: Resource<'_>, origin: &str) {
    // Nothing to compare, a wildcard, or what browsers send for documents without an origin.
    if ["", "*", "null"].contains(&origin) {
        return;
    }
    let problem = match origin.split_once("://") {
        None => Some(("has no scheme", format!("write `https://{}`", origin.trim_matches('/')))),
        Some((scheme, rest)) => rest.split_once('/').map(|(host, path)| {
            let problem = if path.is_empty() { "ends with a slash" } else { "has a path" };
            (problem, format!("write `{scheme}://{host}`"))
        }),
    };
    if let Some((problem, help)) = problem {
        let message = format!("no browser sends the origin `{origin}`: it {problem}");
        report(model, resource, Diagnostic::error("apigatewayv2::cors-origin", message).help(help));
    }
}
