//! The callback URL of an imported stage is asked for, which is not known.

use aws_cdk_apigatewayv2::{
    IStage, IWebSocketStage, WebSocketApi, WebSocketApiAttributes, WebSocketStage, WebSocketStageAttributes,
};
use aws_cdk_core::{App, CfnOutput, Stack, cfn_format};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = WebSocketApi::from_web_socket_api_attributes(&stack, "Api", WebSocketApiAttributes::new("abc123"));
    let live = WebSocketStageAttributes::new(&api, "live");
    let live = WebSocketStage::from_web_socket_stage_attributes(&stack, "Live", live);
    CfnOutput::new(&stack, "Url", live.callback_url());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = WebSocketApi::from_web_socket_api_attributes(&stack, "Api", WebSocketApiAttributes::new("abc123"));
    let live = WebSocketStageAttributes::new(&api, "live");
    let live = WebSocketStage::from_web_socket_stage_attributes(&stack, "Live", live);
    CfnOutput::new(
        &stack,
        "Url",
        cfn_format!("https://abc123.execute-api.eu-west-1.amazonaws.com/{}", live.stage_name()),
    );
}
