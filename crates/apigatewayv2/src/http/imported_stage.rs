//! Stages of HTTP APIs that exist.
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpApi, HttpApiAttributes, HttpStage, HttpStageAttributes, IStage};
//! # use aws_cdk_core::{App, Stack};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! let api = HttpApi::from_http_api_attributes(&stack, "Api", HttpApiAttributes::new("abc123"));
//! let live = HttpStage::from_http_stage_attributes(&stack, "Live", HttpStageAttributes::new(&api, "live"));
//! assert_eq!(live.stage_name().as_literal(), Some("live"));
//! ```

use std::rc::Rc;

use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Value};

use super::api::IHttpApi;
use super::stage::{HttpStage, IHttpStage};
use crate::common::{IApi, IStage};

/// What is known of a stage that exists.
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpStageAttributes {
    api: Rc<dyn IHttpApi>,
    stage_name: Value<String>,
}

impl HttpStageAttributes {
    /// The API, and the name of the stage.
    pub fn new(api: &(impl IHttpApi + Clone + 'static), stage_name: impl Into<Value<String>>) -> Self {
        Self { api: Rc::new(api.clone()), stage_name: stage_name.into() }
    }
}

/// A stage that exists already.
#[derive(Clone, Debug)]
pub struct ImportedHttpStage {
    construct: Construct,
    attributes: HttpStageAttributes,
}

impl IConstruct for ImportedHttpStage {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IStage for ImportedHttpStage {
    fn stage_name(&self) -> Value<String> {
        self.attributes.stage_name.clone()
    }

    #[track_caller]
    fn url(&self) -> Value<String> {
        self.node().report(
            Diagnostic::error("apigatewayv2::no-stage-url", "the URL of an imported stage is not known")
                .help("write the URL where it is needed"),
        );
        "".into()
    }

    fn base_api(&self) -> &dyn IApi {
        &*self.attributes.api
    }
}

impl IHttpStage for ImportedHttpStage {
    fn api(&self) -> &dyn IHttpApi {
        &*self.attributes.api
    }

    #[track_caller]
    fn domain_url(&self) -> Value<String> {
        self.node().report(
            Diagnostic::error(
                "apigatewayv2::no-domain-mapping",
                "the custom domain name of an imported stage is not known",
            )
            .help("write the URL where it is needed, or take it of an `ApiMapping` made here"),
        );
        "".into()
    }
}

impl HttpStage {
    /// A stage that exists.
    #[track_caller]
    pub fn from_http_stage_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: HttpStageAttributes,
    ) -> ImportedHttpStage {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-apigatewayv2.HttpStage");
        ImportedHttpStage { construct, attributes }
    }
}
