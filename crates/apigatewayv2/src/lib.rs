//! HTTP and WebSocket APIs of Amazon API Gateway.
//!
//! ```
//! use aws_cdk_apigatewayv2::{CorsHttpMethod, CorsPreflightOptions, HttpApi};
//! use aws_cdk_core::{App, CfnOutput, Duration, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Books");
//! let api = HttpApi::builder(&stack, "HttpApi")
//!     .cors_preflight(
//!         CorsPreflightOptions::new()
//!             .allow_methods([CorsHttpMethod::Get])
//!             .allow_origins(["https://books.example.com"])
//!             .max_age(Duration::days(1)),
//!     )
//!     .build();
//! CfnOutput::new(&stack, "Url", api.api_endpoint());
//! ```
//!
//! `common/` has what both kinds of API share, `http/` and `websocket/` what is of one kind alone. The L1 constructs of the service are
//! here too, as in the CDK's module.
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod checks;
mod common;
mod http;
#[doc(hidden)]
pub mod model;
mod parameter_mapping;
mod websocket;

pub use aws_cdk_cfn_apigatewayv2::*;
pub use checks::add_checks;
pub use common::{
    AccessLogDestination, AccessLogDestinationConfig, AccessLogField, AccessLogFormat, AccessLogSettings,
    ApiKeyReference, ApiMapping, ApiMappingAttributes, ApiMappingBuilder, ApiMappingReference, ApiReference,
    AuthorizerReference, DomainMappingOptions, DomainName, DomainNameAttributes, DomainNameBuilder,
    DomainNameReference, EndpointOptions, EndpointType, IApi, IApiMapping, IAuthorizer, IDomainName, IStage,
    ImportedApiMapping, ImportedDomainName, IntegrationReference, IpAddressType, JsonWithStandardFieldProps,
    LogGroupLogDestination, MtlsConfig, RouteReference, SecurityPolicy, StageReference, ThrottleSettings,
    UsagePlanReference, VpcLinkReference,
};
pub use http::{
    AddRoutes, AuthorizerPayloadVersion, CorsHttpMethod, CorsPreflightOptions, GrantInvokeOptions, HttpApi,
    HttpApiAttributes, HttpApiBuilder, HttpApiHelper, HttpAuthorizer, HttpAuthorizerAttributes, HttpAuthorizerBuilder,
    HttpAuthorizerType, HttpConnectionType, HttpIntegration, HttpIntegrationBinding, HttpIntegrationBuilder,
    HttpIntegrationSubtype, HttpIntegrationType, HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteAuthorizationType,
    HttpRouteAuthorizer, HttpRouteAuthorizerBindOptions, HttpRouteAuthorizerConfig, HttpRouteBuilder,
    HttpRouteIntegration, HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig, HttpRouteKey, HttpStage,
    HttpStageAttributes, HttpStageBuilder, HttpStageOptions, IHttpApi, IHttpAuthorizer, IHttpStage, IVpcLink,
    ImportedHttpApi, ImportedHttpAuthorizer, ImportedHttpStage, ImportedVpcLink, IntegrationCredentials,
    PayloadFormatVersion, VpcLink, VpcLinkBuilder, VpcLinkOptions,
};
pub use parameter_mapping::{MappingValue, ParameterMapping};
pub use websocket::{
    AddApiKeyOptions, ApiKey, ApiKeyBuilder, ContentHandling, IApiKey, IUsagePlan, IWebSocketApi, IWebSocketAuthorizer,
    IWebSocketStage, ImportedApiKey, ImportedUsagePlan, ImportedWebSocketApi, ImportedWebSocketAuthorizer,
    ImportedWebSocketStage, PassthroughBehavior, Period, QuotaSettings, RateLimitedApiKey, RateLimitedApiKeyBuilder,
    UsagePlan, UsagePlanBuilder, UsagePlanPerApiStage, WebSocketApi, WebSocketApiAttributes, WebSocketApiBuilder,
    WebSocketApiKeySelectionExpression, WebSocketAuthorizer, WebSocketAuthorizerAttributes, WebSocketAuthorizerBuilder,
    WebSocketAuthorizerType, WebSocketIntegration, WebSocketIntegrationBinding, WebSocketIntegrationBuilder,
    WebSocketIntegrationType, WebSocketNoneAuthorizer, WebSocketRoute, WebSocketRouteAuthorizationType,
    WebSocketRouteAuthorizer, WebSocketRouteAuthorizerBindOptions, WebSocketRouteAuthorizerConfig,
    WebSocketRouteBuilder, WebSocketRouteIntegration, WebSocketRouteIntegrationBindOptions,
    WebSocketRouteIntegrationConfig, WebSocketRouteOptions, WebSocketStage, WebSocketStageAttributes,
    WebSocketStageBuilder,
};
