//! API mappings: which stage of which API stands behind a path of a custom domain name.

use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::CfnApiMapping;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Value, cfn_format};

use super::api::IApi;
use super::domain_name::IDomainName;
use super::reference::ApiMappingReference;
use super::stage::IStage;
use crate::checks::add_checks;

/// A path of a custom domain name for a stage.
#[must_use]
#[derive(Clone, Debug)]
pub struct DomainMappingOptions {
    pub(crate) domain_name: Rc<dyn IDomainName>,
    pub(crate) mapping_key: Option<String>,
}

impl DomainMappingOptions {
    /// The root path of a domain name.
    pub fn new(domain_name: &(impl IDomainName + Clone + 'static)) -> Self {
        Self { domain_name: Rc::new(domain_name.clone()), mapping_key: None }
    }

    /// The path, without a slash at its ends; it may have several parts. Default: the root path.
    pub fn mapping_key(mut self, key: impl Into<String>) -> Self {
        self.mapping_key = Some(key.into());
        self
    }
}

/// A mapping, made here or imported.
pub trait IApiMapping: IConstruct {
    /// The id of the mapping.
    fn api_mapping_id(&self) -> Value<String>;
}

/// A path of a custom domain name behind which a stage of an API stands. Mostly made with the stage.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mappings.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{ApiMapping, DomainName, HttpApi};
/// # use aws_cdk_certificatemanager::Certificate;
/// # use aws_cdk_core::{App, Stack};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// # let certificate = Certificate::from_certificate_arn(&stack, "Certificate", "arn:aws:acm:::c");
/// let domain = DomainName::builder(&stack, "Domain", "books.example.com", &certificate).build();
/// let api = HttpApi::new(&stack, "Api");
/// if let Some(stage) = api.default_stage() {
///     ApiMapping::builder(&stack, "Mapping", &api, &domain, stage).api_mapping_key("orders/v2").build();
/// }
/// ```
#[derive(Clone, Debug)]
pub struct ApiMapping {
    construct: Construct,
    resource: CfnApiMapping,
    domain_name: Value<String>,
    mapping_key: Option<Value<String>>,
}

impl IConstruct for ApiMapping {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IApiMapping for ApiMapping {
    fn api_mapping_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }
}

impl ApiMapping {
    /// Starts a mapping of a stage.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        api: &(impl IApi + ?Sized),
        domain_name: &(impl IDomainName + ?Sized),
        stage: &(impl IStage + ?Sized),
    ) -> ApiMappingBuilder {
        ApiMappingBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            api_id: api.api_id(),
            domain_name: domain_name.name(),
            stage_name: stage.stage_name(),
            stage: stage.node().clone(),
            mapping_key: None,
        }
    }

    /// A mapping that exists.
    ///
    /// ```
    /// use aws_cdk_apigatewayv2::{ApiMapping, ApiMappingAttributes, IApiMapping};
    /// # use aws_cdk_core::{App, Stack};
    /// # let app = App::new();
    /// # let stack = Stack::new(&app, "Stack");
    /// let attributes = ApiMappingAttributes::new("map123").domain_name("books.example.com");
    /// let mapping = ApiMapping::from_api_mapping_attributes(&stack, "Mapping", attributes);
    /// assert_eq!(mapping.api_mapping_id().as_literal(), Some("map123"));
    /// assert_eq!(mapping.api_mapping_ref().domain_name.as_literal(), Some("books.example.com"));
    /// ```
    #[track_caller]
    pub fn from_api_mapping_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: ApiMappingAttributes,
    ) -> ImportedApiMapping {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-apigatewayv2.ApiMapping");
        ImportedApiMapping { construct, attributes }
    }

    /// The id of the mapping.
    pub fn api_mapping_id(&self) -> Value<String> {
        IApiMapping::api_mapping_id(self)
    }

    /// The path, if it is not the root path.
    pub fn mapping_key(&self) -> Option<&Value<String>> {
        self.mapping_key.as_ref()
    }

    /// The domain name.
    pub fn domain_name(&self) -> Value<String> {
        self.domain_name.clone()
    }

    /// The URL of the stage at the domain name.
    ///
    /// ```
    /// use aws_cdk_apigatewayv2::{ApiMapping, DomainName, DomainNameAttributes, HttpApi};
    /// # use aws_cdk_core::{App, CfnOutput, Stack};
    /// # let app = App::new();
    /// # let stack = Stack::new(&app, "Stack");
    /// # let api = HttpApi::new(&stack, "Api");
    /// let attributes = DomainNameAttributes::new("books.example.com", "d-1.execute-api.eu-west-1.amazonaws.com", "Z123");
    /// let domain = DomainName::from_domain_name_attributes(&stack, "Domain", attributes);
    /// if let Some(stage) = api.default_stage() {
    ///     let mapping = ApiMapping::builder(&stack, "Mapping", &api, &domain, stage).api_mapping_key("v1").build();
    ///     assert_eq!(mapping.domain_url().as_literal(), Some("https://books.example.com/v1"));
    ///     assert_eq!(mapping.mapping_key().and_then(|key| key.as_literal()), Some("v1"));
    ///     CfnOutput::new(&stack, "MappingId", mapping.api_mapping_ref().api_mapping_id);
    /// }
    /// ```
    pub fn domain_url(&self) -> Value<String> {
        let key = self.mapping_key.clone().unwrap_or_else(|| "".into());
        cfn_format!("https://{}/{}", self.domain_name, key)
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnApiMapping {
        &self.resource
    }
}

/// What is known of a mapping that exists.
#[must_use]
#[derive(Clone, Debug)]
pub struct ApiMappingAttributes {
    api_mapping_id: Value<String>,
    domain_name: Option<Value<String>>,
}

impl ApiMappingAttributes {
    /// The id of the mapping.
    pub fn new(api_mapping_id: impl Into<Value<String>>) -> Self {
        Self { api_mapping_id: api_mapping_id.into(), domain_name: None }
    }

    /// The domain name. Default: not known.
    pub fn domain_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.domain_name = Some(value.into());
        self
    }
}

/// A mapping that exists already.
#[derive(Clone, Debug)]
pub struct ImportedApiMapping {
    construct: Construct,
    attributes: ApiMappingAttributes,
}

impl IConstruct for ImportedApiMapping {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IApiMapping for ImportedApiMapping {
    fn api_mapping_id(&self) -> Value<String> {
        self.attributes.api_mapping_id.clone()
    }
}

impl ImportedApiMapping {
    /// What names the mapping. If it was imported without its domain name this is the error
    /// `apigatewayv2::no-mapping-domain`.
    #[track_caller]
    pub fn api_mapping_ref(&self) -> ApiMappingReference {
        let domain_name = self.attributes.domain_name.clone().unwrap_or_else(|| "".into());
        if self.attributes.domain_name.is_none() {
            self.node().report(
                Diagnostic::error(
                    "apigatewayv2::no-mapping-domain",
                    "the domain name of the imported mapping is not known",
                )
                .help("import the mapping with its `domain_name`"),
            );
        }
        ApiMappingReference::new(self.api_mapping_id(), domain_name)
    }
}

/// Builds an [`ApiMapping`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ApiMappingBuilder {
    scope: Node,
    id: String,
    api_id: Value<String>,
    domain_name: Value<String>,
    stage_name: Value<String>,
    stage: Node,
    mapping_key: Option<Value<String>>,
}

impl ApiMappingBuilder {
    /// The path. Default: the root path.
    pub fn api_mapping_key(mut self, key: impl Into<Value<String>>) -> Self {
        self.mapping_key = Some(key.into());
        self
    }

    /// Adds the mapping. Errors: `apigatewayv2::mapping-key`, and those of ids.
    #[track_caller]
    pub fn build(self) -> ApiMapping {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-apigatewayv2.ApiMapping");
        add_checks(&construct);
        if self.mapping_key.as_ref().and_then(|key| key.as_literal()) == Some("") {
            construct.node().report(
                Diagnostic::error("apigatewayv2::mapping-key", "the mapping key is empty")
                    .help("leave it out for the root path"),
            );
        }
        let mut resource = CfnApiMapping::builder(&construct, "Resource")
            .api_id(self.api_id)
            .domain_name(&self.domain_name)
            .stage(self.stage_name);
        if let Some(key) = &self.mapping_key {
            resource = resource.api_mapping_key(key);
        }
        construct.node().add_dependency(&self.stage);
        ApiMapping {
            resource: resource.build(),
            construct,
            domain_name: self.domain_name,
            mapping_key: self.mapping_key,
        }
    }
}

/// Maps a stage under it, with the CDK's id: the path of the domain name's construct and the key.
#[track_caller]
pub(crate) fn map_stage(stage: &(impl IStage + ?Sized), api: &dyn IApi, options: &DomainMappingOptions) -> ApiMapping {
    let domain = &options.domain_name;
    let key = options.mapping_key.as_deref().unwrap_or("undefined");
    let id = format!("{}{key}", domain.printed()).replace('/', "--");
    let mut mapping = ApiMapping::builder(stage.node(), id, api, &**domain, stage);
    if let Some(key) = &options.mapping_key {
        mapping = mapping.api_mapping_key(key.as_str());
    }
    let mapping = mapping.build();
    stage.node().add_dependency(domain.node());
    mapping
}
