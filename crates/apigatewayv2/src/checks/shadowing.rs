//! Preflight requests that are asked for authorization, which browsers never send with them.
//!
//! Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html#http-api-cors-default-route>.

use crate::model::{Api, HttpKey, Model, Route, RouteKey, Segment};

pub(super) fn check(model: &Model<'_>, api: &Api<'_>) {
    let has_cors = api.resource.is_some_and(|api| api.get("CorsConfiguration").is_some());
    if !has_cors || api.has_definition() {
        return;
    }
    let is_answer = |key: &&HttpKey<'_>| key.method == "OPTIONS";
    let answers: Vec<&HttpKey<'_>> = api
        .routes
        .iter()
        .filter(|route| route.is_public())
        .filter_map(|route| route.key.http())
        .filter(is_answer)
        .collect();
    for route in api.routes.iter().filter(|route| route.is_authorized()) {
        let is_shadowed = match &route.key {
            RouteKey::Default => {
                !answers.iter().any(|answer| matches!(answer.segments.as_slice(), [Segment::Greedy(_)]))
            }
            // A route with the method comes before `ANY` where the paths are equally exact.
            RouteKey::Http(key) => key.takes("OPTIONS") && !answers.iter().any(|answer| answer.shape == key.shape),
            RouteKey::Other => false,
        };
        if is_shadowed {
            report(model, route);
        }
    }
}

fn report(model: &Model<'_>, route: &Route<'_>) {
    let message = format!("preflight requests reach the route `{}`, whose authorizer refuses them", route.text);
    let path = match route.key.http() {
        Some(HttpKey { method: "OPTIONS", .. }) => {
            let help =
                "take the authorizer off it, or the route away: API Gateway answers preflight requests by itself";
            return model.warning(route.resource, "apigatewayv2::cors-preflight-shadowed", message, help);
        }
        Some(key) => key.path,
        None => "/{proxy+}",
    };
    let help = format!("name the methods of the route, or add a route `OPTIONS {path}` with `HttpNoneAuthorizer`");
    model.warning(route.resource, "apigatewayv2::cors-preflight-shadowed", message, &help);
}
