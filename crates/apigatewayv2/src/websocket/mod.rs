//! WebSocket APIs: the API, its routes, integrations, authorizers and stages, and who may use how much of them.

mod api;
mod api_key;
mod authorizer;
mod imported_api;
mod imported_stage;
mod integration;
mod metrics;
mod rate_limited_api_key;
mod route;
mod route_authorizer;
mod route_integration;
mod stage;
mod usage_plan;

pub use api::{IWebSocketApi, WebSocketApi, WebSocketApiBuilder, WebSocketApiKeySelectionExpression};
pub use api_key::{ApiKey, ApiKeyBuilder, IApiKey, ImportedApiKey};
pub use authorizer::{
    IWebSocketAuthorizer, ImportedWebSocketAuthorizer, WebSocketAuthorizer, WebSocketAuthorizerAttributes,
    WebSocketAuthorizerBuilder, WebSocketAuthorizerType,
};
pub use imported_api::{ImportedWebSocketApi, WebSocketApiAttributes};
pub use imported_stage::{ImportedWebSocketStage, WebSocketStageAttributes};
pub use integration::{
    ContentHandling, PassthroughBehavior, WebSocketIntegration, WebSocketIntegrationBuilder, WebSocketIntegrationType,
};
pub use rate_limited_api_key::{RateLimitedApiKey, RateLimitedApiKeyBuilder};
pub use route::{WebSocketRoute, WebSocketRouteBuilder, WebSocketRouteOptions};
pub use route_authorizer::{
    WebSocketNoneAuthorizer, WebSocketRouteAuthorizationType, WebSocketRouteAuthorizer,
    WebSocketRouteAuthorizerBindOptions, WebSocketRouteAuthorizerConfig,
};
pub use route_integration::{
    WebSocketIntegrationBinding, WebSocketRouteIntegration, WebSocketRouteIntegrationBindOptions,
    WebSocketRouteIntegrationConfig,
};
pub use stage::{IWebSocketStage, WebSocketStage, WebSocketStageBuilder};
pub use usage_plan::{
    AddApiKeyOptions, IUsagePlan, ImportedUsagePlan, Period, QuotaSettings, UsagePlan, UsagePlanBuilder,
    UsagePlanPerApiStage,
};
