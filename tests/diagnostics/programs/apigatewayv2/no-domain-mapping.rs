//! A stage that is mapped to no domain is asked for its URL there.

use aws_cdk_apigatewayv2::{DomainMappingOptions, DomainName, HttpApi, HttpStageOptions};
use aws_cdk_certificatemanager::{Certificate, ImportedCertificate};
use aws_cdk_core::{App, CfnOutput, Stack};

fn certificate(stack: &Stack) -> ImportedCertificate {
    Certificate::from_certificate_arn(stack, "Certificate", "arn:aws:acm:eu-west-1:111111111111:certificate/1")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let live = api.add_stage("Live", HttpStageOptions::new().stage_name("live").auto_deploy(true));
    CfnOutput::new(&stack, "Url", live.domain_url());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let domain = DomainName::builder(&stack, "Domain", "api.example.com", &certificate(&stack)).build();
    let api = HttpApi::new(&stack, "Api");
    let mapping = DomainMappingOptions::new(&domain);
    let live = HttpStageOptions::new().stage_name("live").auto_deploy(true).domain_mapping(mapping);
    CfnOutput::new(&stack, "Url", api.add_stage("Live", live).domain_url());
}
