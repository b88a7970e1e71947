//! Authorizers: where they find tokens and identities, who issues tokens, and how long results are kept.
//!
//! Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-authorizer.html>,
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html> and
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html>.

use aws_cdk_core::Json;
use aws_cdk_core::inspection::literal_text;

use crate::model::{Api, Model, Protocol, Resource};

/// What authorizers by functions of HTTP APIs take identities from.
const HTTP_SOURCES: [&str; 4] = ["$request.header.", "$request.querystring.", "$context.", "$stageVariables."];
/// What tokens are taken from.
const JWT_SOURCES: [&str; 2] = ["$request.header.", "$request.querystring."];
/// What authorizers of WebSocket APIs take identities from.
const WEB_SOCKET_SOURCES: [&str; 4] =
    ["route.request.header.", "route.request.querystring.", "context.", "stageVariables."];

/// The most audiences of an authorizer. <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html>.
const MOST_AUDIENCES: usize = 50;

pub(super) fn check(model: &Model<'_>, api: &Api<'_>) {
    for authorizer in &api.authorizers {
        check_one(model, api.protocol(), authorizer);
    }
}

fn check_one(model: &Model<'_>, protocol: Option<Protocol>, authorizer: Resource<'_>) {
    let sources = authorizer.get("IdentitySource").and_then(Json::as_list).unwrap_or_default();
    match (protocol, authorizer.text("AuthorizerType")) {
        (Some(Protocol::WebSocket), Some("JWT")) => {
            let message = "a WebSocket API has no authorizers of the kind JWT".to_owned();
            let help = "use a Lambda authorizer, which can read the token, or IAM";
            model.error(authorizer, "apigatewayv2::authorizer-kind", message, help);
        }
        (Some(Protocol::WebSocket), Some("REQUEST")) => {
            check_sources(model, authorizer, sources, &WEB_SOCKET_SOURCES);
        }
        (_, Some("JWT")) => {
            check_sources(model, authorizer, sources, &JWT_SOURCES);
            check_tokens(model, authorizer, sources);
        }
        (Some(Protocol::Http), Some("REQUEST")) => {
            check_sources(model, authorizer, sources, &HTTP_SOURCES);
            check_cache(model, authorizer);
        }
        _ => {}
    }
}

fn check_sources(model: &Model<'_>, authorizer: Resource<'_>, sources: &[Json], known: &[&str]) {
    for source in sources.iter().filter_map(literal_text) {
        if !known.iter().any(|prefix| source.strip_prefix(prefix).is_some_and(|name| !name.is_empty())) {
            let message = format!("`{source}` is not an identity source for this authorizer");
            let known = known.iter().map(|prefix| format!("`{prefix}NAME`")).collect::<Vec<_>>().join(", ");
            model.error(authorizer, "apigatewayv2::identity-source", message, &format!("write one of {known}"));
        }
    }
}

fn check_tokens(model: &Model<'_>, authorizer: Resource<'_>, sources: &[Json]) {
    if sources.len() > 1 && sources.iter().all(Json::is_literal) {
        let message = format!("the authorizer looks for its token in {} places", sources.len());
        model.warning(
            authorizer,
            "apigatewayv2::identity-source",
            message,
            "name one: a header or a query string parameter",
        );
    }
    let issuer =
        authorizer.get_in(&["JwtConfiguration", "Issuer"]).and_then(literal_text).filter(|issuer| !issuer.is_empty());
    if let Some(issuer) = issuer.filter(|issuer| !is_https_url(issuer)) {
        let message = format!("the issuer `{issuer}` is not an https URL");
        let help = match issuer.strip_prefix("http://") {
            Some(rest) => format!("write `https://{rest}`: API Gateway reads its keys from there"),
            None => "write the URL below which `/.well-known/openid-configuration` stands".to_owned(),
        };
        model.error(authorizer, "apigatewayv2::jwt-issuer", message, &help);
    }
    let audiences = authorizer.get_in(&["JwtConfiguration", "Audience"]).and_then(Json::as_list).unwrap_or_default();
    if audiences.len() > MOST_AUDIENCES && audiences.iter().all(Json::is_literal) {
        let message =
            format!("the authorizer has {} audiences, and API Gateway takes {MOST_AUDIENCES}", audiences.len());
        model.error(authorizer, "apigatewayv2::too-many-audiences", message, "use a second authorizer for the others");
    }
}

fn is_https_url(text: &str) -> bool {
    text.strip_prefix("https://")
        .is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !rest.contains([' ', '#', '?']))
}

fn check_cache(model: &Model<'_>, authorizer: Resource<'_>) {
    let Some(Json::Int(seconds)) = authorizer.get("AuthorizerResultTtlInSeconds") else { return };
    if !(0..=3600).contains(seconds) {
        let message = format!("results cannot be kept for {seconds} seconds");
        model.refuse(authorizer, "apigatewayv2::authorizer-cache-ttl", message, "use 0 to 3600 whole seconds");
    }
    let sources = authorizer.get("IdentitySource").map(|sources| sources.as_list().map(<[Json]>::len));
    if *seconds > 0 && matches!(sources, None | Some(Some(0))) {
        let message = format!("results are kept for {seconds} seconds, but nothing says whose they are");
        let help = "name an `identity_source`, by which results are found again, or set the cache to 0";
        model.warning(authorizer, "apigatewayv2::cache-without-identity-source", message, help);
    }
}
