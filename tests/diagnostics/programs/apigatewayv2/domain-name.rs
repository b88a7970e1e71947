//! A custom domain has no name.

use aws_cdk_apigatewayv2::DomainName;
use aws_cdk_certificatemanager::{Certificate, ImportedCertificate};
use aws_cdk_core::{App, Stack};

fn certificate(stack: &Stack) -> ImportedCertificate {
    Certificate::from_certificate_arn(stack, "Certificate", "arn:aws:acm:eu-west-1:111111111111:certificate/1")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    DomainName::builder(&stack, "Domain", "", &certificate(&stack)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    DomainName::builder(&stack, "Domain", "api.example.com", &certificate(&stack)).build();
}
