//! HTTP APIs.

mod api;
mod authorizer;
mod integration;
mod route;
mod stage;

pub use api::{AddRoutes, CorsHttpMethod, CorsPreflightOptions, HttpApi, HttpApiBuilder, IHttpApi};
pub use authorizer::{
    HttpNoneAuthorizer, HttpRouteAuthorizationType, HttpRouteAuthorizer, HttpRouteAuthorizerBindOptions,
    HttpRouteAuthorizerConfig,
};
pub use integration::{
    HttpConnectionType, HttpIntegration, HttpIntegrationBinding, HttpIntegrationBuilder, HttpIntegrationSubtype,
    HttpIntegrationType, HttpRouteIntegration, HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig,
    IntegrationCredentials, PayloadFormatVersion,
};
pub use route::{HttpMethod, HttpRoute, HttpRouteBuilder, HttpRouteKey};
pub use stage::{HttpStage, HttpStageBuilder, HttpStageOptions, IHttpStage};
