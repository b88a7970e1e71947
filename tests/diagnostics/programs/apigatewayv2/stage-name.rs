//! The name of a stage has a slash.

use aws_cdk_apigatewayv2::{HttpApi, HttpStageOptions};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    api.add_stage("Live", HttpStageOptions::new().stage_name("live/1").auto_deploy(true));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    api.add_stage("Live", HttpStageOptions::new().stage_name("live-1").auto_deploy(true));
}
