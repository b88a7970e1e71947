//! The programs of the CDK's own integration tests of HTTP integrations, each a stack.

use aws_cdk_apigatewayv2::{
    HttpApi, HttpIntegrationSubtype, HttpMethod, HttpRoute, HttpRouteIntegration, HttpRouteKey, ParameterMapping,
};
use aws_cdk_apigatewayv2_integrations::{
    HttpEventBridgeIntegration, HttpLambdaIntegration, HttpSqsIntegration, HttpStepFunctionsIntegration,
    HttpUrlIntegration,
};
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{App, CfnOutput, IConstruct, Set, Stack};
use aws_cdk_events::EventBus;
use aws_cdk_lambda::{Code, Function, FunctionAttributes, FunctionBuilder, Runtime};
use aws_cdk_sqs::Queue;
use aws_cdk_stepfunctions::{DefinitionBody, Pass, StateMachine, StateMachineType};

pub(super) fn context() -> Vec<(&'static str, serde_json::Value)> {
    vec![(flags::USE_CDK_MANAGED_LOG_GROUP, false.into())]
}

pub(super) fn build(app: &App) {
    sqs(app);
    step_functions(app);
    event_bridge(app);
    lambda_proxy(app);
    http_proxy(app);
    one_permission(app);
    subroutes(app);
}

fn answers(stack: &Stack, id: &str, body: &str) -> FunctionBuilder<Set, Set, Set> {
    let code = format!("exports.handler = async () => ({{ statusCode: 200, body: '{body}' }});");
    Function::builder(stack, id).runtime(Runtime::NODEJS_20_X).handler("index.handler").code(Code::from_inline(code))
}

fn post(api: &HttpApi, path: &str, integration: impl HttpRouteIntegration) {
    api.add_routes(path, integration).methods([HttpMethod::Post]).build();
}

fn sqs(app: &App) {
    let stack = Stack::new(app, "sqs-integration");
    let queue = Queue::new(&stack, "Queue");
    let api = HttpApi::new(&stack, "Api");
    let integration = || HttpSqsIntegration::new("Integration", &queue);
    post(&api, "/default", integration());
    for (path, subtype) in [
        ("/send-message", HttpIntegrationSubtype::SqsSendMessage),
        ("/receive-message", HttpIntegrationSubtype::SqsReceiveMessage),
        ("/delete-message", HttpIntegrationSubtype::SqsDeleteMessage),
        ("/purge-queue", HttpIntegrationSubtype::SqsPurgeQueue),
    ] {
        post(&api, path, integration().subtype(subtype));
    }
}

fn step_functions(app: &App) {
    let stack = Stack::new(app, "stepfunctions-integration");
    let pass = |id: &str| DefinitionBody::from_chainable(&Pass::new(&stack, id));
    let standard = StateMachine::builder(&stack, "RouteStateMachine", pass("Pass1")).build();
    let express = StateMachine::builder(&stack, "ExpressStateMachine", pass("Pass2"))
        .state_machine_type(StateMachineType::Express)
        .build();
    let api = HttpApi::new(&stack, "Api");
    let integration = || HttpStepFunctionsIntegration::new("Integration", &standard);
    post(&api, "/default", integration());
    post(&api, "/start", integration().subtype(HttpIntegrationSubtype::StepFunctionsStartExecution));
    let sync = HttpStepFunctionsIntegration::new("Integration", &express);
    post(&api, "/start-sync", sync.subtype(HttpIntegrationSubtype::StepFunctionsStartSyncExecution));
    let stop = integration()
        .subtype(HttpIntegrationSubtype::StepFunctionsStopExecution)
        .parameter_mapping(ParameterMapping::new().custom("ExecutionArn", "$request.querystring.executionArn"));
    post(&api, "/stop", stop);
}

fn event_bridge(app: &App) {
    let stack = Stack::new(app, "eventbridge-integration");
    let bus = EventBus::new(&stack, "Bus");
    let api = HttpApi::new(&stack, "Api");
    post(&api, "/default", HttpEventBridgeIntegration::new("defaultIntegration", &bus));
    let put = HttpEventBridgeIntegration::new("putEventsIntegration", &bus);
    post(&api, "/put-events", put.subtype(HttpIntegrationSubtype::EventBridgePutEvents));
}

fn lambda_endpoint(stack: &Stack) -> HttpApi {
    let function = answers(stack, "AlwaysSuccess", "success").build();
    let integration = HttpLambdaIntegration::new("DefaultIntegration", &function);
    HttpApi::builder(stack, "LambdaProxyApi").default_integration(integration).build()
}

fn lambda_proxy(app: &App) {
    let stack = Stack::new(app, "integ-lambda-proxy");
    CfnOutput::new(&stack, "Endpoint", lambda_endpoint(&stack).url());
}

fn http_proxy(app: &App) {
    let stack = Stack::new(app, "integ-http-proxy");
    let integration = HttpUrlIntegration::new("DefaultIntegration", lambda_endpoint(&stack).url());
    let api = HttpApi::builder(&stack, "HttpProxyApi").default_integration(integration).build();
    CfnOutput::new(&stack, "Endpoint", api.url());
}

fn one_permission(app: &App) {
    let stack = Stack::new(app, "integ-lambda-permission-consolidation");
    let api = HttpApi::new(&stack, "HttpApi");
    let handler = answers(&stack, "Handler", "hello").build();
    for number in 1..=10 {
        let integration =
            HttpLambdaIntegration::new(format!("Integration{number}"), &handler).scope_permission_to_route(false);
        let key = HttpRouteKey::with(format!("/path{number}"), HttpMethod::Get);
        HttpRoute::builder(&stack, format!("Route{number}"), &api, key, integration).build();
    }
}

fn subroutes(app: &App) {
    let stack = Stack::new(app, "integ-lambda-add-subroute-integration");
    let api = HttpApi::new(&stack, "test-apigwv2-add-subroute-integration");
    let first = answers(&stack, "first-lambda-function", "first").build();
    let second = answers(&stack, "second-lambda-function", "second").build();
    let name = "third-lambda-function";
    let third = answers(&stack, name, "third").function_name(name).build();
    let attributes = FunctionAttributes::new(second.function_arn()).same_environment(true);
    let by_attributes = Function::from_function_attributes(&stack, "Referenced-Lambda-Attributes", attributes);
    let by_name = Function::from_function_name(&stack, "Referenced-Lambda-Name", name);
    for (route, integration) in [
        ("firstroute", HttpLambdaIntegration::new("my-lambda-integration", &first)),
        ("secondroute", HttpLambdaIntegration::new("my-referenced-lambda-integration", &by_attributes)),
        ("thirdroute", HttpLambdaIntegration::new("my-referenced-lambda-integration", &by_name)),
    ] {
        for path in [format!("/{route}"), format!("/{route}/subroute")] {
            api.add_routes(path, &integration).methods([HttpMethod::Get]).build();
        }
    }
    api.node().add_dependency(&second);
    api.node().add_dependency(&third);
}
