//! Routes that no request reaches, since others take all of theirs.
//!
//! A path with the method comes before `ANY`, text before parameters, those before greedy ones, and `$default` last. Source:
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html#http-api-develop-routes.evaluation>.

use super::model::{Api, Model, Protocol, Route};
use super::route_key::{HttpKey, RouteKey};

/// The methods that requests can have.
const METHODS: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

pub(super) fn check(model: &Model<'_>, api: &Api<'_>) {
    if api.protocol() != Some(Protocol::Http) || api.has_definition() {
        return;
    }
    let keys = || api.routes.iter().filter_map(|route| route.key.http());
    for route in &api.routes {
        let others = match &*route.key {
            RouteKey::Default => takes_everything(keys()),
            RouteKey::Http(key) if key.method == "ANY" => takes_all_methods(keys(), &key.shape()),
            _ => false,
        };
        if others {
            report(model, route);
        }
    }
}

/// Whether the root path and all others are taken, with every method.
fn takes_everything<'a>(keys: impl Iterator<Item = &'a HttpKey<'a>> + Clone) -> bool {
    let covers = |shape: &str| {
        let takes = |method: &str| keys.clone().any(|key| key.takes(method) && key.shape() == shape);
        METHODS.iter().all(|method| takes(method))
    };
    covers("") && covers("/{+}")
}

/// Whether each method has a route of its own for a path.
fn takes_all_methods<'a>(keys: impl Iterator<Item = &'a HttpKey<'a>> + Clone, shape: &str) -> bool {
    let has = |method: &str| keys.clone().any(|key| key.method == method && key.shape() == shape);
    METHODS.iter().all(|method| has(method))
}

fn report(model: &Model<'_>, route: &Route<'_>) {
    let message = format!("no request reaches the route `{}`: others take all of them", route.text);
    let help = match &*route.key {
        RouteKey::Default => "take it away, or the routes for `/` and `/{proxy+}`, which it would do the work of",
        _ => "take it away, or one of the routes for the methods of this path",
    };
    model.warning(route.resource, "apigatewayv2::unreachable-route", message, help);
}
