//! Routes: their keys, keys that stand twice, and parameters that no path has.
//!
//! Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html> and
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html>.

use aws_cdk_core::ordered_map::OrderedMap;

use aws_cdk_core::Severity;
use aws_cdk_core::inspection::literal_text;

use super::report::place;
use crate::model::{Api, HttpKey, Model, Protocol, Resource, Route, RouteKey, Segment};

const METHODS: [&str; 8] = ["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

pub(super) fn check(model: &Model<'_>, api: &Api<'_>) {
    let protocol = api.protocol();
    // Equal keys have equal shapes; what is no key of an HTTP API is its own shape.
    let mut by_shape: OrderedMap<(&str, &str), (&str, Resource<'_>)> = OrderedMap::new();
    for route in &api.routes {
        check_key(model, protocol, route);
        let shape = route.key.http().map_or(("", route.text), |key| (key.method, key.shape.as_str()));
        if let Some((other, first)) = by_shape.insert(shape, (route.text, route.resource)) {
            report_twice(model, route, other, first);
        }
        if let Some(key) = route.key.http() {
            check_parameters(model, route, key);
        }
    }
}

/// Says that two routes take the same requests.
fn report_twice(model: &Model<'_>, route: &Route<'_>, other: &str, first: Resource<'_>) {
    let note = format!("the first one is {}", place(first));
    let (severity, code, message, help) = if other == route.text {
        let message = format!("the API has two routes with the key `{other}`");
        let help = "give one of them another key, or take it away";
        (Severity::Error, "apigatewayv2::duplicate-route", message, help)
    } else {
        let message = format!("the routes `{other}` and `{}` take the same requests", route.text);
        let help = "name their parameters alike and have one route, or give them different paths";
        (Severity::Warning, "apigatewayv2::ambiguous-routes", message, help)
    };
    model.report(route.resource, severity, code, message, help, &[note]);
}

fn check_key(model: &Model<'_>, protocol: Option<Protocol>, route: &Route<'_>) {
    let Route { resource, text, key, .. } = route;
    match (protocol, key) {
        (Some(Protocol::WebSocket), _) => check_web_socket_key(model, resource, text),
        (_, RouteKey::Default) => {}
        (_, RouteKey::Http(key)) => check_path(model, resource, key),
        (Some(Protocol::Http), RouteKey::Other) => match text.split_once(' ') {
            Some((method, path)) if METHODS.contains(&method) && !path.starts_with(['/', ' ']) => {
                report_slashes(model, resource, path);
            }
            _ => report_key(model, resource, text),
        },
        // The API is not known, so this may be the key of a WebSocket API.
        (None, RouteKey::Other) => {}
    }
}

fn report_key(model: &Model<'_>, resource: Resource<'_>, text: &str) {
    let methods = METHODS.map(|method| format!("`{method}`")).join(", ");
    let help = format!("write `$default`, or a method and a path such as `GET /books`; the methods are {methods}");
    model.error(resource, "apigatewayv2::route-key", format!("`{text}` is not a route key of an HTTP API"), &help);
}

fn report_slashes(model: &Model<'_>, resource: Resource<'_>, path: &str) {
    let message = format!("the route path `{path}` does not start with a slash, or ends with one");
    model.refuse(resource, "apigatewayv2::route-path", message, &format!("write `/{}`", path.trim_matches('/')));
}

fn check_path(model: &Model<'_>, resource: Resource<'_>, key: &HttpKey<'_>) {
    let HttpKey { method, path, segments, .. } = key;
    if !METHODS.contains(method) {
        report_key(model, resource, &format!("{method} {path}"));
    }
    if path.len() > 1 && path.ends_with('/') {
        report_slashes(model, resource, path);
    }
    // No text has more characters than bytes.
    let length = if path.len() > 1000 { path.encode_utf16().count() } else { 0 };
    if length > 1000 {
        let message = format!("the route path has {length} characters");
        model.refuse(resource, "apigatewayv2::route-path", message, "use up to 1,000 characters");
    }
    let mut names = Vec::new();
    for (index, segment) in segments.iter().enumerate() {
        match segment {
            Segment::Text(text) if text.contains(['{', '}']) => report_parameter(model, resource, text),
            Segment::Parameter(name) | Segment::Greedy(name) if name.is_empty() || name.contains(['{', '}', '+']) => {
                report_parameter(model, resource, &format!("{{{name}}}"));
            }
            Segment::Greedy(name) if index + 1 < segments.len() => {
                let message = format!("the greedy parameter `{{{name}+}}` is not at the end of the path `{path}`");
                let help = format!("move it to the end, or write `{{{name}}}`, which takes one part of a path");
                model.error(resource, "apigatewayv2::greedy-parameter", message, &help);
            }
            Segment::Parameter(name) | Segment::Greedy(name) if names.contains(name) => {
                let message = format!("the path `{path}` has two parameters `{name}`");
                model.warning(resource, "apigatewayv2::path-parameter", message, "give one of them another name");
            }
            Segment::Parameter(name) | Segment::Greedy(name) => names.push(*name),
            Segment::Text(_) => {}
        }
    }
}

fn report_parameter(model: &Model<'_>, resource: Resource<'_>, text: &str) {
    let message = format!("`{text}` is neither text nor a path parameter");
    let help = "write a parameter as `{name}`, or `{name+}` for the rest of the path, between two slashes";
    model.warning(resource, "apigatewayv2::path-parameter", message, help);
}

fn check_web_socket_key(model: &Model<'_>, resource: Resource<'_>, text: &str) {
    let is_reserved = text.starts_with('$') && !["$connect", "$disconnect", "$default"].contains(&text);
    let has_method =
        text.split_once(' ').is_some_and(|(method, path)| METHODS.contains(&method) && path.starts_with('/'));
    if is_reserved || has_method {
        let message = format!("`{text}` is an odd route key for a WebSocket API");
        let help =
            "write `$connect`, `$disconnect`, `$default`, or what the route selection expression finds in messages";
        model.warning(resource, "apigatewayv2::websocket-route-key", message, help);
    }
}

/// Parameters that the integration takes from the path must be there.
fn check_parameters(model: &Model<'_>, route: &Route<'_>, key: &HttpKey<'_>) {
    let Some(integration) = route.integration else { return };
    let has = |name: &str| key.parameters().any(|known| known == name);
    let parameters = || {
        let known: Vec<String> = key.parameters().map(|name| format!("`{{{name}}}`")).collect();
        if known.is_empty() { "it has no parameters".to_owned() } else { format!("it has {}", known.join(", ")) }
    };
    let mut told = Vec::new();
    for (name, value) in integration.entries_of("RequestParameters") {
        let Some(value) = literal_text(value) else { continue };
        for parameter in path_parameters(value).filter(|name| !has(name)) {
            if told.contains(&parameter) {
                continue;
            }
            told.push(parameter);
            let message = format!(
                "`{name}` is mapped from the path parameter `{parameter}`, which the route `{}` does not have",
                route.text
            );
            let help = format!("write `{{{parameter}}}` in the path ({}), or map another value", parameters());
            model.warning(route.resource, "apigatewayv2::unknown-path-parameter", message, &help);
        }
    }
    let Some(url) = integration.text("IntegrationUri").filter(|url| url.contains('{')) else { return };
    if integration.text("IntegrationType") != Some("HTTP_PROXY") {
        return;
    }
    for variable in url_variables(url).filter(|name| !has(name)) {
        let message = format!(
            "the URL `{url}` has the variable `{{{variable}}}`, which the route `{}` does not have",
            route.text
        );
        let help = format!("write `{{{variable}}}` in the path too ({}), or take it out of the URL", parameters());
        model.warning(route.resource, "apigatewayv2::url-variable", message, &help);
    }
}

/// The names in `$request.path.name` and `${request.path.name}`.
fn path_parameters(value: &str) -> impl Iterator<Item = &str> {
    value.match_indices('$').filter_map(move |(start, _)| {
        let variable = &value[start + 1..];
        let name = variable.strip_prefix('{').unwrap_or(variable).strip_prefix("request.path.")?;
        let end = name.find(|character: char| !(character.is_alphanumeric() || "_-".contains(character)));
        Some(&name[..end.unwrap_or(name.len())]).filter(|name| !name.is_empty())
    })
}

/// The names in `{name}`, stage variables (`${stageVariables.name}`) aside.
fn url_variables(url: &str) -> impl Iterator<Item = &str> {
    url.match_indices('{').filter_map(|(start, _)| {
        let (name, _) = url[start + 1..].split_once('}')?;
        (!url[..start].ends_with('$') && !name.is_empty()).then(|| name.trim_end_matches('+'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_found() {
        let mapped = |value| path_parameters(value).collect::<Vec<_>>();
        assert_eq!(mapped("$request.path.id"), ["id"]);
        assert_eq!(mapped("/x/${request.path.id}/${request.path.page-no}"), ["id", "page-no"]);
        assert_eq!(mapped("$request.path"), [""; 0]);
        assert_eq!(mapped("$request.header.id"), [""; 0]);
        let url = |url| url_variables(url).collect::<Vec<_>>();
        assert_eq!(url("https://a.test/{id}/{rest+}"), ["id", "rest"]);
        assert_eq!(url("https://${stageVariables.host}/{id}"), ["id"]);
        assert_eq!(url("https://a.test/{open"), [""; 0]);
    }
}
