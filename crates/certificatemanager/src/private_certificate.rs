//! Private certificates.

use aws_cdk_cfn_certificatemanager::CfnCertificate;
use aws_cdk_core::{Construct, IConstruct, Node, Value};
use aws_cdk_interfaces::certificatemanager::ICertificate;

use crate::certificate_base::{ImportedCertificate, KeyAlgorithm};

const TYPE_NAME: &str = "aws-cdk-certificatemanager.PrivateCertificate";

/// A certificate of a private certificate authority.
///
/// Source: <https://docs.aws.amazon.com/acm/latest/userguide/gs-acm-request-private.html>.
///
/// ```
/// use aws_cdk_certificatemanager::PrivateCertificate;
/// use aws_cdk_core::{App, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let authority = "arn:aws:acm-pca:eu-west-1:111111111111:certificate-authority/023077d8";
/// let certificate = PrivateCertificate::builder(&stack, "Certificate", "books.internal", authority)
///     .subject_alternative_names(["orders.internal"])
///     .build();
/// ```
#[derive(Clone, Debug)]
pub struct PrivateCertificate {
    construct: Construct,
    resource: CfnCertificate,
}

impl IConstruct for PrivateCertificate {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ICertificate for PrivateCertificate {
    fn certificate_arn(&self) -> Value<String> {
        self.resource.ref_().into()
    }
}

impl PrivateCertificate {
    /// Starts a certificate for a domain name, of the authority with an ARN.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        domain_name: impl Into<Value<String>>,
        certificate_authority_arn: impl Into<Value<String>>,
    ) -> PrivateCertificateBuilder {
        PrivateCertificateBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            domain_name: domain_name.into(),
            certificate_authority_arn: certificate_authority_arn.into(),
            subject_alternative_names: None,
            key_algorithm: None,
            allow_export: false,
        }
    }

    /// A certificate that exists, by its ARN.
    #[track_caller]
    pub fn from_certificate_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        certificate_arn: impl Into<Value<String>>,
    ) -> ImportedCertificate {
        ImportedCertificate::new(scope.node(), id.as_ref(), certificate_arn.into(), TYPE_NAME)
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnCertificate {
        &self.resource
    }
}

/// Builds a [`PrivateCertificate`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct PrivateCertificateBuilder {
    scope: Node,
    id: String,
    domain_name: Value<String>,
    certificate_authority_arn: Value<String>,
    subject_alternative_names: Option<Value<Vec<String>>>,
    key_algorithm: Option<KeyAlgorithm>,
    allow_export: bool,
}

impl PrivateCertificateBuilder {
    /// Other domain names that the certificate is for. Default: none.
    pub fn subject_alternative_names(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.subject_alternative_names = Some(value.into());
        self
    }

    /// The algorithm of the keys; of the authority's family. Default: that of the service, [`KeyAlgorithm::Rsa2048`].
    pub fn key_algorithm(mut self, value: KeyAlgorithm) -> Self {
        self.key_algorithm = Some(value);
        self
    }

    /// Whether the certificate and its private key can be taken elsewhere. Default: false.
    pub fn allow_export(mut self, value: bool) -> Self {
        self.allow_export = value;
        self
    }

    /// Adds the certificate. Errors: those of ids.
    #[track_caller]
    pub fn build(self) -> PrivateCertificate {
        let construct = Construct::of_type(&self.scope, &self.id, TYPE_NAME);
        let mut resource = CfnCertificate::builder(&construct, "Resource")
            .domain_name(self.domain_name)
            .certificate_authority_arn(self.certificate_authority_arn);
        if let Some(names) = self.subject_alternative_names {
            resource = resource.subject_alternative_names(names);
        }
        if let Some(algorithm) = self.key_algorithm {
            resource = resource.key_algorithm(algorithm.as_str());
        }
        if self.allow_export {
            resource = resource.certificate_export("ENABLED");
        }
        PrivateCertificate { resource: resource.build(), construct }
    }
}
