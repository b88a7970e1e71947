//! A mapping key has an empty part.

use aws_cdk_apigatewayv2::{CfnApiMapping, DomainName, HttpApi, IDomainName};
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, Stack};

fn domain(stack: &Stack) -> DomainName {
    let arn = "arn:aws:acm:eu-west-1:111111111111:certificate/1";
    let certificate = Certificate::from_certificate_arn(stack, "Certificate", arn);
    DomainName::builder(stack, "Domain", "api.example.com", &certificate).build()
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let (api, domain) = (HttpApi::new(&stack, "Api"), domain(&stack));
    CfnApiMapping::builder(&stack, "First")
        .api_id(api.api_id())
        .stage("$default")
        .domain_name(domain.name())
        .api_mapping_key("orders//v1")
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let (api, domain) = (HttpApi::new(&stack, "Api"), domain(&stack));
    CfnApiMapping::builder(&stack, "First")
        .api_id(api.api_id())
        .stage("$default")
        .domain_name(domain.name())
        .api_mapping_key("orders/v1")
        .build();
}
