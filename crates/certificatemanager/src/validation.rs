//! How it is proved that a certificate's domain names are yours.

use aws_cdk_cfn_certificatemanager::cfn_certificate::DomainValidationOptionProperty;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Value};
use aws_cdk_interfaces::route53::IHostedZone;

use crate::public_suffix::apex_domain;

/// How it is proved that a certificate's domain names are yours.
///
/// Source: <https://docs.aws.amazon.com/acm/latest/userguide/domain-ownership-validation.html>.
///
/// ```
/// use aws_cdk_certificatemanager::{Certificate, CertificateValidation};
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_route53::HostedZone;
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let com = HostedZone::from_hosted_zone_id(&stack, "Com", "Z1");
/// let net = HostedZone::from_hosted_zone_id(&stack, "Net", "Z2");
/// Certificate::builder(&stack, "Both", "example.com")
///     .subject_alternative_names(["example.net"])
///     .validation(CertificateValidation::from_dns_multi_zone([("example.com", &com), ("example.net", &net)]))
///     .build();
/// Certificate::builder(&stack, "ByHand", "example.org").validation(CertificateValidation::from_dns_by_hand()).build();
/// Certificate::builder(&stack, "ByMail", "www.example.org").validation(CertificateValidation::from_email()).build();
/// assert!(app.diagnostics().is_empty());
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct CertificateValidation {
    method: Method,
}

#[derive(Clone, Debug)]
enum Method {
    /// The ids of zones by domain name, and that of the one for all others.
    Dns { zones: Vec<(Value<String>, Value<String>)>, zone: Option<Value<String>> },
    /// The domains that get mail by domain name.
    Email { domains: Vec<(Value<String>, Value<String>)> },
}

impl CertificateValidation {
    /// By records of DNS, which CloudFormation adds to a public hosted zone that all domain names are in.
    pub fn from_dns(hosted_zone: &(impl IHostedZone + ?Sized)) -> Self {
        Self { method: Method::Dns { zones: Vec::new(), zone: Some(hosted_zone.hosted_zone_id()) } }
    }

    /// By records of DNS that you add by hand while the deployment waits.
    pub fn from_dns_by_hand() -> Self {
        Self { method: Method::Dns { zones: Vec::new(), zone: None } }
    }

    /// By records of DNS, which CloudFormation adds to the hosted zone of each domain name; by hand for those that are not
    /// named.
    pub fn from_dns_multi_zone<'a, D: Into<Value<String>>, Z: IHostedZone + ?Sized + 'a>(
        hosted_zones: impl IntoIterator<Item = (D, &'a Z)>,
    ) -> Self {
        let zones = hosted_zones.into_iter().map(|(domain, zone)| (domain.into(), zone.hosted_zone_id()));
        Self { method: Method::Dns { zones: zones.collect(), zone: None } }
    }

    /// By mail to the administrators of each domain name: of the registered domain that it is in, or of the one that
    /// [`CertificateValidation::validation_domain`] says.
    pub fn from_email() -> Self {
        Self { method: Method::Email { domains: Vec::new() } }
    }

    /// The domain whose administrators get the mail for a domain name; for validation by mail. Default: the registered
    /// domain, such as `example.co.uk`. Where that is not known this is needed, else the certificate has the error
    /// `certificatemanager::validation-domain`.
    pub fn validation_domain(mut self, domain: impl Into<Value<String>>, gets_mail: impl Into<Value<String>>) -> Self {
        if let Method::Email { domains } = &mut self.method {
            domains.push((domain.into(), gets_mail.into()));
        }
        self
    }

    /// The value as the template has it.
    pub(crate) fn method(&self) -> &'static str {
        match self.method {
            Method::Dns { .. } => "DNS",
            Method::Email { .. } => "EMAIL",
        }
    }

    #[track_caller]
    pub(crate) fn options(
        &self,
        certificate: &Construct,
        names: &[Value<String>],
    ) -> Vec<DomainValidationOptionProperty> {
        let mut options = Vec::new();
        match &self.method {
            Method::Dns { zones, zone } => {
                for name in names.iter().filter(|name| !is_covered(name, names)) {
                    if let Some(zone) = find(zones, name).or(zone.as_ref()) {
                        options.push(DomainValidationOptionProperty::new().domain_name(name).hosted_zone_id(zone));
                    }
                }
            }
            Method::Email { domains } => {
                for name in names {
                    let apex = || name.as_literal().and_then(apex_domain).map(Value::from);
                    let Some(domain) = find(domains, name).cloned().or_else(apex) else {
                        report_unknown_domain(certificate, name);
                        continue;
                    };
                    options.push(DomainValidationOptionProperty::new().domain_name(name).validation_domain(domain));
                }
            }
        }
        options
    }
}

fn find<'a>(known: &'a [(Value<String>, Value<String>)], name: &Value<String>) -> Option<&'a Value<String>> {
    let name = name.as_json().identity();
    known.iter().rev().find(|(known, _)| known.as_json().identity() == name).map(|(_, value)| value)
}

/// Whether a wildcard is validated by the record of the name without it.
fn is_covered(name: &Value<String>, names: &[Value<String>]) -> bool {
    let base = name.as_literal().and_then(|name| name.strip_prefix("*."));
    base.is_some_and(|base| names.iter().any(|name| name.as_literal() == Some(base)))
}

#[track_caller]
fn report_unknown_domain(certificate: &Construct, name: &Value<String>) {
    let name = name.as_literal().unwrap_or("a name that is known only at deployment");
    let message = format!("the registered domain of {name} is not known here");
    certificate.node().report(
        Diagnostic::error("certificatemanager::validation-domain", message)
            .help("say with `validation_domain` which domain gets the mail, or validate with `from_dns`"),
    );
}
