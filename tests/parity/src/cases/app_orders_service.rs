//! A small but complete service: an HTTP API with functions and a queue behind it, a WebSocket API, alarms and logs.

use aws_cdk_apigatewayv2::{
    AccessLogSettings, CorsHttpMethod, CorsPreflightOptions, HttpApi, HttpMethod, HttpNoneAuthorizer, HttpStage,
    LogGroupLogDestination, ThrottleSettings, WebSocketApi, WebSocketRouteOptions, WebSocketStage,
};
use aws_cdk_apigatewayv2_authorizers::{HttpJwtAuthorizer, WebSocketLambdaAuthorizer};
use aws_cdk_apigatewayv2_integrations::{HttpLambdaIntegration, HttpSqsIntegration, WebSocketLambdaIntegration};
use aws_cdk_core::{App, CfnOutput, Duration, Environment, RemovalPolicy, Stack, Tags, Value};
use aws_cdk_lambda::{Code, Function, Runtime};
use aws_cdk_logs::{LogGroup, RetentionDays};
use aws_cdk_sqs::Queue;

use crate::fixture;

fn function(stack: &Stack, id: &str, callback: Option<Value<String>>) -> Function {
    let mut function = Function::builder(stack, id)
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .timeout(Duration::seconds(10))
        .code(Code::from_asset(fixture("hello")));
    if let Some(callback) = callback {
        function = function.environment("CALLBACK", callback);
    }
    function.build()
}

pub(super) fn build(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "OrdersService").description("orders").env(env).build();
    Tags::of(&stack).add("service", "orders");
    let http = HttpApi::builder(&stack, "Http")
        .api_name("orders")
        .create_default_stage(false)
        .cors_preflight(
            CorsPreflightOptions::new()
                .allow_methods([CorsHttpMethod::Any])
                .allow_origins(["https://shop.example.com"])
                .max_age(Duration::hours(1)),
        )
        .default_authorizer(HttpJwtAuthorizer::new("Jwt", "https://login.example.com", ["orders"]))
        .default_authorization_scopes(["orders"])
        .build();

    let connect = WebSocketLambdaIntegration::new("Connect", &function(&stack, "ConnectFn", None));
    let authorizer = WebSocketLambdaAuthorizer::new("Auth", &function(&stack, "AuthFn", None));
    let disconnect = WebSocketLambdaIntegration::new("Disconnect", &function(&stack, "DisconnectFn", None));
    let socket = WebSocketApi::builder(&stack, "Socket")
        .connect_route_options(WebSocketRouteOptions::new(connect).authorizer(authorizer))
        .disconnect_route_options(WebSocketRouteOptions::new(disconnect))
        .build();
    let socket_stage = WebSocketStage::builder(&stack, "SocketStage", &socket, "v1").auto_deploy(true).build();

    let list = function(&stack, "ListFn", None);
    let create = function(&stack, "CreateFn", Some(socket_stage.callback_url()));
    socket.grant_manage_connections(&create);
    let queue = Queue::builder(&stack, "Queue")
        .visibility_timeout(Duration::seconds(30))
        .removal_policy(RemovalPolicy::Destroy)
        .build();
    http.add_routes("/orders", HttpLambdaIntegration::new("List", &list)).methods([HttpMethod::Get]).build();
    http.add_routes("/orders", HttpLambdaIntegration::new("Create", &create))
        .methods([HttpMethod::Post])
        .authorization_scopes(["orders/write"])
        .build();
    http.add_routes("/events", HttpSqsIntegration::new("Events", &queue))
        .methods([HttpMethod::Post])
        .authorizer(HttpNoneAuthorizer::new())
        .build();

    let access = LogGroup::builder(&stack, "Access")
        .retention(RetentionDays::OneMonth)
        .removal_policy(RemovalPolicy::Destroy)
        .build();
    let stage = HttpStage::builder(&stack, "Stage", &http)
        .stage_name("v1")
        .auto_deploy(true)
        .throttle(ThrottleSettings::new().rate_limit(100).burst_limit(50))
        .access_log_settings(AccessLogSettings::new(LogGroupLogDestination::new(&access)))
        .build();
    let errors = stage.metric_server_error().period(Duration::minutes(1));
    errors.create_alarm(&stack, "Errors").threshold(5).evaluation_periods(2).build();
    CfnOutput::builder(&stack, "Url", stage.url()).export_name("orders-url").build();
    CfnOutput::builder(&stack, "SocketUrl", socket_stage.url()).export_name("orders-socket").build();
}
