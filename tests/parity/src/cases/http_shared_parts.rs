//! Functions, authorizers, user pools, queues and domain names that several stacks and a nested one share, in two stages,
//! with tags and an aspect over everything.

use aws_cdk_apigatewayv2::{
    AccessLogSettings, CfnRoute, CfnStage, DomainMappingOptions, DomainName, GrantInvokeOptions, HttpApi,
    HttpAuthorizer, HttpAuthorizerAttributes, HttpAuthorizerType, HttpConnectionType, HttpIntegration,
    HttpIntegrationSubtype, HttpIntegrationType, HttpMethod, HttpRoute, HttpRouteAuthorizationType, HttpRouteKey,
    HttpStage, IntegrationCredentials, LogGroupLogDestination, PayloadFormatVersion,
};
use aws_cdk_apigatewayv2_authorizers::{
    HttpIamAuthorizer, HttpJwtAuthorizer, HttpLambdaAuthorizer, HttpUserPoolAuthorizer,
};
use aws_cdk_apigatewayv2_integrations::{
    HttpEventBridgeIntegration, HttpLambdaIntegration, HttpSqsIntegration, HttpStepFunctionsIntegration,
    HttpUrlIntegration,
};
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_cognito::UserPool;
use aws_cdk_core::{
    App, Aspect, Aspects, CfnOutput, Duration, Environment, NestedStack, Node, Stack, Stage, TagProps, Tags, Value,
    cfn_format,
};
use aws_cdk_events::EventBus;
use aws_cdk_iam::{Role, ServicePrincipal, User};
use aws_cdk_lambda::{Alias, Code, Function, Runtime};
use aws_cdk_logs::LogGroup;
use aws_cdk_sqs::{IQueue, Queue};
use aws_cdk_stepfunctions::{DefinitionBody, StateMachine};

fn service(scope: &Stage) {
    let [data, edge, more] = ["Data", "Edge", "More"].map(|id| Stack::new(scope, id));
    let function = Function::builder(&data, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("//"))
        .build();
    let live = Alias::builder(&data, "Live", "live", &function.current_version()).build();
    let pool = UserPool::new(&data, "Pool");
    let client = pool.add_client("Web").build();
    let machine = StateMachine::builder(&data, "Machine", DefinitionBody::from_string("{}")).build();
    let queue = Queue::new(&data, "Queue");
    let bus = EventBus::new(&data, "Bus");
    let role = Role::builder(&data, "Role", ServicePrincipal::new("apigateway")).build();

    let gate = HttpLambdaAuthorizer::new("Gate", &live).authorizer_name("g");
    let api = HttpApi::builder(&edge, "Api")
        .default_authorizer(gate)
        .default_integration(HttpLambdaIntegration::new("Dflt", &live))
        .build();
    let readers = HttpUserPoolAuthorizer::new("Readers", &pool)
        .user_pool_clients(&[&client, &client])
        .user_pool_region("us-west-2");
    let lambda = HttpLambdaIntegration::new("Fn", &function);
    api.add_routes("/a", &lambda)
        .methods([HttpMethod::Get, HttpMethod::Put])
        .authorizer(&readers)
        .authorization_scopes(["s/read"])
        .build();
    api.add_routes("/made", &lambda).authorizer(HttpUserPoolAuthorizer::new("Made", &pool)).build();
    api.add_routes("/machine", HttpStepFunctionsIntegration::new("Machine", &machine)).build();
    api.add_routes(
        "/stop",
        HttpStepFunctionsIntegration::new("Stop", &machine).subtype(HttpIntegrationSubtype::StepFunctionsStopExecution),
    )
    .build();
    api.add_routes(
        "/queue",
        HttpSqsIntegration::new("Queue", &queue).subtype(HttpIntegrationSubtype::SqsReceiveMessage),
    )
    .build();
    api.add_routes("/bus", HttpEventBridgeIntegration::new("Bus", &bus)).build();

    let elsewhere = HttpLambdaIntegration::new("Elsewhere", &function).scope_permission_to_route(false);
    let first = HttpRoute::builder(&more, "First", &api, HttpRouteKey::with("/first/{x}", HttpMethod::Any), &elsewhere)
        .authorizer(HttpIamAuthorizer::new())
        .build();
    HttpRoute::builder(&more, "Second", &api, HttpRouteKey::with_any_method("/second"), &elsewhere).build();
    HttpRoute::builder(
        &more,
        "Third",
        &api,
        HttpRouteKey::with_any_method("/third"),
        HttpLambdaIntegration::new("InData", &function),
    )
    .authorizer(&readers)
    .build();
    first.grant_invoke_with(
        &User::new(&more, "User"),
        GrantInvokeOptions::new().http_methods([HttpMethod::Get, HttpMethod::Post]),
    );
    let jwt = HttpAuthorizer::builder(
        &more,
        "Jwt",
        &api,
        HttpAuthorizerType::Jwt,
        ["$request.header.A", "$request.querystring.b"],
    )
    .jwt_audience(vec![client.user_pool_client_id()])
    .jwt_issuer(pool.user_pool_provider_url())
    .build();
    let by_id = HttpAuthorizer::from_http_authorizer_attributes(
        &more,
        "ById",
        HttpAuthorizerAttributes::new(jwt.authorizer_id(), HttpRouteAuthorizationType::Jwt),
    );
    let by_jwt = HttpRoute::builder(
        &more,
        "ByJwt",
        &api,
        HttpRouteKey::with("/jwt", HttpMethod::Options),
        HttpUrlIntegration::new("U", cfn_format!("https://{}.example.com", api.api_id())),
    )
    .authorizer(by_id)
    .authorization_scopes(["z", "y", "z"])
    .build();
    HttpIntegration::builder(&more, "Own", &api, HttpIntegrationType::AwsProxy)
        .integration_subtype(HttpIntegrationSubtype::KinesisPutRecord)
        .credentials(IntegrationCredentials::from_role(&role))
        .payload_format_version(PayloadFormatVersion::VERSION_1_0)
        .connection_type(HttpConnectionType::Internet)
        .timeout(Duration::millis(50))
        .build();
    let certificate =
        Certificate::from_certificate_arn(&data, "Cert", "arn:aws:acm:us-east-1:111111111111:certificate/c");
    let domain = DomainName::builder(&data, "Domain", "x.example.com", &certificate).build();
    let logs = LogGroup::new(&data, "Logs");
    let stage = HttpStage::builder(&more, "Stage", &api)
        .stage_name("more")
        .domain_mapping(DomainMappingOptions::new(&domain))
        .access_log_settings(AccessLogSettings::new(LogGroupLogDestination::new(&logs)))
        .stage_variable("queue", queue.queue_url())
        .build();
    let nested = NestedStack::new(&edge, "Nested");
    let inside = HttpApi::builder(&nested, "Inside")
        .default_authorizer(HttpJwtAuthorizer::new(
            "Jwt",
            pool.user_pool_provider_url(),
            vec![Value::from("a"), client.user_pool_client_id()],
        ))
        .default_domain_mapping(DomainMappingOptions::new(&domain).mapping_key("inside"))
        .build();
    inside.add_routes("/x", HttpLambdaIntegration::new("X", &live).scope_permission_to_route(false)).build();
    inside
        .add_routes("/y", HttpLambdaIntegration::new("Y", &function))
        .authorizer(HttpLambdaAuthorizer::new("Gate2", &function))
        .build();
    api.add_routes("/role", HttpUrlIntegration::new("Role", "https://x/"))
        .authorizer(HttpLambdaAuthorizer::new("WithRole", &function).role(&role).results_cache_ttl(Duration::hours(1)))
        .build();
    function.add_environment("STAGE", "x");
    CfnOutput::new(&more, "Url", stage.url());
    CfnOutput::new(&more, "DomainUrl", stage.domain_url());
    CfnOutput::new(&more, "FirstArn", first.route_arn());
    CfnOutput::new(&more, "FirstId", by_jwt.route_id());
    CfnOutput::new(&edge, "Inside", inside.api_endpoint());
    CfnOutput::new(&more, "InsideUrl", inside.url());
    stage
        .metric_latency()
        .statistic("tm90")
        .label("l")
        .create_alarm(&edge, "Alarm")
        .threshold(1)
        .evaluation_periods(1)
        .build();
}

struct Change;
impl Aspect for Change {
    fn visit(&self, node: &Node) {
        if let Some(route) = CfnRoute::from_construct(node) {
            let key = route.route_key();
            let key = key.as_ref().and_then(|key| key.as_literal()).unwrap_or_default();
            route.set_operation_name(format!("op{}", key.len()));
            route.add_property_override("RequestParameters.x", serde_json::json!({ "Required": true }));
        }
        if let Some(stage) = CfnStage::from_construct(node) {
            stage.add_override("Properties.DefaultRouteSettings.ThrottlingRateLimit", 7);
            stage.add_property_deletion_override("AutoDeploy");
            stage.add_metadata("m", serde_json::json!([1, "é"]));
        }
    }
}

pub(super) fn build(app: &App) {
    let a = Stage::new(app, "A");
    service(&a);
    service(&Stage::builder(app, "B").env(Environment::new().account("111111111111").region("cn-north-1")).build());
    Tags::of(&a).add("stage", "a");
    let types = ["AWS::ApiGatewayV2::Stage", "AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::DomainName"];
    Tags::of(app).add_with("all", "x", TagProps::new().include_resource_types(types).priority(50));
    Aspects::of(app).add(Change);
}
