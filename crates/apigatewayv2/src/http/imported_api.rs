//! HTTP APIs that exist.
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpApi, HttpApiAttributes, HttpStage, IApi};
//! use aws_cdk_core::{App, CfnOutput, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let attributes = HttpApiAttributes::new("abc123").api_endpoint("https://books.example.com");
//! let api = HttpApi::from_http_api_attributes(&stack, "Api", attributes);
//! HttpStage::builder(&stack, "Beta", &api).stage_name("beta").build();
//! CfnOutput::new(&stack, "Endpoint", api.api_endpoint());
//! ```

use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Value};

use super::api::{HttpApi, IHttpApi};
use crate::common::IApi;

/// What is known of an HTTP API that exists.
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpApiAttributes {
    http_api_id: Value<String>,
    api_endpoint: Option<Value<String>>,
}

impl HttpApiAttributes {
    /// The id of the API.
    pub fn new(http_api_id: impl Into<Value<String>>) -> Self {
        Self { http_api_id: http_api_id.into(), api_endpoint: None }
    }

    /// The endpoint, a URL. Default: not known.
    pub fn api_endpoint(mut self, value: impl Into<Value<String>>) -> Self {
        self.api_endpoint = Some(value.into());
        self
    }
}

/// An HTTP API that exists already: routes and stages can be added to it.
#[derive(Clone, Debug)]
pub struct ImportedHttpApi {
    construct: Construct,
    attributes: HttpApiAttributes,
}

impl IConstruct for ImportedHttpApi {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IApi for ImportedHttpApi {
    fn api_id(&self) -> Value<String> {
        self.attributes.http_api_id.clone()
    }

    #[track_caller]
    fn api_endpoint(&self) -> Value<String> {
        if let Some(endpoint) = &self.attributes.api_endpoint {
            return endpoint.clone();
        }
        self.node().report(
            Diagnostic::error("apigatewayv2::no-api-endpoint", "the endpoint of the imported API is not known")
                .help("import the API with its `api_endpoint`"),
        );
        "".into()
    }
}

impl IHttpApi for ImportedHttpApi {}

impl HttpApi {
    /// An API that exists.
    #[track_caller]
    pub fn from_http_api_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: HttpApiAttributes,
    ) -> ImportedHttpApi {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-apigatewayv2.HttpApi");
        ImportedHttpApi { construct, attributes }
    }
}
