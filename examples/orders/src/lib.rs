//! The stack of the example: orders are placed over an HTTP API, and followed over a WebSocket API. README.md says how to try it.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, WebSocketApi, WebSocketRouteOptions, WebSocketStage};
use aws_cdk_apigatewayv2_integrations::{HttpLambdaIntegration, WebSocketLambdaIntegration};
use aws_cdk_cfn_dynamodb::CfnTable;
use aws_cdk_cfn_dynamodb::cfn_table::{
    AttributeDefinitionProperty, GlobalSecondaryIndexProperty, KeySchemaProperty, ProjectionProperty,
};
use aws_cdk_core::{App, CfnOutput, Duration, IConstruct, RemovalPolicy, Stack, cfn_format};
use aws_cdk_iam::PolicyStatement;
use aws_cdk_lambda::{Architecture, Function};
use aws_cdk_lambda_rust::{RustCode, RustFunction};

/// The workspace of the functions.
const FUNCTIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/functions");

/// Adds the stack to an app.
pub fn orders(app: &App) -> Stack {
    let stack = Stack::builder(app, "Orders").description("Orders, and who follows them").build();
    let tables = Tables { orders: orders_table(&stack), connections: connections_table(&stack) };

    let socket = tables.function(&stack, "Socket");
    let socket_integration = |id: &str| WebSocketRouteOptions::new(WebSocketLambdaIntegration::new(id, &socket));
    let updates = WebSocketApi::builder(&stack, "Updates")
        .connect_route_options(socket_integration("Connect"))
        .disconnect_route_options(socket_integration("Disconnect"))
        .build();
    updates.add_route("subscribe", WebSocketLambdaIntegration::new("Subscribe", &socket)).build();
    let live = WebSocketStage::builder(&stack, "Live", &updates, "live").auto_deploy(true).build();

    let create = tables.function(&stack, "CreateOrder");
    let get = tables.function(&stack, "GetOrder");
    let update = tables.function(&stack, "UpdateOrder");
    update.add_environment("CALLBACK_URL", live.callback_url());
    updates.grant_manage_connections(&update);

    let api = HttpApi::builder(&stack, "Api").build();
    let order = "/orders/{id}";
    api.add_routes("/orders", HttpLambdaIntegration::new("Create", &create)).methods([HttpMethod::Post]).build();
    api.add_routes(order, HttpLambdaIntegration::new("Get", &get)).methods([HttpMethod::Get]).build();
    api.add_routes(order, HttpLambdaIntegration::new("Update", &update)).methods([HttpMethod::Patch]).build();

    CfnOutput::new(&stack, "OrdersUrl", cfn_format!("{}/orders", api.api_endpoint()));
    CfnOutput::new(&stack, "UpdatesUrl", live.url());
    stack
}

struct Tables {
    orders: CfnTable,
    connections: CfnTable,
}

impl Tables {
    /// A function of the workspace: the binary whose name is the id in kebab case.
    fn function(&self, stack: &Stack, id: &str) -> Function {
        // `-c target=x86_64-unknown-linux-gnu` builds for the C library of this computer.
        let target = stack.node().try_get_context("target");
        let code = match target.as_ref().and_then(|target| target.as_str()) {
            Some(target) => RustCode::new(FUNCTIONS).target(target),
            None => RustCode::new(FUNCTIONS),
        };
        let function = RustFunction::builder(stack, id, code)
            .architecture(Architecture::X86_64)
            .memory_size(256)
            .timeout(Duration::seconds(10))
            .environment("ORDERS", self.orders.ref_())
            .environment("CONNECTIONS", self.connections.ref_())
            .build();
        let actions = ["GetItem", "PutItem", "DeleteItem", "Query"].map(|action| format!("dynamodb:{action}"));
        let index = cfn_format!("{}/index/*", self.connections.attr_arn());
        let statement = PolicyStatement::new().actions(actions).resources([
            self.orders.attr_arn().into(),
            self.connections.attr_arn().into(),
            index,
        ]);
        function.add_to_role_policy(statement);
        function
    }
}

fn orders_table(stack: &Stack) -> CfnTable {
    let table = CfnTable::builder(stack, "OrdersTable")
        .attribute_definitions([AttributeDefinitionProperty::new().attribute_name("id").attribute_type("S")])
        .key_schema([KeySchemaProperty::new().attribute_name("id").key_type("HASH")])
        .billing_mode("PAY_PER_REQUEST")
        .build();
    table.apply_removal_policy(RemovalPolicy::Destroy);
    table
}

/// Who is connected; an index knows the connections that follow an order.
fn connections_table(stack: &Stack) -> CfnTable {
    let attribute = |name: &str| AttributeDefinitionProperty::new().attribute_name(name).attribute_type("S");
    let key = |name: &str| [KeySchemaProperty::new().attribute_name(name).key_type("HASH")];
    let by_order = GlobalSecondaryIndexProperty::new()
        .index_name("ByOrder")
        .key_schema(key("orderId"))
        .projection(ProjectionProperty::new().projection_type("KEYS_ONLY"));
    let table = CfnTable::builder(stack, "Connections")
        .attribute_definitions([attribute("connectionId"), attribute("orderId")])
        .key_schema(key("connectionId"))
        .global_secondary_indexes([by_order])
        .billing_mode("PAY_PER_REQUEST")
        .build();
    table.apply_removal_policy(RemovalPolicy::Destroy);
    table
}
