//! A stage has a burst limit, which the rate of the account refills.

use aws_cdk_apigatewayv2::{HttpApi, HttpStageOptions, ThrottleSettings};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    api.add_stage(
        "Live",
        HttpStageOptions::new().stage_name("live").auto_deploy(true).throttle(ThrottleSettings::new().burst_limit(10)),
    );
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    api.add_stage(
        "Live",
        HttpStageOptions::new()
            .stage_name("live")
            .auto_deploy(true)
            .throttle(ThrottleSettings::new().rate_limit(10.0).burst_limit(10)),
    );
}
