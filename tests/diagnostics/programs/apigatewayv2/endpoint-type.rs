//! A custom domain gets a second endpoint of the type that it has.

use aws_cdk_apigatewayv2::{DomainName, EndpointOptions, EndpointType};
use aws_cdk_certificatemanager::{Certificate, ImportedCertificate};
use aws_cdk_core::{App, Stack};

fn certificate(stack: &Stack) -> ImportedCertificate {
    Certificate::from_certificate_arn(stack, "Certificate", "arn:aws:acm:us-east-1:111111111111:certificate/1")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let certificate = certificate(&stack);
    let domain = DomainName::builder(&stack, "Domain", "api.example.com", &certificate).build();
    domain.add_endpoint(EndpointOptions::new(&certificate));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let certificate = certificate(&stack);
    let domain = DomainName::builder(&stack, "Domain", "api.example.com", &certificate).build();
    domain.add_endpoint(EndpointOptions::new(&certificate).endpoint_type(EndpointType::Edge));
}
