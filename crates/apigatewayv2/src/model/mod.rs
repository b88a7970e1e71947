//! The APIs of an app with what belongs to each, from L1 resources: what checks and the page of APIs look at.
//!
//! Not for users: what stands here may change with any version.

use aws_cdk_core::ordered_map::OrderedMap;

use aws_cdk_core::inspection::{first_target, literal_text, target};
use aws_cdk_core::{InspectedResource, Inspection, Json, ResourceId};

mod route_key;

pub use crate::checks::counted;
pub use route_key::{HttpKey, RouteKey, Segment};

/// A resource, for as long as an inspection lasts.
pub type Resource<'i> = &'i InspectedResource<'i>;

/// The kind of an API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    Http,
    WebSocket,
}

/// By what a resource is known to others: those made here come first, in the order in which they were made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// One that is made here.
    Made(ResourceId),
    /// One that exists already, by its name or id.
    Named(String),
}

impl Known {
    /// What a property refers to, if that is known.
    pub fn of(value: &Json) -> Option<Self> {
        target(value).map(Known::Made).or_else(|| Some(Known::Named(literal_text(value)?.to_owned())))
    }
}

/// An API. Of one that exists already, the stack counts: another may be of another account, where the id is of another API.
type ApiKey = (Known, Option<ResourceId>);

/// An API with what belongs to it.
#[derive(Default)]
pub struct Api<'i> {
    /// Nothing for one that exists already.
    pub resource: Option<Resource<'i>>,
    pub routes: Vec<Route<'i>>,
    pub integrations: Vec<Resource<'i>>,
    pub authorizers: Vec<Resource<'i>>,
    pub stages: Vec<Resource<'i>>,
    pub deployments: Vec<Resource<'i>>,
}

/// A route whose key is known.
pub struct Route<'i> {
    pub resource: Resource<'i>,
    /// The key as it is written.
    pub text: &'i str,
    pub key: RouteKey<'i>,
    pub integration: Option<Resource<'i>>,
}

impl Route<'_> {
    /// Whether it is certain that anybody may call the route.
    pub fn is_public(&self) -> bool {
        self.resource.get("AuthorizationType").is_none_or(|kind| literal_text(kind) == Some("NONE"))
    }

    /// Whether it is certain that some must not call the route.
    pub fn is_authorized(&self) -> bool {
        self.resource.text("AuthorizationType").is_some_and(|kind| kind != "NONE")
    }
}

impl Api<'_> {
    /// The kind, if it is known.
    pub fn protocol(&self) -> Option<Protocol> {
        match self.resource?.text("ProtocolType") {
            Some("HTTP") => Some(Protocol::Http),
            Some("WEBSOCKET") => Some(Protocol::WebSocket),
            _ => None,
        }
    }

    /// Whether the API may have an OpenAPI document, which can define anything that is missed elsewhere.
    pub fn has_definition(&self) -> bool {
        self.resource.is_some_and(|api| api.get("Body").is_some() || api.get("BodyS3Location").is_some())
    }
}

/// All that belongs to API Gateway in an app.
pub struct Model<'i> {
    pub inspection: &'i Inspection<'i>,
    apis: OrderedMap<ApiKey, Api<'i>>,
}

impl<'i> Model<'i> {
    pub fn new(inspection: &'i Inspection<'i>) -> Self {
        let mut model = Self { inspection, apis: OrderedMap::new() };
        for api in inspection.resources("AWS::ApiGatewayV2::Api") {
            model.api_mut((Known::Made(api.id()), None)).resource = Some(api);
        }
        for resource in inspection.resources("AWS::ApiGatewayV2::Integration") {
            model.add(resource, |api| api.integrations.push(resource));
        }
        for resource in inspection.resources("AWS::ApiGatewayV2::Authorizer") {
            model.add(resource, |api| api.authorizers.push(resource));
        }
        for resource in inspection.resources("AWS::ApiGatewayV2::Stage") {
            model.add(resource, |api| api.stages.push(resource));
        }
        for resource in inspection.resources("AWS::ApiGatewayV2::Deployment") {
            model.add(resource, |api| api.deployments.push(resource));
        }
        for resource in inspection.resources("AWS::ApiGatewayV2::Route") {
            let Some(text) = resource.text("RouteKey") else { continue };
            let integration = resource.get("Target").and_then(first_target);
            let integration = integration.and_then(|id| inspection.resource(id));
            let key = RouteKey::parse(text);
            model.add(resource, |api| api.routes.push(Route { resource, text, key, integration }));
        }
        model.apis.sort_keys();
        model
    }

    fn api_mut(&mut self, key: ApiKey) -> &mut Api<'i> {
        self.apis.get_or_insert_with(key, Api::default)
    }

    /// Adds what belongs to an API, if that is known.
    fn add(&mut self, resource: Resource<'i>, add: impl FnOnce(&mut Api<'i>)) {
        let Some(api) = resource.get("ApiId").and_then(Known::of) else { return };
        let stack = if matches!(api, Known::Named(_)) { resource.stack() } else { None };
        add(self.api_mut((api, stack)));
    }

    /// The APIs, those made here first, in the order in which they were made.
    pub fn apis(&self) -> impl Iterator<Item = &Api<'i>> {
        self.apis.values()
    }

    /// The API of a resource that names one by a reference.
    pub fn api_of(&self, resource: Resource<'_>) -> Option<&Api<'i>> {
        self.apis.get(&(Known::Made(resource.reference("ApiId")?), None))
    }
}
