//! Routes that no request reaches, since others take all of theirs.
//!
//! A path with the method comes before `ANY`, text before parameters, those before greedy ones, and `$default` last. Source:
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html#http-api-develop-routes.evaluation>.

use aws_cdk_core::ordered_map::OrderedMap;

use crate::model::{Api, Model, Protocol, Route, RouteKey};

/// The methods that requests can have.
const METHODS: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
/// The bit of `ANY`, behind those of [`METHODS`].
const ANY: u8 = 1 << 7;

pub(super) fn check(model: &Model<'_>, api: &Api<'_>) {
    if api.protocol() != Some(Protocol::Http) || api.has_definition() {
        return;
    }
    let may_be_unreachable = |route: &Route<'_>| match &route.key {
        RouteKey::Default => true,
        RouteKey::Http(key) => key.method == "ANY",
        RouteKey::Other => false,
    };
    if !api.routes.iter().any(may_be_unreachable) {
        return;
    }
    // For each shape of a path, a bit for each method with a route of its own, and one for `ANY`.
    let mut taken: OrderedMap<&str, u8> = OrderedMap::new();
    for key in api.routes.iter().filter_map(|route| route.key.http()) {
        let position = METHODS.iter().position(|method| *method == key.method);
        let bit = position.map_or(if key.method == "ANY" { ANY } else { 0 }, |position| 1 << position);
        *taken.get_or_insert_with(&key.shape, || 0) |= bit;
    }
    let each_has_a_route = |shape: &str| taken.get(shape).is_some_and(|taken| taken | ANY == u8::MAX);
    let all_are_taken = |shape: &str| taken.get(shape).is_some_and(|taken| taken & ANY != 0) || each_has_a_route(shape);
    for route in &api.routes {
        let others_take_all = match &route.key {
            RouteKey::Default => all_are_taken("") && all_are_taken("/{+}"),
            RouteKey::Http(key) => key.method == "ANY" && each_has_a_route(&key.shape),
            RouteKey::Other => false,
        };
        if others_take_all {
            report(model, route);
        }
    }
}

fn report(model: &Model<'_>, route: &Route<'_>) {
    let message = format!("no request reaches the route `{}`: others take all of them", route.text);
    let help = match &route.key {
        RouteKey::Default => "take it away, or the routes for `/` and `/{proxy+}`, which it would do the work of",
        _ => "take it away, or one of the routes for the methods of this path",
    };
    model.warning(route.resource, "apigatewayv2::unreachable-route", message, help);
}
