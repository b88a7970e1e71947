//! WebSocket APIs at their edges: odd route keys, functions and keys of other stacks, imported APIs, names that are tokens,
//! empty throttles and quotas, usage plans without stages.

use aws_cdk_apigatewayv2::{
    ApiKey, HttpMethod, IApiKey, IUsagePlan, Period, QuotaSettings, RateLimitedApiKey, ThrottleSettings, UsagePlan,
    UsagePlanPerApiStage, WebSocketApi, WebSocketApiAttributes, WebSocketAuthorizer, WebSocketAuthorizerType,
    WebSocketIntegration, WebSocketIntegrationType, WebSocketRoute, WebSocketRouteOptions, WebSocketStage,
};
use aws_cdk_apigatewayv2_authorizers::{WebSocketIamAuthorizer, WebSocketLambdaAuthorizer};
use aws_cdk_apigatewayv2_integrations::{
    WebSocketAwsIntegration, WebSocketLambdaIntegration, WebSocketMockIntegration,
};
use aws_cdk_core::{App, Aws, CfnOutput, CfnParameter, Construct, Environment, IConstruct, Map, Stack, cfn_format};
use aws_cdk_iam::{Role, User};
use aws_cdk_lambda::{Alias, Code, Function, Runtime};

fn function(scope: &impl IConstruct, id: &str) -> Function {
    Function::builder(scope, id)
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler=0"))
        .build()
}

pub(super) fn build(app: &App) {
    let env = || Environment::new().account("111111111111").region("eu-west-1");
    let shared = Stack::builder(app, "WsEdgesShared").env(env()).build();
    let stack = Stack::builder(app, "WsEdges").env(env()).build();
    let remote = function(&shared, "Remote");
    let local = function(&stack, "Local Function");
    let alias = Alias::builder(&stack, "Alias", "live", &local.current_version()).build();
    let arn = "arn:aws:lambda:eu-west-1:111111111111:function:imported";
    let imported = Function::from_function_arn(&stack, "Imported", arn);

    let connect = WebSocketRouteOptions::new(WebSocketLambdaIntegration::new("Connect", &remote));
    let disconnect = WebSocketRouteOptions::new(WebSocketMockIntegration::new("Disconnect"));
    let api = WebSocketApi::builder(&stack, "Api")
        .connect_route_options(connect.authorizer(WebSocketLambdaAuthorizer::new("Auth", &alias)))
        .disconnect_route_options(disconnect.return_response(true))
        .build();
    let by_alias = WebSocketLambdaIntegration::new("Alias", &alias);
    api.add_route("a/b", &by_alias).build();
    api.add_route("with space", &by_alias).build();
    api.add_route("imported", WebSocketLambdaIntegration::new("Imported", &imported)).build();
    let queue = local.function_name();
    let uri = cfn_format!("arn:aws:apigateway:{}:sqs:path/{}/{}", Aws::REGION, Aws::ACCOUNT_ID, queue);
    let templates = Map::new()
        .entry("$default", cfn_format!("Action=SendMessage&Name={}", queue))
        .entry("10", "ten")
        .entry("9", "nine");
    let sender = Role::from_role_arn(&stack, "ImportedRole", "arn:aws:iam::111111111111:role/sender");
    let tokens = WebSocketAwsIntegration::new("Tokens", uri, HttpMethod::Post)
        .credentials_role(&sender)
        .request_templates(templates)
        .request_parameters(Map::new());
    api.add_route("{proxy}", tokens).build();

    let old = WebSocketApi::from_web_socket_api_attributes(&stack, "Old", WebSocketApiAttributes::new("old123"));
    let integration = WebSocketLambdaIntegration::new("OldIntegration", &local);
    WebSocketRoute::builder(&stack, "OldConnect", &old, "$connect", integration)
        .authorizer(WebSocketLambdaAuthorizer::new("OldAuth", &imported))
        .build();
    let scope = Construct::new(&stack, "Scope");
    WebSocketRoute::builder(&scope, "Iam", &old, "$connect", WebSocketMockIntegration::new("Iam"))
        .authorizer(WebSocketIamAuthorizer::new())
        .build();
    WebSocketIntegration::builder(&scope, "Mock", &old, WebSocketIntegrationType::Mock, "").build();
    let nowhere: [&str; 0] = [];
    WebSocketAuthorizer::builder(&scope, "Authorizer", &old, WebSocketAuthorizerType::Iam, nowhere)
        .authorizer_name(Aws::STACK_NAME)
        .build();

    let name = CfnParameter::builder(&stack, "StageName").build();
    let stage =
        WebSocketStage::builder(&scope, "Stage", &api, name.value_as_string()).throttle(ThrottleSettings::new()).build();
    let other = WebSocketStage::builder(&stack, "OtherStage", &api, "other")
        .detailed_metrics_enabled(false)
        .stage_variable("b", "1")
        .stage_variable("a", Aws::REGION)
        .build();
    let user = User::new(&stack, "User");
    stage.grant_management_api_access(&user);
    other.grant_management_api_access(&user);

    let key = ApiKey::new(&scope, "Key");
    let last = Stack::builder(app, "WsEdgesLast").env(env()).build();
    let last_stage = WebSocketStage::builder(&last, "Stage", &api, "last").build();
    let last_function = function(&last, "Fn");
    api.grant_manage_connections(&last_function);
    last_stage.grant_management_api_access(&last_function);
    let both = UsagePlanPerApiStage::new().api(&api).stage(&last_stage);
    UsagePlan::builder(&last, "Plan").api_stages([both]).build().add_api_key(&key);

    let remote_key =
        ApiKey::builder(&shared, "RemoteKey").api_key_name(cfn_format!("key-{}", Aws::STACK_NAME)).build();
    let plan = UsagePlan::builder(&scope, "Plan")
        .api_stages([
            UsagePlanPerApiStage::new().api(&api),
            UsagePlanPerApiStage::new().stage(&stage),
            UsagePlanPerApiStage::new().api(&old).stage(&other),
        ])
        .throttle(ThrottleSettings::new())
        .quota(QuotaSettings::new())
        .build();
    plan.add_api_stage(UsagePlanPerApiStage::new().api(&old));
    plan.add_api_key(&key);
    plan.add_api_key(&remote_key);
    let late =
        UsagePlan::builder(&stack, "Late").api_stages([]).quota(QuotaSettings::new().limit(1).offset(0)).build();
    late.add_api_stage(UsagePlanPerApiStage::new().api(&old));
    UsagePlan::builder(&stack, "Empty").api_stages([]).throttle(ThrottleSettings::new().burst_limit(0)).build();
    RateLimitedApiKey::builder(&stack, "NoStages")
        .api_stages([])
        .enabled(false)
        .generate_distinct_id(false)
        .value("a-value-that-is-long-enough")
        .description("d")
        .build();
    let limited = RateLimitedApiKey::builder(&scope, "Limited")
        .quota(QuotaSettings::new().limit(3).period(Period::Month))
        .build();
    limited.grant_read_write(&user);
    ApiKey::from_api_key_id(&stack, "OldKey", "key123").grant_write(&user);

    CfnOutput::new(&stack, "Url", stage.url());
    CfnOutput::new(&last, "OtherUrl", other.callback_url());
    CfnOutput::new(&stack, "OtherUrl", other.url());
}
