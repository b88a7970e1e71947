//! Who may call the routes of an API: routes that are public by mistake, and scopes that nobody asks for.

use std::rc::Rc;

use aws_cdk_core::inspection::literal_text;
use aws_cdk_core::{IConstruct, Json, Severity};

use crate::model::{Api, Model, Protocol, Resource, Route};

/// Kept with a route whose user said that anybody may call it.
struct PublicOnPurpose;

/// Kept with a route whose user named its scopes: an API's default scopes stand on routes without an authorizer too.
struct OwnScopes;

/// How many routes a message names.
const SHOWN: usize = 10;

/// The most scopes of a route. <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html>.
const MOST_SCOPES: usize = 10;

pub(super) fn check(model: &Model<'_>, api: &Api<'_>) {
    match api.protocol() {
        Some(Protocol::WebSocket) => api.routes.iter().for_each(|route| check_web_socket_route(model, route)),
        _ => {
            check_public_routes(model, api);
            api.routes.iter().for_each(|route| check_scopes(model, route));
        }
    }
}

/// Where an API has a default authorizer, a route that did not pass by it is public, since it was made for an import of the API or as
/// an L1 construct.
fn check_public_routes(model: &Model<'_>, api: &Api<'_>) {
    let Some(resource) = api.resource else { return };
    let has_default = crate::HttpApi::from_construct(&resource.construct())
        .is_some_and(|api| crate::IHttpApi::default_authorizer(&api).is_some());
    if !has_default || !api.routes.iter().any(Route::is_authorized) {
        return;
    }
    let public: Vec<&Route<'_>> = api.routes.iter().filter(|route| route.is_public() && !on_purpose(route)).collect();
    if public.is_empty() {
        return;
    }
    let mut notes: Vec<String> = public
        .iter()
        .take(SHOWN)
        .map(|route| format!("`{}`, made at {}", route.text, route.resource.location()))
        .collect();
    if public.len() > SHOWN {
        notes.push(format!("and {} more", public.len() - SHOWN));
    }
    let message = match public.len() {
        1 => "anybody may call a route of the API, although it has a default authorizer".to_owned(),
        count => format!("anybody may call {count} routes of the API, although it has a default authorizer"),
    };
    let help = "authorize them too, or say with `HttpNoneAuthorizer` that they are public";
    model.report(resource, Severity::Warning, "apigatewayv2::public-routes", message, help, &notes);
}

fn on_purpose(route: &Route<'_>) -> bool {
    route.resource.construct().state::<PublicOnPurpose>().is_some()
}

/// Says of a route that it is public because its user wanted that.
pub(crate) fn mark_public_on_purpose(route: &impl IConstruct) {
    route.node().set_state(Rc::new(PublicOnPurpose));
}

/// Says of a route that its user named its scopes.
pub(crate) fn mark_own_scopes(route: &impl IConstruct) {
    route.node().set_state(Rc::new(OwnScopes));
}

/// Scopes are of tokens, which only authorizers of the kind JWT read.
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html>.
fn check_scopes(model: &Model<'_>, route: &Route<'_>) {
    let scopes = route.resource.get("AuthorizationScopes").and_then(Json::as_list).unwrap_or_default();
    if scopes.len() > MOST_SCOPES && scopes.iter().all(Json::is_literal) {
        let message = format!("the route has {} scopes, and API Gateway takes {MOST_SCOPES}", scopes.len());
        let help = "a token needs only one of them: leave out those that others include";
        model.error(route.resource, "apigatewayv2::too-many-scopes", message, help);
    }
    if scopes.is_empty() {
        return;
    }
    let construct = route.resource.construct();
    let are_own = construct == route.resource.node() || construct.state::<OwnScopes>().is_some();
    let kind = route.resource.get("AuthorizationType").map_or(Some("NONE"), literal_text);
    let ignores = kind.filter(|kind| *kind != "JWT" && (are_own || !["NONE", "AWS_IAM"].contains(kind)));
    if let Some(kind) = ignores {
        let message =
            format!("the route `{}` has scopes, which its authorization by {kind} does not look at", route.text);
        let help = "leave the scopes out, or authorize the route with a JWT or user pool authorizer";
        model.warning(route.resource, "apigatewayv2::scopes-without-jwt", message, help);
    }
}

/// A connection is authorized when it is opened.
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html>.
fn check_web_socket_route(model: &Model<'_>, route: &Route<'_>) {
    if route.is_authorized() && route.text != "$connect" {
        report_authorizer(model, route.resource, route.text);
    }
}

fn report_authorizer(model: &Model<'_>, resource: Resource<'_>, key: &str) {
    let message = format!("the route `{key}` has an authorizer, which only `$connect` can have");
    let help = "give the authorizer to the route `$connect`: with `connect_route_options` of the API";
    model.refuse(resource, "apigatewayv2::websocket-authorizer-route", message, help);
}
