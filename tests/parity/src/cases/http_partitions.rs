//! Everything that an API has, together, in each kind of environment: other partitions, an unknown region, none at all.

use aws_cdk_apigatewayv2::{
    AccessLogFormat, AccessLogSettings, ApiMapping, CorsPreflightOptions, DomainMappingOptions, DomainName,
    GrantInvokeOptions, HttpApi, HttpIntegrationSubtype, HttpMethod, HttpNoneAuthorizer, HttpStageOptions, IStage,
    JsonWithStandardFieldProps, LogGroupLogDestination, SecurityPolicy,
};
use aws_cdk_apigatewayv2_authorizers::{
    HttpIamAuthorizer, HttpLambdaAuthorizer, HttpLambdaResponseType, HttpUserPoolAuthorizer,
};
use aws_cdk_apigatewayv2_integrations::{
    HttpEventBridgeIntegration, HttpLambdaIntegration, HttpSqsIntegration, HttpStepFunctionsIntegration,
    HttpUrlIntegration,
};
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_cognito::UserPool;
use aws_cdk_core::{App, Aws, CfnOutput, Duration, Environment, RemovalPolicy, Stack, Tags, Value, cfn_format};
use aws_cdk_events::EventBus;
use aws_cdk_iam::{Role, User};
use aws_cdk_lambda::{Alias, Code, Function, Runtime};
use aws_cdk_logs::LogGroup;
use aws_cdk_sqs::Queue;
use aws_cdk_stepfunctions::{DefinitionBody, StateMachine, StateMachineType};

pub(super) fn build(app: &App) {
    let account = || Environment::new().account("111111111111");
    for (id, env) in [
        ("China", account().region("cn-north-1")),
        ("Gov", account().region("us-gov-west-1")),
        ("Iso", account().region("us-iso-east-1")),
        ("RegionOnly", Environment::new().region("cn-northwest-1")),
        ("AccountOnly", account()),
        ("Agnostic", Environment::new()),
        ("New", account().region("eu-nowhere-9")),
    ] {
        let stack = Stack::builder(app, id).env(env).build();
        let function = |id: &str| {
            Function::builder(&stack, id)
                .runtime(Runtime::NODEJS_22_X)
                .handler("index.handler")
                .code(Code::from_inline("//"))
                .build()
        };
        let (handler, gate) = (function("Handler"), function("Gate"));
        let lambda_gate = HttpLambdaAuthorizer::new("Gate keeper/1", &gate)
            .response_types([HttpLambdaResponseType::Iam, HttpLambdaResponseType::Simple])
            .results_cache_ttl(Duration::seconds(0))
            .identity_source(Vec::<String>::new());
        let arn = cfn_format!("arn:{}:acm:{}:{}:certificate/c", Aws::PARTITION, stack.region(), stack.account());
        let certificate = Certificate::from_certificate_arn(&stack, "Certificate", arn);
        let domain = DomainName::builder(&stack, "Domain", format!("{}.example.com", id.to_lowercase()), &certificate)
            .security_policy(SecurityPolicy::Tls12)
            .build();
        let api = HttpApi::builder(&stack, "Api")
            .default_authorizer(lambda_gate.clone())
            .default_authorization_scopes(["a", "b", "a"])
            .default_integration(
                HttpLambdaIntegration::new("Default/Integration", &handler).scope_permission_to_route(false),
            )
            .cors_preflight(
                CorsPreflightOptions::new()
                    .allow_origins(["https://a.example.com", ""])
                    .allow_credentials(true)
                    .allow_methods([])
                    .max_age(Duration::seconds(0)),
            )
            .default_domain_mapping(DomainMappingOptions::new(&domain).mapping_key("v1/ü"))
            .description("")
            .disable_execute_api_endpoint(true)
            .build();
        let live = Alias::builder(&stack, "Live", "live", &handler.current_version()).build();
        let whole = HttpLambdaIntegration::new("Whole", &live).scope_permission_to_route(false);
        let whole_version =
            HttpLambdaIntegration::new("WholeVersion", &handler.current_version()).scope_permission_to_route(false);
        api.add_routes("/", &whole).methods([HttpMethod::Get, HttpMethod::Post]).build();
        api.add_routes("/version", &whole_version).authorizer(HttpNoneAuthorizer::new()).build();
        api.add_routes("/again", HttpLambdaIntegration::new("Again", &live).scope_permission_to_route(false))
            .authorizer(HttpNoneAuthorizer::new())
            .authorization_scopes(Vec::<String>::new())
            .build();
        api.add_routes("/mixed", HttpLambdaIntegration::new("Mixed", &live))
            .authorization_scopes(Vec::<String>::new())
            .build();
        let machine = StateMachine::builder(&stack, "Machine", DefinitionBody::from_string("{}"))
            .state_machine_type(StateMachineType::Express)
            .build();
        let stop = HttpIntegrationSubtype::StepFunctionsStopExecution;
        api.add_routes("/stop", HttpStepFunctionsIntegration::new("Stop", &machine).subtype(stop))
            .methods([HttpMethod::Delete])
            .build();
        api.add_routes(
            "/sync",
            HttpStepFunctionsIntegration::new("Sync", &machine)
                .subtype(HttpIntegrationSubtype::StepFunctionsStartSyncExecution),
        )
        .methods([HttpMethod::Delete])
        .build();
        let queue = Queue::from_queue_arn(&stack, "OldQueue", "arn:aws-cn:sqs:cn-north-1:222222222222:old");
        api.add_routes("/queue", HttpSqsIntegration::new("Queue", &queue)).authorizer(HttpIamAuthorizer::new()).build();
        api.add_routes(
            "/bus",
            HttpEventBridgeIntegration::new("Bus", &EventBus::from_event_bus_name(&stack, "Bus", "default")),
        )
        .build();
        let pool = UserPool::from_user_pool_id(&stack, "Pool", "pool_1");
        api.add_routes("/pool", HttpUrlIntegration::new("Url", "https://example.com"))
            .authorizer(HttpUserPoolAuthorizer::new("Pool", &pool))
            .build();
        let routes = api
            .add_routes("/iam/{proxy+}/x", &whole)
            .methods([HttpMethod::Any, HttpMethod::Patch])
            .authorizer(HttpIamAuthorizer::new())
            .authorization_scopes(["x"])
            .build();
        let user = User::new(&stack, "User");
        routes[0].grant_invoke_with(
            &user,
            GrantInvokeOptions::new().http_methods([HttpMethod::Get, HttpMethod::Any, HttpMethod::Get]),
        );
        routes[1].grant_invoke(&user);
        routes[1].grant_invoke(&Role::from_role_arn(&stack, "ImportedRole", "arn:aws:iam::111111111111:role/path/r"));
        routes[0].grant_invoke(&gate);
        let logs = LogGroup::from_log_group_name(&stack, "OldLogs", "old");
        let stage = api.add_stage(
            "Stage one/two",
            HttpStageOptions::new().stage_name("one").detailed_metrics_enabled(true).access_log_settings(
                AccessLogSettings::new(LogGroupLogDestination::new(&logs))
                    .format(AccessLogFormat::json_with_standard_fields(JsonWithStandardFieldProps::new())),
            ),
        );
        ApiMapping::builder(&stack, "Mapping", &api, &domain, &stage).build();
        stage.metric_count().create_alarm(&stack, "Alarm").threshold(0).evaluation_periods(1).build();
        let outs: Vec<(&str, Value<String>)> = vec![
            ("Url", api.url()),
            ("StageUrl", stage.url()),
            ("DomainUrl", api.default_stage().map_or_else(|| "".into(), |stage| stage.domain_url())),
            ("Arn", api.arn_for_execute_api(None, None, None)),
            ("Arn2", api.arn_for_execute_api(Some("any"), Some("/"), Some("$default"))),
            ("Gate", lambda_gate.authorizer_id()),
            ("RouteArn", routes[0].route_arn()),
            ("DomainArn", domain.domain_name_arn()),
            ("Stage", stage.stage_ref().stage_name),
            ("Name", api.http_api_name()),
        ];
        for (key, value) in outs {
            CfnOutput::new(&stack, format!("Out{key}"), value);
        }
        Tags::of(&stack).add("kind", "http");
        Tags::of(&api).add("aws", "é \"x\"");
        Tags::of(&domain).remove("kind");
        api.default_child().apply_removal_policy(RemovalPolicy::Retain);
    }
}
