//! Certificates: how they are validated, every option, private ones, imports, the metric.

use aws_cdk_certificatemanager::{
    CertificateMetrics,Certificate, CertificateValidation, ICertificate, KeyAlgorithm, PrivateCertificate};
use aws_cdk_core::{App, Aws, CfnOutput, CfnParameter, Construct, Stack, Tags, Value, cfn_list};
use aws_cdk_route53::{HostedZone, IHostedZone};

pub(super) fn build(app: &App) {
    let stack = Stack::builder(app, "Certificates").tag("team", "books").tag("Name", "stack").build();
    let name = CfnParameter::new(&stack, "DomainName").value_as_string();
    let com = HostedZone::builder(&stack, "Com", "example.com").build();
    let net = HostedZone::from_hosted_zone_id(&stack, "Net", "Z2");
    let org = HostedZone::from_hosted_zone_attributes(&stack, "Org", "Z3", "example.org");
    let certificate = |id: &str, name: &str| Certificate::builder(&stack, id, name);

    certificate("Plain", "api.example.com").build();
    certificate("Mail", "*.api.example.co.uk")
        .subject_alternative_names([
            "www.example.com",
            "a.b.example.io",
            "r.test",
            "example.com",
            "x.example.jp",
            "y.or.jp",
        ])
        .validation(CertificateValidation::from_email().validation_domain("www.example.com", "mail.example.com"))
        .build();
    Certificate::builder(&stack, "MailToken", &name)
        .validation(CertificateValidation::from_email().validation_domain(&name, "example.com"))
        .build();
    let dns = certificate("Dns", "example.com")
        .subject_alternative_names(cfn_list![
            "*.example.com",
            "www.example.com",
            "*.www.example.com",
            "*.other.com",
            &name,
        ])
        .validation(CertificateValidation::from_dns(&com))
        .build();
    certificate("ByHand", "example.com")
        .subject_alternative_names(["www.example.com"])
        .validation(CertificateValidation::from_dns_by_hand())
        .build();
    let zones: [(&str, &dyn IHostedZone); 4] =
        [("example.com", &com), ("example.net", &net), ("*.example.net", &org), ("example.org", &org)];
    certificate("Zones", "example.com")
        .subject_alternative_names(["example.net", "*.example.net", "example.org", "example.info"])
        .validation(CertificateValidation::from_dns_multi_zone(zones))
        .build();
    certificate("Options", "example.com")
        .validation(CertificateValidation::from_dns(&com))
        .certificate_name("named")
        .transparency_logging_enabled(false)
        .key_algorithm(KeyAlgorithm::EcSecp384r1)
        .allow_export(true)
        .build();
    certificate("Logged", "example.com")
        .subject_alternative_names(Vec::<String>::new())
        .validation(CertificateValidation::from_dns(&net))
        .certificate_name(Aws::STACK_NAME)
        .transparency_logging_enabled(true)
        .key_algorithm(KeyAlgorithm::Rsa1024)
        .allow_export(false)
        .build();
    let deep = Construct::new(&Construct::new(&stack, "ü".repeat(200)), "n".repeat(100));
    Certificate::builder(&deep, "Deep", format!("{}.example.com", "x".repeat(52))).build();
    Tags::of(&certificate("Tagged", "example.com").build()).add("Name", "tagged");

    let authority = "arn:aws:acm-pca:eu-west-1:111111111111:certificate-authority/1";
    let private = PrivateCertificate::builder(&stack, "Private", "books.internal", authority).build();
    let names: Value<Vec<String>> = cfn_list!["a.internal", &name];
    PrivateCertificate::builder(&stack, "PrivateOptions", &name, authority)
        .subject_alternative_names(names)
        .key_algorithm(KeyAlgorithm::Rsa4096)
        .allow_export(true)
        .build();
    let arn = "arn:aws:acm:us-east-1:111111111111:certificate/c";
    let imported = Certificate::from_certificate_arn(&stack, "Imported", arn);
    let imported2 = PrivateCertificate::from_certificate_arn(&stack, "Imported2", &name);
    let all: [&dyn ICertificate; 4] = [&dns, &private, &imported, &imported2];
    for certificate in all {
        let id = certificate.node().construct_id();
        let metric = certificate.metric_days_to_expiry();
        metric.create_alarm(&stack, format!("{id}Expiring")).threshold(45).evaluation_periods(1).build();
        CfnOutput::new(&stack, format!("{id}Arn"), certificate.certificate_arn());
    }
}
