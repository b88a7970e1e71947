//! What the page says of an API, as plain text.

use aws_cdk_apigatewayv2::model::{self, Model, Resource, RouteKey, counted};
use aws_cdk_core::inspection::{entry, shown, target};
use aws_cdk_core::{Json, ResourceId};

/// An API.
pub(crate) struct Api {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) description: String,
    /// The path of the construct; empty for an API that exists already.
    pub(crate) construct: String,
    pub(crate) location: String,
    pub(crate) routes: Vec<Route>,
    pub(crate) stages: Vec<Stage>,
    pub(crate) domains: Vec<Domain>,
    pub(crate) authorizers: Vec<Authorizer>,
    pub(crate) limits: Vec<Limit>,
}

pub(crate) struct Route {
    pub(crate) method: String,
    pub(crate) path: String,
    /// What the route asks of a request; `None` for a public one.
    pub(crate) authorization: Option<String>,
    pub(crate) scopes: String,
    pub(crate) integration: Integration,
    pub(crate) construct: String,
    pub(crate) location: String,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Integration {
    pub(crate) kind: String,
    pub(crate) target: String,
}

pub(crate) struct Stage {
    pub(crate) name: String,
    pub(crate) deploys: String,
    pub(crate) throttle: String,
    pub(crate) logs: String,
}

pub(crate) struct Domain {
    pub(crate) name: String,
    pub(crate) key: String,
    pub(crate) stage: String,
    pub(crate) mutual_tls: bool,
}

pub(crate) struct Authorizer {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) sources: String,
}

pub(crate) struct Limit {
    pub(crate) what: &'static str,
    pub(crate) count: u64,
    pub(crate) limit: u64,
}

/// Collects what the page says of an API.
pub(crate) fn api(model: &Model<'_>, api: &model::Api<'_>) -> Api {
    let protocol = api.resource.map(|resource| text(resource, "ProtocolType")).unwrap_or_default();
    let first = api.routes.first().map(|route| route.resource);
    Api {
        name: match api.resource {
            Some(resource) => text(resource, "Name"),
            None => first.map(|route| text(route, "ApiId")).unwrap_or_default(),
        },
        kind: match protocol.as_str() {
            "HTTP" => "HTTP API",
            "WEBSOCKET" => "WebSocket API",
            _ => "API",
        },
        description: api.resource.map(|resource| text(resource, "Description")).unwrap_or_default(),
        construct: api.resource.map(|resource| resource.construct().path()).unwrap_or_default(),
        location: api.resource.map(|resource| resource.location().to_string()).unwrap_or_default(),
        routes: api.routes.iter().map(|route| self::route(model, route)).collect(),
        stages: api.stages.iter().map(|stage| self::stage(stage)).collect(),
        domains: domains(model, api),
        authorizers: api.authorizers.iter().map(|authorizer| self::authorizer(authorizer)).collect(),
        limits: limits(model, api),
    }
}

fn text(resource: Resource<'_>, name: &str) -> String {
    resource.get(name).map(shown).unwrap_or_default()
}

fn route(model: &Model<'_>, route: &model::Route<'_>) -> Route {
    let (method, path) = match &route.key {
        RouteKey::Http(key) => (key.method.to_owned(), key.path.to_owned()),
        _ => (String::new(), route.text.to_owned()),
    };
    Route {
        method,
        path,
        authorization: (!route.is_public()).then(|| authorization(model, route.resource)),
        scopes: text(route.resource, "AuthorizationScopes"),
        integration: route.integration.map_or_else(nothing, integration),
        construct: route.resource.construct().path(),
        location: route.resource.location().to_string(),
    }
}

fn authorization(model: &Model<'_>, route: Resource<'_>) -> String {
    let kind = kind_of_authorization(&text(route, "AuthorizationType"));
    let authorizer = route.reference("AuthorizerId").and_then(|id| model.inspection.resource(id));
    match authorizer.map(|authorizer| text(authorizer, "Name")).filter(|name| !name.is_empty()) {
        Some(name) => format!("{kind}: {name}"),
        None => kind,
    }
}

fn kind_of_authorization(kind: &str) -> String {
    match kind {
        "CUSTOM" | "REQUEST" => "Lambda".to_owned(),
        "AWS_IAM" => "IAM".to_owned(),
        other => other.to_owned(),
    }
}

fn nothing() -> Integration {
    Integration { kind: "nothing".to_owned(), target: String::new() }
}

fn integration(integration: Resource<'_>) -> Integration {
    let (kind, subtype) = (text(integration, "IntegrationType"), text(integration, "IntegrationSubtype"));
    let uri = text(integration, "IntegrationUri");
    let is_private = integration.text("ConnectionType") == Some("VPC_LINK");
    let is_function = kind == "AWS_PROXY" && subtype.is_empty();
    let kind = match kind.as_str() {
        _ if !subtype.is_empty() => subtype,
        _ if is_function => "Lambda".to_owned(),
        _ if is_private => "private".to_owned(),
        "HTTP_PROXY" | "HTTP" => "URL".to_owned(),
        "MOCK" => "mock".to_owned(),
        other => other.to_owned(),
    };
    // Of the long URI of a function, what matters is the function.
    let target = if is_function { function(&uri) } else { uri };
    Integration { kind, target }
}

/// The construct in braces in the URI of a function, else the URI.
fn function(uri: &str) -> String {
    let constructs = uri.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    let last = constructs.filter(|name| name.contains('/')).last();
    let name = last.map(|name| name.trim_end_matches(".Arn").trim_end_matches("/Resource"));
    name.map_or_else(|| uri.to_owned(), str::to_owned)
}

fn stage(stage: Resource<'_>) -> Stage {
    let deploys = match stage.get("AutoDeploy") {
        Some(Json::Bool(true)) => "changes, at once".to_owned(),
        Some(Json::Bool(false)) | None => "nothing by itself".to_owned(),
        Some(token) => shown(token),
    };
    let settings = stage.get("DefaultRouteSettings");
    let setting = |name: &str| settings.and_then(|settings| entry(settings, name)).map(shown);
    let throttle = match (setting("ThrottlingRateLimit"), setting("ThrottlingBurstLimit")) {
        (None, None) => String::new(),
        (rate, burst) => {
            let part = |value: Option<String>, what: &str| value.map(|value| format!("{value} {what}"));
            let parts = [part(rate, "a second"), part(burst, "at once")];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
    };
    let logs = stage.get_in(&["AccessLogSettings", "DestinationArn"]).map(shown).unwrap_or_default();
    Stage { name: text(stage, "StageName"), deploys, throttle, logs }
}

fn domains(model: &Model<'_>, api: &model::Api<'_>) -> Vec<Domain> {
    let Some(resource) = api.resource else { return Vec::new() };
    let mappings = model.inspection.resources("AWS::ApiGatewayV2::ApiMapping");
    let of_api = mappings.filter(|mapping| mapping.reference("ApiId") == Some(resource.id()));
    let domain = |mapping: Resource<'_>| {
        let made = mapping.get("DomainName").and_then(target).and_then(|id| model.inspection.resource(id));
        Domain {
            name: made.map_or_else(|| text(mapping, "DomainName"), |domain| text(domain, "DomainName")),
            key: text(mapping, "ApiMappingKey"),
            stage: stage_name(model, mapping),
            mutual_tls: made.is_some_and(|domain| domain.get("MutualTlsAuthentication").is_some()),
        }
    };
    of_api.map(domain).collect()
}

fn stage_name(model: &Model<'_>, mapping: Resource<'_>) -> String {
    let stage: Option<ResourceId> = mapping.reference("Stage");
    let made = stage.and_then(|id| model.inspection.resource(id));
    made.map_or_else(|| text(mapping, "Stage"), |stage| text(stage, "StageName"))
}

fn authorizer(authorizer: Resource<'_>) -> Authorizer {
    Authorizer {
        name: text(authorizer, "Name"),
        kind: kind_of_authorization(&text(authorizer, "AuthorizerType")),
        sources: text(authorizer, "IdentitySource"),
    }
}

fn limits(model: &Model<'_>, api: &model::Api<'_>) -> Vec<Limit> {
    let Some(resource) = api.resource else { return Vec::new() };
    let limit = |(quota, ids): (&'static aws_cdk_core::Quota, Vec<ResourceId>)| Limit {
        what: quota.what,
        count: ids.len() as u64,
        limit: model.inspection.limit(resource, quota),
    };
    counted(api).into_iter().map(limit).collect()
}
