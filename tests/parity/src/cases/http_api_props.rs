//! Every plain option of an HTTP API, in several APIs of one stack.

use aws_cdk_apigatewayv2::{HttpApi, IpAddressType};
use aws_cdk_core::{App, CfnOutput, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::builder(app, "HttpApiProps").description("All plain options of HttpApi").build();

    HttpApi::builder(&stack, "Named")
        .api_name("orders-api")
        .description("Orders, \"quoted\" & <escaped>")
        .disable_execute_api_endpoint(true)
        .build();
    HttpApi::builder(&stack, "Selecting").route_selection_expression(true).build();
    HttpApi::builder(&stack, "NotSelecting")
        .route_selection_expression(false)
        .disable_execute_api_endpoint(false)
        .build();
    HttpApi::builder(&stack, "Dual").ip_address_type(IpAddressType::DualStack).build();
    HttpApi::builder(&stack, "Four").ip_address_type(IpAddressType::Ipv4).create_default_stage(true).build();

    let bare = HttpApi::builder(&stack, "NoStage").create_default_stage(false).build();
    let url = bare.default_stage().map_or_else(|| "undefined".into(), |stage| stage.url());
    CfnOutput::new(&stack, "NoStageUrl", url);
    CfnOutput::new(&stack, "NoStageEndpoint", bare.api_endpoint());
}
