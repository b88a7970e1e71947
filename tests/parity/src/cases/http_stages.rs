//! Stages of an HTTP API: throttling, metrics, variables, names and URLs.

use aws_cdk_apigatewayv2::{HttpApi, HttpStage, HttpStageOptions, ThrottleSettings};
use aws_cdk_core::{App, CfnOutput, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpStages");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();

    let beta = HttpStage::builder(&stack, "Beta", &api)
        .stage_name("beta")
        .auto_deploy(true)
        .description("beta stage")
        .throttle(ThrottleSettings::new().rate_limit(1000).burst_limit(200))
        .detailed_metrics_enabled(true)
        .stage_variable("backend", "blue")
        .stage_variable("Region", "eu")
        .build();
    beta.add_stage_variable("added", "later");
    beta.add_stage_variable("backend", "green");

    let options = HttpStageOptions::new;
    let prod = api.add_stage("Prod", options().stage_name("prod").throttle(ThrottleSettings::new().burst_limit(0)));
    prod.add_stage_variable("only", "one");
    let unnamed = api.add_stage("Unnamed", options().auto_deploy(false).detailed_metrics_enabled(false));
    api.add_stage("RateOnly", options().stage_name("rate").throttle(ThrottleSettings::new().rate_limit(0.5)));

    for (name, stage) in [("Beta", beta), ("Prod", prod), ("Unnamed", unnamed)] {
        CfnOutput::new(&stack, format!("{name}Url"), stage.url());
        CfnOutput::new(&stack, format!("{name}Name"), stage.stage_name());
    }
}
