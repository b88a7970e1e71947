//! An API is mapped to an empty path.

use aws_cdk_apigatewayv2::{ApiMapping, DomainName, HttpApi, HttpStageOptions};
use aws_cdk_certificatemanager::{Certificate, ImportedCertificate};
use aws_cdk_core::{App, Stack};

fn certificate(stack: &Stack) -> ImportedCertificate {
    Certificate::from_certificate_arn(stack, "Certificate", "arn:aws:acm:eu-west-1:111111111111:certificate/1")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    let live = api.add_stage("Live", HttpStageOptions::new().stage_name("live").auto_deploy(true));
    let domain = DomainName::builder(&stack, "Domain", "api.example.com", &certificate(&stack)).build();
    ApiMapping::builder(&stack, "Mapping", &api, &domain, &live).api_mapping_key("").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    let live = api.add_stage("Live", HttpStageOptions::new().stage_name("live").auto_deploy(true));
    let domain = DomainName::builder(&stack, "Domain", "api.example.com", &certificate(&stack)).build();
    ApiMapping::builder(&stack, "Mapping", &api, &domain, &live).build();
}
