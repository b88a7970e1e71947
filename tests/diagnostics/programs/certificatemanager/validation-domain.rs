//! It is not known which domain gets the mail about a certificate.

use aws_cdk_certificatemanager::{Certificate, CertificateValidation};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let mail = CertificateValidation::from_email();
    Certificate::builder(&stack, "Certificate", "www.example.museum").validation(mail).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let mail = CertificateValidation::from_email().validation_domain("www.example.museum", "example.museum");
    Certificate::builder(&stack, "Certificate", "www.example.museum").validation(mail).build();
}
