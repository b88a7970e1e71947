//! A WebSocket chat: a table knows who is connected, and every message goes to all of them. README.md says how to try it.

use aws_cdk_apigatewayv2::{
    DomainMappingOptions, DomainName, IDomainName, ThrottleSettings, WebSocketApi, WebSocketRouteOptions,
    WebSocketStage,
};
use aws_cdk_apigatewayv2_authorizers::WebSocketLambdaAuthorizer;
use aws_cdk_apigatewayv2_integrations::WebSocketLambdaIntegration;
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_cfn_dynamodb::CfnTable;
use aws_cdk_cfn_dynamodb::cfn_table::{AttributeDefinitionProperty, KeySchemaProperty};
use aws_cdk_core::{App, CfnOutput, Duration, IConstruct, RemovalPolicy, Stack, SynthError};
use aws_cdk_iam::PolicyStatement;
use aws_cdk_lambda::{Code, Function, Runtime};

fn main() -> Result<(), SynthError> {
    let app = App::new();
    let stack = Stack::builder(&app, "Chat").description("A chat over WebSockets").build();
    let connections = connections_table(&stack);

    let connect = function(&stack, "Connect", "connect", &connections, &["dynamodb:PutItem"]);
    let disconnect = function(&stack, "Disconnect", "disconnect", &connections, &["dynamodb:DeleteItem"]);
    let send = function(&stack, "SendMessage", "send_message", &connections, &["dynamodb:Scan", "dynamodb:DeleteItem"]);
    let help = function(&stack, "Help", "help", &connections, &[]);
    let authorize = function(&stack, "Authorize", "authorize", &connections, &[]);

    let members =
        WebSocketLambdaAuthorizer::new("Members", &authorize).identity_source(["route.request.querystring.name"]);
    let api = WebSocketApi::builder(&stack, "Api")
        .api_name("chat")
        .connect_route_options(
            WebSocketRouteOptions::new(WebSocketLambdaIntegration::new("Connect", &connect)).authorizer(members),
        )
        .disconnect_route_options(WebSocketRouteOptions::new(WebSocketLambdaIntegration::new(
            "Disconnect",
            &disconnect,
        )))
        .default_route_options(WebSocketRouteOptions::new(WebSocketLambdaIntegration::new("Help", &help)))
        .build();
    api.add_route("sendmessage", WebSocketLambdaIntegration::new("SendMessage", &send)).build();
    api.grant_manage_connections(&send);
    api.grant_manage_connections(&help);

    let domain = custom_domain(&stack);
    for name in ["beta", "live"] {
        let mut stage = WebSocketStage::builder(&stack, name, &api, name)
            .auto_deploy(true)
            .throttle(ThrottleSettings::new().rate_limit(100).burst_limit(50));
        if let Some(domain) = &domain {
            stage = stage.domain_mapping(DomainMappingOptions::new(domain).mapping_key(name));
        }
        CfnOutput::new(&stack, format!("{name}Url"), stage.build().url());
    }
    app.synth()?;
    Ok(())
}

/// Who is connected. There is no L2 for tables here, so this is the L1 construct of CloudFormation's resource.
fn connections_table(stack: &Stack) -> CfnTable {
    let id = "connectionId";
    let table = CfnTable::builder(stack, "Connections")
        .attribute_definitions([AttributeDefinitionProperty::new().attribute_name(id).attribute_type("S")])
        .key_schema([KeySchemaProperty::new().attribute_name(id).key_type("HASH")])
        .billing_mode("PAY_PER_REQUEST")
        .build();
    table.apply_removal_policy(RemovalPolicy::Destroy);
    table
}

/// A function of `lambda/`, with the rights that it needs on the table.
fn function(stack: &Stack, id: &str, module: &str, table: &CfnTable, actions: &[&str]) -> Function {
    let function = Function::builder(stack, id)
        .runtime(Runtime::PYTHON_3_13)
        .handler(format!("{module}.handler"))
        .code(Code::from_asset(concat!(env!("CARGO_MANIFEST_DIR"), "/lambda")))
        .timeout(Duration::seconds(10))
        .environment("TABLE", table.ref_())
        .build();
    if !actions.is_empty() {
        let statement = PolicyStatement::new().actions(actions.iter().copied()).resources([table.attr_arn()]);
        function.add_to_role_policy(statement);
    }
    function
}

/// `cdk deploy -c domainName=chat.example.com -c certificateArn=arn:aws:acm:…` gives the chat a name of its own.
fn custom_domain(stack: &Stack) -> Option<DomainName> {
    let context = |key: &str| stack.node().try_get_context(key).and_then(|value| Some(value.as_str()?.to_owned()));
    let (name, arn) = (context("domainName")?, context("certificateArn")?);
    let certificate = Certificate::from_certificate_arn(stack, "Certificate", arn);
    let domain = DomainName::builder(stack, "Domain", name, &certificate).build();
    CfnOutput::new(stack, "DomainTarget", domain.regional_domain_name()); // what DNS must point to
    Some(domain)
}
