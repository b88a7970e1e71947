//! An HTTP API with all defaults, and every attribute that a user may read from it.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_core::{App, CfnOutput, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpApiMinimal");
    let api = HttpApi::new(&stack, "Api");

    CfnOutput::new(&stack, "ApiId", api.api_id());
    CfnOutput::new(&stack, "HttpApiId", api.http_api_id());
    CfnOutput::new(&stack, "Endpoint", api.api_endpoint());
    CfnOutput::new(&stack, "Url", api.url());
    if let Some(stage) = api.default_stage() {
        CfnOutput::new(&stack, "StageName", stage.stage_name());
        CfnOutput::new(&stack, "StageUrl", stage.url());
    }
    CfnOutput::new(&stack, "Name", api.http_api_name());
}
