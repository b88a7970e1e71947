//! The default stage is mapped to a domain, and there is none.

use aws_cdk_apigatewayv2::{DomainMappingOptions, DomainName, HttpApi};
use aws_cdk_certificatemanager::{Certificate, ImportedCertificate};
use aws_cdk_core::{App, Stack};

fn certificate(stack: &Stack) -> ImportedCertificate {
    Certificate::from_certificate_arn(stack, "Certificate", "arn:aws:acm:eu-west-1:111111111111:certificate/1")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let domain = DomainName::builder(&stack, "Domain", "api.example.com", &certificate(&stack)).build();
    HttpApi::builder(&stack, "Api")
        .create_default_stage(false)
        .default_domain_mapping(DomainMappingOptions::new(&domain))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let domain = DomainName::builder(&stack, "Domain", "api.example.com", &certificate(&stack)).build();
    HttpApi::builder(&stack, "Api").default_domain_mapping(DomainMappingOptions::new(&domain)).build();
}
