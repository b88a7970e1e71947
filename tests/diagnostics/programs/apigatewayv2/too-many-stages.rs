//! An API has more stages than API Gateway takes.

use aws_cdk_apigatewayv2::{HttpApi, HttpStageOptions};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    for number in 0..11 {
        let options = HttpStageOptions::new().stage_name(format!("stage-{number}")).auto_deploy(true);
        api.add_stage(format!("Stage{number}"), options);
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    for number in 0..7 {
        let options = HttpStageOptions::new().stage_name(format!("stage-{number}")).auto_deploy(true);
        api.add_stage(format!("Stage{number}"), options);
    }
}
