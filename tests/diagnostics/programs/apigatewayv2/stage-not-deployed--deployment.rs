//! The deployment of an API is for another stage.

use aws_cdk_apigatewayv2::{CfnDeployment, HttpApi, HttpStageOptions};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    api.add_stage("Live", HttpStageOptions::new().stage_name("live"));
    CfnDeployment::builder(&stack, "Deployment").api_id(api.api_id()).stage_name("test").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    api.add_stage("Live", HttpStageOptions::new().stage_name("live"));
    CfnDeployment::builder(&stack, "Deployment").api_id(api.api_id()).stage_name("live").build();
}
