//! The page: one HTML file.

use aws_cdk_core::Quota;

use crate::diagram;
use crate::escape::escape;
use crate::facts::{Api, Limit, Route};

const STYLE: &str = include_str!("page.css");
pub(crate) const SCRIPT: &str = include_str!("page.js");

/// The hash of [`SCRIPT`], which is all that browsers run; a test holds it to the file.
pub(crate) const SCRIPT_HASH: &str = "sha256-03o+uZWirswAirPrHec3AZUb3yxpiDFxfbgvX4MWuQg=";

/// The page of all APIs.
pub(crate) fn page(apis: &[Api]) -> String {
    let mut html = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += "<meta name=\"color-scheme\" content=\"light dark\">\n";
    html += &format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src \
         '{SCRIPT_HASH}'\">\n"
    );
    html += "<title>APIs</title>\n<style>\n";
    html += STYLE;
    html += "</style>\n</head>\n<body>\n<header>\n<h1>APIs</h1>\n";
    html += "<label class=\"filter\">Filter routes <input id=\"filter\" type=\"search\" placeholder=\"method, path, function …\" \
             autocomplete=\"off\"></label>\n<p id=\"count\" role=\"status\"></p>\n</header>\n<main>\n";
    if apis.is_empty() {
        html += "<p class=\"empty\">The app has no APIs.</p>\n";
    }
    for api in apis {
        html += &section(api);
    }
    html += "</main>\n<script>";
    html += SCRIPT;
    html += "</script>\n</body>\n</html>\n";
    html
}

fn section(api: &Api) -> String {
    let mut html = format!("<section class=\"api\">\n<h2>{} <small>{}</small></h2>\n", escape(&api.name), api.kind);
    if !api.description.is_empty() {
        html += &format!("<p>{}</p>\n", escape(&api.description));
    }
    if api.construct.is_empty() {
        html += "<p class=\"made\">exists already</p>\n";
    } else {
        html += &format!("<p class=\"made\">{} · {}</p>\n", escape(&api.construct), escape(&api.location));
    }
    html += &limits(&api.limits);
    html += &diagram::diagram(api);
    html += &routes(&api.routes);
    let rows =
        api.stages.iter().map(|stage| [&stage.name, &stage.deploys, &stage.throttle, &stage.logs].map(String::as_str));
    html += &table("Stages", ["Stage", "Deploys", "Takes", "Access logs"], rows.collect());
    let rows = api.domains.iter().map(|domain| {
        let mutual_tls = if domain.mutual_tls { "yes" } else { "" };
        [domain.name.as_str(), domain.key.as_str(), domain.stage.as_str(), mutual_tls]
    });
    html += &table("Domain names", ["Domain name", "Path", "Stage", "Mutual TLS"], rows.collect());
    let rows = api.authorizers.iter().map(|it| [&it.name, &it.kind, &it.sources].map(String::as_str));
    html += &table("Authorizers", ["Authorizer", "Kind", "Identity from"], rows.collect());
    html + "</section>\n"
}

fn limits(limits: &[Limit]) -> String {
    let mut html = String::from("<dl class=\"limits\">\n");
    for Limit { what, count, limit } in limits {
        let (of, bar) = match limit {
            // Context took the limit away.
            0 => (String::new(), String::new()),
            limit => {
                let level = if count > limit {
                    "over"
                } else if Quota::is_nearly_used(*count, *limit) {
                    "near"
                } else {
                    "fine"
                };
                let meter = format!("<meter class=\"{level}\" min=\"0\" max=\"{limit}\" value=\"{count}\"></meter>");
                (format!(" of {limit}"), meter)
            }
        };
        html += &format!("<div><dt>{what}</dt><dd>{count}{of} {bar}</dd></div>\n");
    }
    html + "</dl>\n"
}

fn routes(routes: &[Route]) -> String {
    if routes.is_empty() {
        return "<p class=\"empty\">no routes</p>\n".to_owned();
    }
    let mut html = String::from(
        "<table class=\"routes\">\n<caption>Routes</caption>\n<thead><tr><th>Method</th><th>Path</th><th>Authorization</th>\
         <th>Integration</th><th>Made by</th></tr></thead>\n<tbody>\n",
    );
    for route in routes {
        let authorization = match &route.authorization {
            Some(kind) => format!("<span class=\"guard\">{}</span>", escape(kind)),
            None => "<span class=\"public\">public</span>".to_owned(),
        };
        let scopes = match route.scopes.as_str() {
            "" => String::new(),
            scopes => format!(" <small>{}</small>", escape(scopes)),
        };
        html += &format!(
            "<tr><td><b class=\"method {}\">{}</b></td><td><code>{}</code></td><td>{authorization}{scopes}</td>\
             <td>{} <code>{}</code></td><td><small>{}<br>{}</small></td></tr>\n",
            method_class(&route.method),
            escape(&route.method),
            escape(&route.path),
            escape(&route.integration.kind),
            escape(&route.integration.target),
            escape(&route.construct),
            escape(&route.location),
        );
    }
    html + "</tbody>\n</table>\n"
}

/// A class of the style sheet, never text of a user.
fn method_class(method: &str) -> &'static str {
    match method {
        "GET" | "HEAD" => "reads",
        "POST" | "PUT" | "PATCH" => "writes",
        "DELETE" => "deletes",
        _ => "other",
    }
}

fn table<const N: usize>(caption: &str, heads: [&str; N], rows: Vec<[&str; N]>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let mut html = format!("<table>\n<caption>{caption}</caption>\n<thead><tr>");
    for head in heads {
        html += &format!("<th>{head}</th>");
    }
    html += "</tr></thead>\n<tbody>\n";
    for row in rows {
        html += "<tr>";
        for cell in row {
            html += &format!("<td>{}</td>", escape(cell));
        }
        html += "</tr>\n";
    }
    html + "</tbody>\n</table>\n"
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn browsers_run_the_script_of_the_page_alone() {
        assert_eq!(SCRIPT_HASH, format!("sha256-{}", STANDARD.encode(Sha256::digest(SCRIPT))));
    }
}
