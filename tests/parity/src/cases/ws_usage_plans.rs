//! API keys and usage plans: every option, stages and keys added later, grants and imports.

use aws_cdk_apigatewayv2::{
    AddApiKeyOptions, ApiKey, IApiKey, IUsagePlan, Period, QuotaSettings, RateLimitedApiKey, ThrottleSettings, UsagePlan,
    UsagePlanPerApiStage, WebSocketApi, WebSocketApiKeySelectionExpression, WebSocketStage,
};
use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_iam::User;

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "WsUsagePlans");
    let api = WebSocketApi::builder(&stack, "Api")
        .api_key_selection_expression(WebSocketApiKeySelectionExpression::HEADER_X_API_KEY)
        .build();
    let stage = WebSocketStage::builder(&stack, "Stage", &api, "prod").auto_deploy(true).build();
    let beta = WebSocketStage::builder(&stack, "Beta", &api, "beta").auto_deploy(true).build();

    let key = ApiKey::builder(&stack, "Key")
        .api_key_name("main")
        .value("a-value-that-is-long-enough")
        .description("main key")
        .customer_id("customer")
        .enabled(false)
        .generate_distinct_id(true)
        .build();
    let plain = ApiKey::new(&stack, "Plain");
    let user = User::new(&stack, "User");
    key.grant_read(&user);
    key.grant_read_write(&user);
    plain.grant_write(&user);

    let plan = UsagePlan::builder(&stack, "Plan")
        .usage_plan_name("plan")
        .description("the plan")
        .quota(QuotaSettings::new().limit(1000).offset(1).period(Period::Week))
        .throttle(ThrottleSettings::new().rate_limit(10.5).burst_limit(5))
        .api_stages([UsagePlanPerApiStage::new().api(&api).stage(&stage)])
        .build();
    plan.add_api_stage(UsagePlanPerApiStage::new().api(&api).stage(&beta));
    plan.add_api_key(&key);
    plan.add_api_key_with(&plain, AddApiKeyOptions::new().override_logical_id("GivenLogicalId"));
    UsagePlan::builder(&stack, "Monthly").quota(QuotaSettings::new().limit(5).period(Period::Month)).build();
    let empty = UsagePlan::new(&stack, "Empty");
    empty.add_api_key(&ApiKey::from_api_key_id(&stack, "OldKey", "key123"));
    UsagePlan::from_usage_plan_id(&stack, "OldPlan", "plan123").add_api_key(&plain);

    let limited = RateLimitedApiKey::builder(&stack, "Limited")
        .api_key_name("limited")
        .quota(QuotaSettings::new().limit(10).period(Period::Day))
        .throttle(ThrottleSettings::new().rate_limit(1))
        .api_stages([UsagePlanPerApiStage::new().api(&api).stage(&stage)])
        .build();
    RateLimitedApiKey::builder(&stack, "Unlimited").customer_id("c").build();

    CfnOutput::new(&stack, "KeyId", key.key_id());
    CfnOutput::new(&stack, "KeyArn", limited.key_arn());
    CfnOutput::new(&stack, "PlanId", plan.usage_plan_id());
}
