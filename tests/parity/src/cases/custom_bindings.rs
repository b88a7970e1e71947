//! A user's own integrations, authorizers and access log destination.

use aws_cdk_apigatewayv2::{
    AccessLogDestination, AccessLogDestinationConfig, AccessLogSettings, HttpApi, HttpConnectionType,
    HttpIntegrationBinding, HttpIntegrationSubtype, HttpIntegrationType, HttpMethod, HttpRouteAuthorizationType,
    HttpRouteAuthorizer, HttpRouteAuthorizerBindOptions, HttpRouteAuthorizerConfig, HttpRouteIntegration,
    HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig, HttpStage, IStage, IntegrationCredentials,
    ParameterMapping, PayloadFormatVersion, WebSocketApi, WebSocketIntegrationBinding, WebSocketIntegrationType,
    WebSocketRouteAuthorizationType, WebSocketRouteAuthorizer, WebSocketRouteAuthorizerBindOptions,
    WebSocketRouteAuthorizerConfig, WebSocketRouteIntegration, WebSocketRouteIntegrationBindOptions,
    WebSocketRouteIntegrationConfig, WebSocketRouteOptions,
};
use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_iam::{Role, ServicePrincipal};
use aws_cdk_sqs::Queue;

struct OwnIntegration {
    binding: HttpIntegrationBinding,
    config: HttpRouteIntegrationConfig,
}

impl OwnIntegration {
    fn new(id: &str, config: HttpRouteIntegrationConfig) -> Self {
        let config = config.payload_format_version(PayloadFormatVersion::VERSION_1_0);
        Self { binding: HttpIntegrationBinding::new(id), config }
    }
}

impl HttpRouteIntegration for OwnIntegration {
    fn binding(&self) -> &HttpIntegrationBinding {
        &self.binding
    }

    fn bind(&self, options: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        let length = options.route.path().map_or(0, str::len);
        Queue::new(options.scope, format!("MadeFor{length}"));
        self.config.clone()
    }
}

struct OwnAuthorizer;

impl HttpRouteAuthorizer for OwnAuthorizer {
    fn bind(&self, _: &HttpRouteAuthorizerBindOptions<'_>) -> HttpRouteAuthorizerConfig {
        let config = HttpRouteAuthorizerConfig::new(HttpRouteAuthorizationType::Jwt);
        config.authorizer_id("own-id").authorization_scopes(["own"])
    }
}

struct OwnDestination;

impl AccessLogDestination for OwnDestination {
    fn bind(&self, _: &dyn IStage) -> AccessLogDestinationConfig {
        // The CDK's stage does not know its name yet.
        AccessLogDestinationConfig::new("arn:for:undefined")
    }
}

struct OwnSocketIntegration(WebSocketIntegrationBinding);

impl WebSocketRouteIntegration for OwnSocketIntegration {
    fn binding(&self) -> &WebSocketIntegrationBinding {
        &self.0
    }

    fn bind(&self, options: &WebSocketRouteIntegrationBindOptions<'_>) -> WebSocketRouteIntegrationConfig {
        let uri = format!("arn:aws:apigateway:us-east-1:{}", options.route.route_key());
        let config = WebSocketRouteIntegrationConfig::new(WebSocketIntegrationType::Aws, uri);
        config.method("POST").timeout(Duration::seconds(2))
    }
}

struct OwnSocketAuthorizer;

impl WebSocketRouteAuthorizer for OwnSocketAuthorizer {
    fn bind(&self, _: &WebSocketRouteAuthorizerBindOptions<'_>) -> WebSocketRouteAuthorizerConfig {
        WebSocketRouteAuthorizerConfig::new(WebSocketRouteAuthorizationType::Custom).authorizer_id("ws-own")
    }
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CustomBindings");
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("apigateway.amazonaws.com")).build();
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    let proxy = |uri: &str| HttpRouteIntegrationConfig::new(HttpIntegrationType::HttpProxy).integration_uri(uri);

    let shared = proxy("https://own.test").method(HttpMethod::Patch).secure_server_name("s");
    api.add_routes("/shared", OwnIntegration::new("Own", shared))
        .methods([HttpMethod::Get, HttpMethod::Post])
        .authorizer(OwnAuthorizer)
        .build();
    let scoped = proxy("https://scoped.test").timeout(Duration::seconds(1));
    api.add_routes("/scoped", OwnIntegration::new("Scoped", scoped))
        .methods([HttpMethod::Get])
        .authorizer(OwnAuthorizer)
        .authorization_scopes(["more", "own"])
        .build();
    let service = HttpRouteIntegrationConfig::new(HttpIntegrationType::AwsProxy)
        .integration_subtype(HttpIntegrationSubtype::SqsPurgeQueue)
        .credentials(IntegrationCredentials::from_role(&role))
        .connection_type(HttpConnectionType::Internet)
        .connection_id("none")
        .parameter_mapping(ParameterMapping::new().custom("QueueUrl", "q"));
    api.add_routes("/service", OwnIntegration::new("Service", service)).methods([HttpMethod::Put]).build();
    HttpStage::builder(&stack, "Stage", &api).access_log_settings(AccessLogSettings::new(OwnDestination)).build();

    let own = |id: &str| OwnSocketIntegration(WebSocketIntegrationBinding::new(id));
    let connect = WebSocketRouteOptions::new(own("Connect")).authorizer(OwnSocketAuthorizer);
    let ws = WebSocketApi::builder(&stack, "Ws").connect_route_options(connect).build();
    ws.add_route("x", own("X")).build();
}
