//! The certificate of a domain name is in another region than its endpoint.

use aws_cdk_apigatewayv2::DomainName;
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, Environment, Stack};

fn domain(app: &App, region: &str) {
    let stack = Stack::builder(app, "Books").env(Environment::new().region("eu-west-1")).build();
    let arn = format!("arn:aws:acm:{region}:111111111111:certificate/1");
    let certificate = Certificate::from_certificate_arn(&stack, "Certificate", arn);
    DomainName::builder(&stack, "Domain", "api.example.com", &certificate).build();
}

pub fn wrong(app: &App) {
    domain(app, "us-east-1");
}

pub fn right(app: &App) {
    domain(app, "eu-west-1");
}
