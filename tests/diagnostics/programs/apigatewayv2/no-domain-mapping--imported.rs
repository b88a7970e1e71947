//! An imported stage is asked for its URL at a custom domain, which is not known.

use aws_cdk_apigatewayv2::{HttpApi, HttpApiAttributes, HttpStage, HttpStageAttributes, IHttpStage};
use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::from_http_api_attributes(&stack, "Api", HttpApiAttributes::new("abc123"));
    let live = HttpStage::from_http_stage_attributes(&stack, "Live", HttpStageAttributes::new(&api, "live"));
    CfnOutput::new(&stack, "Url", live.domain_url());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::from_http_api_attributes(&stack, "Api", HttpApiAttributes::new("abc123"));
    HttpStage::from_http_stage_attributes(&stack, "Live", HttpStageAttributes::new(&api, "live"));
    CfnOutput::new(&stack, "Url", "https://api.example.com/");
}
