//! References: by which values other resources name an API, a stage, a route and the like, whether it is of an L1 or an L2
//! construct.
//!
//! ```
//! use aws_cdk_apigatewayv2::{ApiReference, CfnApi, HttpApi, HttpStage, IApi};
//! use aws_cdk_core::{App, CfnOutput, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let l2 = HttpApi::new(&stack, "L2");
//! let l1 = CfnApi::builder(&stack, "L1").name("books").protocol_type("HTTP").build();
//! for (id, reference) in [("Of2", l2.api_ref()), ("Of1", ApiReference::from(&l1))] {
//!     CfnOutput::new(&stack, id, reference.api_id);
//! }
//! // An L1 API can be used where an L2 is expected.
//! HttpStage::builder(&stack, "Stage", &l1).stage_name("live").build();
//! ```

use aws_cdk_cfn_apigatewayv2::{
    CfnApi, CfnApiMapping, CfnAuthorizer, CfnDomainName, CfnIntegration, CfnRoute, CfnStage, CfnVpcLink,
};
use aws_cdk_core::{IConstruct, Value};

use super::api::IApi;
use super::api_mapping::ApiMapping;
use super::domain_name::IDomainName;
use crate::http::{HttpAuthorizer, HttpIntegration, HttpRoute, IHttpApi, ImportedVpcLink, VpcLink};
use crate::websocket::{
    ApiKey, IApiKey, IUsagePlan, ImportedApiKey, ImportedUsagePlan, UsagePlan, WebSocketAuthorizer,
    WebSocketIntegration, WebSocketRoute,
};

macro_rules! references {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident,)+ })+) => {
        $($(#[$doc])*
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$field_doc])* pub $field: Value<String>,)+
        })+
    };
}

references! {
    /// What names an API.
    ApiReference {
        /// The id of the API.
        api_id,
    }
    /// What names a stage.
    StageReference {
        /// The id of the API.
        api_id,
        /// The name of the stage.
        stage_name,
    }
    /// What names a route.
    RouteReference {
        /// The id of the API.
        api_id,
        /// The id of the route.
        route_id,
    }
    /// What names an integration.
    IntegrationReference {
        /// The id of the API.
        api_id,
        /// The id of the integration.
        integration_id,
    }
    /// What names an authorizer.
    AuthorizerReference {
        /// The id of the authorizer.
        authorizer_id,
        /// The id of the API.
        api_id,
    }
    /// What names a custom domain name.
    DomainNameReference {
        /// The domain name.
        domain_name,
        /// The ARN of the domain name.
        domain_name_arn,
    }
    /// What names a mapping of a stage.
    ApiMappingReference {
        /// The id of the mapping.
        api_mapping_id,
        /// The domain name.
        domain_name,
    }
    /// What names a VPC link.
    VpcLinkReference {
        /// The id of the VPC link.
        vpc_link_id,
    }
    /// What names an API key.
    ApiKeyReference {
        /// The id of the key.
        api_key_id,
    }
    /// What names a usage plan.
    UsagePlanReference {
        /// The id of the usage plan.
        usage_plan_id,
    }
}

impl ApiReference {
    pub(crate) fn new(api_id: Value<String>) -> Self {
        Self { api_id }
    }
}

impl StageReference {
    pub(crate) fn new(api_id: Value<String>, stage_name: Value<String>) -> Self {
        Self { api_id, stage_name }
    }
}

impl DomainNameReference {
    pub(crate) fn new(domain_name: Value<String>, domain_name_arn: Value<String>) -> Self {
        Self { domain_name, domain_name_arn }
    }
}

impl ApiMappingReference {
    pub(crate) fn new(api_mapping_id: Value<String>, domain_name: Value<String>) -> Self {
        Self { api_mapping_id, domain_name }
    }
}

/// A property that the resource requires, and so has.
fn required(property: Option<Value<String>>) -> Value<String> {
    property.unwrap_or_else(|| "".into())
}

impl From<&CfnApi> for ApiReference {
    fn from(api: &CfnApi) -> Self {
        Self { api_id: api.ref_().into() }
    }
}

impl From<&CfnStage> for StageReference {
    fn from(stage: &CfnStage) -> Self {
        Self { api_id: required(stage.api_id()), stage_name: stage.ref_().into() }
    }
}

impl From<&CfnRoute> for RouteReference {
    fn from(route: &CfnRoute) -> Self {
        Self { api_id: required(route.api_id()), route_id: route.ref_().into() }
    }
}

impl From<&CfnIntegration> for IntegrationReference {
    fn from(integration: &CfnIntegration) -> Self {
        Self { api_id: required(integration.api_id()), integration_id: integration.ref_().into() }
    }
}

impl From<&CfnAuthorizer> for AuthorizerReference {
    fn from(authorizer: &CfnAuthorizer) -> Self {
        Self { authorizer_id: authorizer.ref_().into(), api_id: required(authorizer.api_id()) }
    }
}

impl From<&CfnDomainName> for DomainNameReference {
    fn from(domain: &CfnDomainName) -> Self {
        Self { domain_name: domain.ref_().into(), domain_name_arn: domain.attr_domain_name_arn().into() }
    }
}

impl From<&CfnApiMapping> for ApiMappingReference {
    fn from(mapping: &CfnApiMapping) -> Self {
        Self { api_mapping_id: mapping.ref_().into(), domain_name: required(mapping.domain_name()) }
    }
}

impl From<&CfnVpcLink> for VpcLinkReference {
    fn from(link: &CfnVpcLink) -> Self {
        Self { vpc_link_id: link.ref_().into() }
    }
}

/// An L1 API where an L2 is expected.
impl IApi for CfnApi {
    fn api_id(&self) -> Value<String> {
        self.ref_().into()
    }

    fn api_endpoint(&self) -> Value<String> {
        self.attr_api_endpoint().into()
    }
}

/// An L1 HTTP API where an L2 is expected.
impl IHttpApi for CfnApi {}

/// An L1 domain name where an L2 is expected.
impl IDomainName for CfnDomainName {
    fn name(&self) -> Value<String> {
        self.ref_().into()
    }

    fn regional_domain_name(&self) -> Value<String> {
        self.attr_regional_domain_name().into()
    }

    fn regional_hosted_zone_id(&self) -> Value<String> {
        self.attr_regional_hosted_zone_id().into()
    }

    fn printed(&self) -> String {
        format!("{} [{}]", self.node().path(), CfnDomainName::RESOURCE_TYPE)
    }

    fn domain_name_ref(&self) -> DomainNameReference {
        self.into()
    }
}

impl HttpIntegration {
    /// What names the integration.
    pub fn integration_ref(&self) -> IntegrationReference {
        self.default_child().into()
    }
}

impl WebSocketIntegration {
    /// What names the integration.
    pub fn integration_ref(&self) -> IntegrationReference {
        self.default_child().into()
    }
}

impl HttpAuthorizer {
    /// What names the authorizer.
    pub fn authorizer_ref(&self) -> AuthorizerReference {
        self.default_child().into()
    }
}

impl WebSocketAuthorizer {
    /// What names the authorizer.
    pub fn authorizer_ref(&self) -> AuthorizerReference {
        self.default_child().into()
    }
}

impl HttpRoute {
    /// What names the route.
    pub fn route_ref(&self) -> RouteReference {
        RouteReference { api_id: self.http_api().api_id(), route_id: self.route_id() }
    }
}

impl WebSocketRoute {
    /// What names the route.
    pub fn route_ref(&self) -> RouteReference {
        RouteReference { api_id: self.web_socket_api().api_id(), route_id: self.route_id() }
    }
}

impl ApiMapping {
    /// What names the mapping.
    pub fn api_mapping_ref(&self) -> ApiMappingReference {
        ApiMappingReference::new(self.api_mapping_id(), self.domain_name())
    }
}

macro_rules! single_references {
    ($($type:ty: $method:ident = $reference:ident { $field:ident: $value:expr };)+) => {
        $(impl $type {
            /// What names it.
            pub fn $method(&self) -> $reference {
                $reference { $field: $value(self) }
            }
        })+
    };
}

single_references! {
    VpcLink: vpc_link_ref = VpcLinkReference { vpc_link_id: VpcLink::vpc_link_id };
    ImportedVpcLink: vpc_link_ref = VpcLinkReference { vpc_link_id: ImportedVpcLink::vpc_link_id };
    ApiKey: api_key_ref = ApiKeyReference { api_key_id: IApiKey::key_id };
    ImportedApiKey: api_key_ref = ApiKeyReference { api_key_id: IApiKey::key_id };
    UsagePlan: usage_plan_ref = UsagePlanReference { usage_plan_id: IUsagePlan::usage_plan_id };
    ImportedUsagePlan: usage_plan_ref = UsagePlanReference { usage_plan_id: IUsagePlan::usage_plan_id };
}
