//! A custom domain has an ownership certificate, and clients need none.

use aws_cdk_apigatewayv2::{DomainName, MtlsConfig};
use aws_cdk_certificatemanager::{Certificate, ImportedCertificate};
use aws_cdk_core::{App, Stack};
use aws_cdk_s3::Bucket;

fn certificate(stack: &Stack) -> ImportedCertificate {
    Certificate::from_certificate_arn(stack, "Certificate", "arn:aws:acm:eu-west-1:111111111111:certificate/1")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let certificate = certificate(&stack);
    DomainName::builder(&stack, "Domain", "api.example.com", &certificate).ownership_certificate(&certificate).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let certificate = certificate(&stack);
    let bucket = Bucket::from_bucket_name(&stack, "Trusted", "trusted-clients");
    DomainName::builder(&stack, "Domain", "api.example.com", &certificate)
        .ownership_certificate(&certificate)
        .mtls(MtlsConfig::new(&bucket, "clients.pem").version("1"))
        .build();
}
