//! The options of stacks: name, environment, tags, protection, synthesizers, compact templates; stacks below other
//! constructs and stacks.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_core::{
    App, CfnOutput, CfnResource, Construct, DefaultStackSynthesizer, Environment, Stack, StackSynthesizer, cfn_format,
};

fn fill(stack: &Stack) {
    let api = HttpApi::new(stack, "Api");
    CfnOutput::new(stack, "Url", api.url());
    CfnOutput::new(stack, "Arn", api.arn_for_execute_api(None, None, None));
    let (account, region, name) = (stack.account(), stack.region(), stack.stack_name());
    let env = cfn_format!("{}/{}/{}/{}/{}", account, region, name, stack.url_suffix(), stack.partition());
    CfnOutput::new(stack, "Env", env);
}

pub(super) fn build(app: &App) {
    fill(&Stack::new(app, "StackAgnostic"));
    fill(
        &Stack::builder(app, "StackFull")
            .stack_name("custom-name")
            .description("d")
            .termination_protection(true)
            .tag("b", "2")
            .tag("a", "1")
            .env(Environment::new().account("111111111111").region("us-east-1"))
            .notification_arns(["arn:aws:sns:us-east-1:111111111111:topic"])
            .build(),
    );
    fill(&Stack::builder(app, "StackRegionOnly").env(Environment::new().region("ap-southeast-2")).build());
    fill(&Stack::builder(app, "StackAccountOnly").env(Environment::new().account("333333333333")).build());
    let china = Environment::new().account("444444444444").region("cn-north-1");
    fill(&Stack::builder(app, "StackChina").env(china).build());
    fill(&Stack::builder(app, "StackCompact").suppress_template_indentation(true).build());
    let synthesizer = DefaultStackSynthesizer::new()
        .qualifier("mine")
        .file_assets_bucket_name("assets-${AWS::AccountId}")
        .bucket_prefix("prefix/")
        .generate_bootstrap_version_rule(true)
        .deploy_role_arn("arn:aws:iam::${AWS::AccountId}:role/deploy")
        .bootstrap_stack_version_ssm_parameter("/custom/version");
    fill(&Stack::builder(app, "StackSynth").synthesizer(synthesizer).build());
    let without_rule = DefaultStackSynthesizer::new().generate_bootstrap_version_rule(false);
    fill(&Stack::builder(app, "StackNoRule").synthesizer(without_rule).build());
    fill(&Stack::builder(app, "StackLegacy").synthesizer(StackSynthesizer::Legacy).build());
    let group = Construct::new(app, "Group");
    fill(&Stack::new(&group, "Nested-Stack"));
    let outer = Stack::new(app, "StackOuter");
    CfnResource::builder(&outer, "Raw", "Test::Core::Raw").build();
    fill(&Stack::new(&outer, "StackInner"));
}
