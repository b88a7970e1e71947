//! Parameter mappings: the grammar of keys and values, and headers that cannot be mapped.
//!
//! Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html> and, for WebSocket APIs,
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html>.

use aws_cdk_core::inspection::{entries, literal_text};

use crate::model::{Model, Resource};

const RESERVED: [&str; 18] = [
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-location",
    "forwarded",
    "keep-alive",
    "origin",
    "proxy-authenticate",
    "proxy-authorization",
    "te",
    "trailers",
    "transfer-encoding",
    "upgrade",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "via",
];
const RESERVED_PREFIXES: [&str; 4] = ["access-control-", "apigw-", "x-amz-", "x-amzn-"];

/// The roots of variables in requests and responses.
const REQUEST_VARIABLES: [&str; 6] =
    ["request.header.", "request.querystring.", "request.body", "request.path", "context.", "stageVariables."];
const RESPONSE_VARIABLES: [&str; 4] = ["response.header.", "response.body", "context.", "stageVariables."];

/// The mappings of an integration with a URL, a function or a private backend.
pub(super) fn check_http(model: &Model<'_>, integration: Resource<'_>) {
    for (key, value) in integration.entries_of("RequestParameters") {
        let help = "write `append|overwrite|remove:header.NAME`, `append|overwrite|remove:querystring.NAME` or `overwrite:path`";
        let is_key = is_named(key, "header") || is_named(key, "querystring") || key == "overwrite:path";
        check_key(model, integration, key, is_key, help);
        if let Some(text) = literal_text(value) {
            check_removal(model, integration, key, text);
            check_request_value(model, integration, key, text);
        }
    }
    for (status, mappings) in integration.entries_of("ResponseParameters") {
        check_status(model, integration, status);
        for (key, value) in response_mappings(mappings) {
            let help = "write `append|overwrite|remove:header.NAME` or `overwrite:statuscode`";
            check_key(model, integration, key, is_named(key, "header") || key == "overwrite:statuscode", help);
            if let Some(text) = literal_text(value) {
                check_removal(model, integration, key, text);
                check_value(model, integration, key, text, &RESPONSE_VARIABLES);
            }
        }
    }
}

/// Mappings of responses: a list of `Source` and `Destination`, which CloudFormation has, or an object.
fn response_mappings(mappings: &aws_cdk_core::Json) -> Vec<(&str, &aws_cdk_core::Json)> {
    use aws_cdk_core::inspection::entry;
    let Some(list) = entry(mappings, "ResponseParameters").and_then(aws_cdk_core::Json::as_list) else {
        return entries(mappings).collect();
    };
    list.iter().filter_map(|pair| Some((literal_text(entry(pair, "Destination")?)?, entry(pair, "Source")?))).collect()
}

/// `append:header.name` and the like, with a name.
fn is_named(key: &str, what: &str) -> bool {
    let Some((action, place)) = key.split_once(':') else { return false };
    let name = place.strip_prefix(what).and_then(|rest| rest.strip_prefix('.'));
    ["append", "overwrite", "remove"].contains(&action) && name.is_some_and(|name| !name.is_empty())
}

fn check_key(model: &Model<'_>, integration: Resource<'_>, key: &str, is_key: bool, help: &str) {
    if !is_key {
        let message = format!("`{key}` says neither what is mapped nor how");
        return model.error(integration, "apigatewayv2::mapping-target", message, help);
    }
    let header = key.split_once(':').map_or(key, |(_, place)| place).strip_prefix("header.");
    let Some(header) = header else { return };
    let starts_with =
        |prefix: &&str| header.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    if RESERVED.iter().any(|name| header.eq_ignore_ascii_case(name)) || RESERVED_PREFIXES.iter().any(starts_with) {
        let message = format!("the header `{header}` cannot be mapped: API Gateway reserves it");
        let help = "use a header of your own, such as `x-source`; its value may still come from the reserved one";
        model.error(integration, "apigatewayv2::reserved-header", message, help);
    }
}

/// What is removed has no value.
fn check_removal(model: &Model<'_>, integration: Resource<'_>, key: &str, value: &str) {
    if key.starts_with("remove:") && !["", "''"].contains(&value) {
        let message = format!("`{key}` has the value `{value}`, but removes");
        model.warning(integration, "apigatewayv2::mapping-value", message, "leave the value empty, or overwrite");
    }
}

/// What a value of a request's mapping may be.
pub(super) fn check_request_value(model: &Model<'_>, integration: Resource<'_>, key: &str, value: &str) {
    check_value(model, integration, key, value, &REQUEST_VARIABLES);
}

fn check_value(model: &Model<'_>, integration: Resource<'_>, key: &str, value: &str, known: &[&str]) {
    for variable in variables(value) {
        if !known.iter().any(|root| is_variable(variable, root)) {
            let message = format!("`{key}` takes its value from `${variable}`, which is no variable");
            let known =
                known.iter().map(|root| format!("`${}`", root.trim_end_matches('.'))).collect::<Vec<_>>().join(", ");
            let help = format!("variables are below {known}; other text is taken as it is, without `$`");
            model.error(integration, "apigatewayv2::mapping-value", message, &help);
        }
    }
}

/// The variable that a value is (`$request.path`), or those inside its text (`${request.path}`).
fn variables(value: &str) -> Vec<&str> {
    if let Some(rest) = value.strip_prefix('$').filter(|rest| !rest.starts_with('{')) {
        // Text such as `$5` is no attempt at a variable.
        return if rest.starts_with(|character: char| character.is_ascii_alphabetic()) {
            vec![rest]
        } else {
            Vec::new()
        };
    }
    let inside =
        |(start, _): (usize, &str)| value[start + 1..].strip_prefix('{')?.split_once('}').map(|(name, _)| name);
    value.match_indices('$').filter_map(inside).collect()
}

/// Whether a variable is of a root: with a name after one that ends with a dot, else with a path or nothing.
fn is_variable(variable: &str, root: &str) -> bool {
    match variable.strip_prefix(root) {
        Some(rest) if root.ends_with('.') => !rest.is_empty(),
        Some(rest) => rest.is_empty() || rest.starts_with(['.', '[']),
        None => false,
    }
}

fn check_status(model: &Model<'_>, integration: Resource<'_>, status: &str) {
    let is_status = status.parse::<u16>().is_ok_and(|status| (200..=599).contains(&status));
    if !is_status {
        let message = format!("`{status}` is not a status code of a response");
        model.error(integration, "apigatewayv2::mapping-target", message, "map responses by their status, 200 to 599");
    }
}

/// The mappings of an integration of a WebSocket API.
pub(super) fn check_web_socket(model: &Model<'_>, integration: Resource<'_>) {
    for (key, value) in integration.entries_of("RequestParameters") {
        let place = key.strip_prefix("integration.request.");
        let is_key = place
            .and_then(|place| place.split_once('.'))
            .is_some_and(|(place, name)| ["header", "querystring", "path"].contains(&place) && !name.is_empty());
        let help = "write `integration.request.header.NAME`, `integration.request.querystring.NAME` or `integration.request.path.NAME`";
        check_key(model, integration, key, is_key, help);
        let Some(text) = literal_text(value) else { continue };
        let is_static = text.len() >= 2 && text.starts_with('\'') && text.ends_with('\'');
        let is_known = ["route.request.", "context.", "stageVariables."].iter().any(|root| is_variable(text, root));
        if !is_static && !is_known {
            let message =
                format!("`{key}` takes its value from `{text}`, which is neither a variable nor text in quotes");
            let help = "write `route.request.…`, `context.…`, `stageVariables.…`, or text as `'text'`";
            model.error(integration, "apigatewayv2::mapping-value", message, help);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_found_in_values() {
        assert_eq!(variables("$request.header.a"), ["request.header.a"]);
        assert_eq!(variables("/x/${request.path.id}/${context.stage}"), ["request.path.id", "context.stage"]);
        assert_eq!(variables("static"), [""; 0]);
        assert_eq!(variables("$5"), [""; 0]);
    }

    #[test]
    fn variables_have_roots() {
        assert!(is_variable("request.body", "request.body"));
        assert!(is_variable("request.body.a[0]", "request.body"));
        assert!(!is_variable("request.bodyguard", "request.body"));
        assert!(!is_variable("context.", "context."));
    }
}
