//! HTTP APIs.

mod api;
mod authorizer;
mod integration;
mod route;
mod route_authorizer;
mod stage;

pub use api::{AddRoutes, CorsHttpMethod, CorsPreflightOptions, HttpApi, HttpApiBuilder, IHttpApi};
pub use authorizer::{
    AuthorizerPayloadVersion, HttpAuthorizer, HttpAuthorizerAttributes, HttpAuthorizerBuilder, HttpAuthorizerType,
    IHttpAuthorizer, ImportedHttpAuthorizer,
};
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
pub use stage::{HttpStage, HttpStageBuilder, HttpStageOptions, IHttpStage};
