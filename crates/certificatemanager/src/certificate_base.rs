//! What certificates have in common, and those that exist.

use aws_cdk_cloudwatch::{Metric, Stats};
use aws_cdk_core::{Construct, Duration, IConstruct, Node, Value};
use aws_cdk_interfaces::certificatemanager::ICertificate;

/// The metrics of certificates, made here or imported.
pub trait CertificateMetrics: ICertificate {
    /// In how many days the certificate expires. Default: the minimum over a day.
    ///
    /// ```
    /// use aws_cdk_certificatemanager::{Certificate, CertificateMetrics};
    /// use aws_cdk_cloudwatch::ComparisonOperator;
    /// use aws_cdk_core::{App, Stack};
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Stack");
    /// let arn = "arn:aws:acm:eu-west-1:111111111111:certificate/c";
    /// let certificate = Certificate::from_certificate_arn(&stack, "Certificate", arn);
    /// certificate
    ///     .metric_days_to_expiry()
    ///     .create_alarm(&stack, "Expiring")
    ///     .comparison_operator(ComparisonOperator::LessThanThreshold)
    ///     .threshold(45)
    ///     .evaluation_periods(1)
    ///     .build();
    /// assert!(app.diagnostics().is_empty());
    /// ```
    #[track_caller]
    fn metric_days_to_expiry(&self) -> Metric {
        Metric::new("AWS/CertificateManager", "DaysToExpiry")
            .dimension("CertificateArn", self.certificate_arn())
            .statistic(Stats::MINIMUM)
            .period(Duration::days(1))
    }
}

impl<T: ICertificate + ?Sized> CertificateMetrics for T {}

/// A certificate that exists already.
#[derive(Clone, Debug)]
pub struct ImportedCertificate {
    construct: Construct,
    certificate_arn: Value<String>,
}

impl IConstruct for ImportedCertificate {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ICertificate for ImportedCertificate {
    fn certificate_arn(&self) -> Value<String> {
        self.certificate_arn.clone()
    }
}

impl ImportedCertificate {
    #[track_caller]
    pub(crate) fn new(scope: &Node, id: &str, certificate_arn: Value<String>, type_name: &'static str) -> Self {
        Self { construct: Construct::of_type(scope, id, type_name), certificate_arn }
    }
}

/// The algorithm of a certificate's keys.
///
/// Source: <https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyAlgorithm {
    /// RSA with 1024 bits.
    Rsa1024,
    /// RSA with 2048 bits.
    Rsa2048,
    /// RSA with 3072 bits.
    Rsa3072,
    /// RSA with 4096 bits.
    Rsa4096,
    /// ECDSA with 256 bits.
    EcPrime256v1,
    /// ECDSA with 384 bits.
    EcSecp384r1,
    /// ECDSA with 521 bits.
    EcSecp521r1,
    /// A value that AWS added later.
    Other(String),
}

impl KeyAlgorithm {
    /// The value as the template has it.
    pub fn as_str(&self) -> &str {
        match self {
            KeyAlgorithm::Rsa1024 => "RSA_1024",
            KeyAlgorithm::Rsa2048 => "RSA_2048",
            KeyAlgorithm::Rsa3072 => "RSA_3072",
            KeyAlgorithm::Rsa4096 => "RSA_4096",
            KeyAlgorithm::EcPrime256v1 => "EC_prime256v1",
            KeyAlgorithm::EcSecp384r1 => "EC_secp384r1",
            KeyAlgorithm::EcSecp521r1 => "EC_secp521r1",
            KeyAlgorithm::Other(value) => value,
        }
    }
}
