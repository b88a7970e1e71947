//! Routes that no request reaches, since others take all of theirs.
//!
//! A path with the method comes before `ANY`, text before parameters, those before greedy ones, and `$default` last. Source:
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html#http-api-develop-routes.evaluation>.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Api, Model, Protocol, Route, RouteKey};

/// The methods that requests can have.
const METHODS: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

pub(super) fn check(model: &Model<'_>, api: &Api<'_>) {
    if api.protocol() != Some(Protocol::Http) || api.has_definition() {
        return;
    }
    let mut methods: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for key in api.routes.iter().filter_map(|route| route.key.http()) {
        methods.entry(&key.shape).or_default().insert(key.method);
    }
    let each_has_a_route =
        |shape: &str| methods.get(shape).is_some_and(|methods| METHODS.iter().all(|method| methods.contains(method)));
    let all_are_taken =
        |shape: &str| methods.get(shape).is_some_and(|methods| methods.contains("ANY")) || each_has_a_route(shape);
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
