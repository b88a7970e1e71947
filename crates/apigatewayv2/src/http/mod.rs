//! HTTP APIs.

mod api;
mod api_helper;
mod authorizer;
mod imported_api;
mod imported_stage;
mod integration;
mod metrics;
mod route;
mod route_authorizer;
mod route_grant;
mod stage;
mod vpc_link;

pub use api::{AddRoutes, CorsHttpMethod, CorsPreflightOptions, HttpApi, HttpApiBuilder, IHttpApi};
pub use api_helper::HttpApiHelper;
pub use authorizer::{
    AuthorizerPayloadVersion, HttpAuthorizer, HttpAuthorizerAttributes, HttpAuthorizerBuilder, HttpAuthorizerType,
    IHttpAuthorizer, ImportedHttpAuthorizer,
};
pub use imported_api::{HttpApiAttributes, ImportedHttpApi};
pub use imported_stage::{HttpStageAttributes, ImportedHttpStage};
pub use integration::{
    HttpConnectionType, HttpIntegration, HttpIntegrationBinding, HttpIntegrationBuilder, HttpIntegrationSubtype,
    HttpIntegrationType, HttpRouteIntegration, HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig,
    IntegrationCredentials, PayloadFormatVersion,
};
pub use route::{HttpMethod, HttpRoute, HttpRouteBuilder, HttpRouteKey};
pub use route_authorizer::{
    HttpNoneAuthorizer, HttpRouteAuthorizationType, HttpRouteAuthorizer, HttpRouteAuthorizerBindOptions,
    HttpRouteAuthorizerConfig,
};
pub use route_grant::GrantInvokeOptions;
pub use stage::{HttpStage, HttpStageBuilder, HttpStageOptions, IHttpStage};
pub use vpc_link::{IVpcLink, ImportedVpcLink, VpcLink, VpcLinkBuilder, VpcLinkOptions};
