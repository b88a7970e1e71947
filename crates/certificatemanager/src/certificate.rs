//! Public certificates.

use aws_cdk_cfn_certificatemanager::CfnCertificate;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Tags, Value};
use aws_cdk_interfaces::certificatemanager::ICertificate;

use crate::certificate_base::{ImportedCertificate, KeyAlgorithm};
use crate::validation::CertificateValidation;

const TYPE_NAME: &str = "aws-cdk-certificatemanager.Certificate";

/// The most characters of the first domain name.
const MAX_DOMAIN_NAME: usize = 64;

/// The most characters of the tag that names a certificate which was given no name.
const MAX_NAME: usize = 255;

/// A public certificate. Its deployment waits until the domain names are validated.
///
/// Source: <https://docs.aws.amazon.com/acm/latest/userguide/gs-acm-request-public.html>.
///
/// ```
/// use aws_cdk_certificatemanager::{Certificate, CertificateValidation, KeyAlgorithm};
/// use aws_cdk_core::{App, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// Certificate::builder(&stack, "Certificate", "example.com")
///     .subject_alternative_names(["*.example.com", "example.org"])
///     .validation(CertificateValidation::from_email().validation_domain("*.example.com", "example.com"))
///     .key_algorithm(KeyAlgorithm::EcPrime256v1)
///     .transparency_logging_enabled(false)
///     .build();
/// assert!(app.diagnostics().is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Certificate {
    construct: Construct,
    resource: CfnCertificate,
}

impl IConstruct for Certificate {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ICertificate for Certificate {
    fn certificate_arn(&self) -> Value<String> {
        self.resource.ref_().into()
    }
}

impl Certificate {
    /// Starts a certificate for a domain name, which may start with `*.`.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        domain_name: impl Into<Value<String>>,
    ) -> CertificateBuilder {
        CertificateBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            domain_name: domain_name.into(),
            subject_alternative_names: None,
            validation: CertificateValidation::from_email(),
            certificate_name: None,
            transparency_logging_enabled: None,
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

/// Builds a [`Certificate`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct CertificateBuilder {
    scope: Node,
    id: String,
    domain_name: Value<String>,
    subject_alternative_names: Option<Value<Vec<String>>>,
    validation: CertificateValidation,
    certificate_name: Option<Value<String>>,
    transparency_logging_enabled: Option<bool>,
    key_algorithm: Option<KeyAlgorithm>,
    allow_export: bool,
}

impl CertificateBuilder {
    /// Other domain names that the certificate is for. Default: none.
    pub fn subject_alternative_names(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.subject_alternative_names = Some(value.into());
        self
    }

    /// How it is proved that the domain names are yours. Default: [`CertificateValidation::from_email`].
    pub fn validation(mut self, value: CertificateValidation) -> Self {
        self.validation = value;
        self
    }

    /// The name, a tag. Default: the path of the construct, up to 255 characters.
    pub fn certificate_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.certificate_name = Some(value.into());
        self
    }

    /// Whether the certificate is written into public logs, which browsers want to see. Default: that of the service, true.
    pub fn transparency_logging_enabled(mut self, value: bool) -> Self {
        self.transparency_logging_enabled = Some(value);
        self
    }

    /// The algorithm of the keys. Default: that of the service, [`KeyAlgorithm::Rsa2048`].
    pub fn key_algorithm(mut self, value: KeyAlgorithm) -> Self {
        self.key_algorithm = Some(value);
        self
    }

    /// Whether the certificate and its private key can be taken elsewhere. Default: false.
    pub fn allow_export(mut self, value: bool) -> Self {
        self.allow_export = value;
        self
    }

    /// Adds the certificate. Errors: `certificatemanager::domain-name`, `certificatemanager::validation-domain`, and those of
    /// ids.
    #[track_caller]
    pub fn build(self) -> Certificate {
        let construct = Construct::of_type(&self.scope, &self.id, TYPE_NAME);
        if let Some(name) = self.domain_name.as_literal().filter(|name| name.encode_utf16().count() > MAX_DOMAIN_NAME) {
            construct.node().report(
                Diagnostic::error("certificatemanager::domain-name", format!("`{name}` is longer than 64 characters"))
                    .help("use a shorter name first, and list this one in `subject_alternative_names`"),
            );
        }
        let mut names = vec![self.domain_name.clone()];
        names.extend(self.subject_alternative_names.as_ref().and_then(|names| names.as_elements()).unwrap_or_default());
        let mut resource = CfnCertificate::builder(&construct, "Resource")
            .domain_name(self.domain_name)
            .validation_method(self.validation.method());
        let validation = self.validation.options(&construct, &names);
        if !validation.is_empty() {
            resource = resource.domain_validation_options(validation);
        }
        if let Some(names) = self.subject_alternative_names {
            resource = resource.subject_alternative_names(names);
        }
        if self.allow_export {
            resource = resource.certificate_export("ENABLED");
        }
        if let Some(enabled) = self.transparency_logging_enabled {
            let preference = if enabled { "ENABLED" } else { "DISABLED" };
            resource = resource.certificate_transparency_logging_preference(preference);
        }
        if let Some(algorithm) = self.key_algorithm {
            resource = resource.key_algorithm(algorithm.as_str());
        }
        let resource = resource.build();
        let name = self.certificate_name.unwrap_or_else(|| {
            let path: String = construct.node().path().chars().take(MAX_NAME).collect();
            path.into()
        });
        Tags::of(&resource).add("Name", name);
        Certificate { construct, resource }
    }
}
