//! The URL of an imported stage is asked for, which is not known.

use aws_cdk_apigatewayv2::{HttpApi, HttpApiAttributes, HttpStage, HttpStageAttributes, IStage};
use aws_cdk_core::{App, CfnOutput, Stack, cfn_format};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::from_http_api_attributes(&stack, "Api", HttpApiAttributes::new("abc123"));
    let live = HttpStage::from_http_stage_attributes(&stack, "Live", HttpStageAttributes::new(&api, "live"));
    CfnOutput::new(&stack, "Url", live.url());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::from_http_api_attributes(&stack, "Api", HttpApiAttributes::new("abc123"));
    let live = HttpStage::from_http_stage_attributes(&stack, "Live", HttpStageAttributes::new(&api, "live"));
    let url = cfn_format!("https://abc123.execute-api.eu-west-1.amazonaws.com/{}/", live.stage_name());
    CfnOutput::new(&stack, "Url", url);
}
