//! Stages of two stacks each, with and without an environment; values between the stacks of a stage; a stage in a stage.

use aws_cdk_apigatewayv2::{DomainMappingOptions, DomainName, HttpApi};
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, CfnOutput, CfnResource, Environment, IConstruct, Stack, Stage};

fn service(stage: &Stage) {
    let id = stage.node().construct_id();
    let edge = Stack::builder(stage, "Edge").description(format!("edge of {id}")).build();
    let core = Stack::builder(stage, "Core").tag("stage", &id).build();
    let certificate =
        Certificate::from_certificate_arn(&edge, "Cert", "arn:aws:acm:us-east-1:111111111111:certificate/c");
    let name = format!("{}.example.com", id.to_lowercase());
    let domain = DomainName::builder(&edge, "Domain", name, &certificate).build();
    let api = HttpApi::builder(&core, "Api")
        .default_domain_mapping(DomainMappingOptions::new(&domain).mapping_key("v1"))
        .build();
    if let Some(stage) = api.default_stage() {
        CfnOutput::new(&core, "Url", stage.domain_url());
    }
}

pub(super) fn build(app: &App) {
    service(&Stage::new(app, "Dev"));
    let env = Environment::new().account("222222222222").region("eu-west-1");
    service(&Stage::builder(app, "Prod").env(env).stage_name("production").build());
    let outer = Stage::new(app, "Outer");
    let inner = Stage::new(&outer, "Inner");
    CfnResource::builder(&Stack::new(&inner, "Innermost"), "Raw", "Test::Core::Raw").build();
    CfnResource::builder(&Stack::new(app, "TopLevel"), "Raw", "Test::Core::Raw").build();
}
