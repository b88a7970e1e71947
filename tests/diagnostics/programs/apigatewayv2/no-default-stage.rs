//! An API without a default stage is asked for its URL.

use aws_cdk_apigatewayv2::{HttpApi, HttpStageOptions};
use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    api.add_stage("Live", HttpStageOptions::new().stage_name("live").auto_deploy(true));
    CfnOutput::new(&stack, "Url", api.url());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    let live = api.add_stage("Live", HttpStageOptions::new().stage_name("live").auto_deploy(true));
    CfnOutput::new(&stack, "Url", live.url());
}
