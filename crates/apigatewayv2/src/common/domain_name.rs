//! Custom domain names.
//!
//! ```
//! use aws_cdk_apigatewayv2::{DomainMappingOptions, DomainName, HttpApi};
//! use aws_cdk_certificatemanager::Certificate;
//! use aws_cdk_core::{App, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let arn = "arn:aws:acm:eu-west-1:111111111111:certificate/c";
//! let certificate = Certificate::from_certificate_arn(&stack, "Certificate", arn);
//! let domain = DomainName::builder(&stack, "Domain", "books.example.com", &certificate).build();
//! let api = HttpApi::builder(&stack, "Api")
//!     .default_domain_mapping(DomainMappingOptions::new(&domain).mapping_key("v1"))
//!     .build();
//! ```

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::CfnDomainName;
use aws_cdk_cfn_apigatewayv2::cfn_domain_name::{DomainNameConfigurationProperty, MutualTlsAuthenticationProperty};
use aws_cdk_core::{ArnComponents, ArnFormat, Construct, Diagnostic, IConstruct, Lazy, Node, Stack, Value, cfn_format};
use aws_cdk_interfaces::certificatemanager::ICertificate;
use aws_cdk_interfaces::s3::IBucket;

use super::api::IpAddressType;
use super::reference::DomainNameReference;
use crate::checks::add_checks;

/// The oldest version of TLS that a domain name accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecurityPolicy {
    /// TLS 1.0.
    Tls10,
    /// TLS 1.2.
    Tls12,
}

impl SecurityPolicy {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            SecurityPolicy::Tls10 => "TLS_1_0",
            SecurityPolicy::Tls12 => "TLS_1_2",
        }
    }
}

/// Where the endpoint of a domain name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EndpointType {
    /// At the edge of the network.
    Edge,
    /// In the region of the stack.
    Regional,
}

impl EndpointType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            EndpointType::Edge => "EDGE",
            EndpointType::Regional => "REGIONAL",
        }
    }
}

/// A custom domain name, made here or imported.
pub trait IDomainName: IConstruct + fmt::Debug {
    /// The domain name.
    fn name(&self) -> Value<String>;

    /// The name that DNS must point to.
    fn regional_domain_name(&self) -> Value<String>;

    /// The hosted zone of that name.
    fn regional_hosted_zone_id(&self) -> Value<String>;

    /// What the CDK names mappings of the domain name by: how it prints the construct.
    #[doc(hidden)]
    fn printed(&self) -> String {
        self.node().path()
    }

    /// What names the domain name.
    fn domain_name_ref(&self) -> DomainNameReference {
        let arn = ArnComponents::new("apigateway", "domainnames")
            .resource_name(self.name())
            .arn_format(ArnFormat::SlashResourceSlashResourceName);
        DomainNameReference::new(self.name(), Stack::of(self.node()).format_arn(arn))
    }
}

/// A custom domain name.
///
/// ```
/// use aws_cdk_apigatewayv2::{DomainName, EndpointType, IpAddressType, SecurityPolicy};
/// use aws_cdk_certificatemanager::{Certificate, CertificateValidation};
/// # use aws_cdk_core::{App, Stack};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// let certificate = Certificate::builder(&stack, "Certificate", "books.example.com")
///     .validation(CertificateValidation::from_dns_by_hand())
///     .build();
/// let domain = DomainName::builder(&stack, "Domain", "books.example.com", &certificate)
///     .certificate_name("books")
///     .endpoint_type(EndpointType::Regional)
///     .security_policy(SecurityPolicy::Tls12)
///     .ip_address_type(IpAddressType::DualStack)
///     .build();
/// // The escape hatch: what the construct does not offer.
/// domain.default_child().add_property_override("RoutingMode", "API_MAPPING_ONLY");
/// # assert!(app.diagnostics().is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct DomainName {
    construct: Construct,
    resource: CfnDomainName,
    endpoints: Rc<RefCell<Vec<EndpointOptions>>>,
}

impl IConstruct for DomainName {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IDomainName for DomainName {
    fn name(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    fn regional_domain_name(&self) -> Value<String> {
        self.resource.attr_regional_domain_name().into()
    }

    fn regional_hosted_zone_id(&self) -> Value<String> {
        self.resource.attr_regional_hosted_zone_id().into()
    }

    fn domain_name_ref(&self) -> DomainNameReference {
        (&self.resource).into()
    }
}

impl DomainName {
    /// Starts a domain name with the certificate of its first endpoint.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        domain_name: impl Into<Value<String>>,
        certificate: &impl ICertificate,
    ) -> DomainNameBuilder {
        DomainNameBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            domain_name: domain_name.into(),
            endpoint: EndpointOptions::new(certificate),
            mtls: None,
        }
    }

    /// A domain name that exists.
    ///
    /// ```
    /// use aws_cdk_apigatewayv2::{DomainName, DomainNameAttributes, DomainMappingOptions, HttpApi};
    /// # use aws_cdk_core::{App, Stack};
    /// # let app = App::new();
    /// # let stack = Stack::new(&app, "Stack");
    /// let attributes = DomainNameAttributes::new("books.example.com", "d-1.execute-api.eu-west-1.amazonaws.com", "Z123");
    /// let domain = DomainName::from_domain_name_attributes(&stack, "Domain", attributes);
    /// HttpApi::builder(&stack, "Api").default_domain_mapping(DomainMappingOptions::new(&domain)).build();
    /// ```
    #[track_caller]
    pub fn from_domain_name_attributes(
        scope: &impl IConstruct,
        id: impl Into<String>,
        attributes: DomainNameAttributes,
    ) -> ImportedDomainName {
        let construct = Construct::of_type(scope, &id.into(), "aws-cdk-apigatewayv2.DomainName");
        ImportedDomainName { construct, attributes }
    }

    /// The ARN of the domain name.
    pub fn domain_name_arn(&self) -> Value<String> {
        self.resource.attr_domain_name_arn().into()
    }

    /// Adds an endpoint, such as to move a domain name from one type of endpoint to another: the first one was given with the certificate. A second one of the same type is the error
    /// `apigatewayv2::endpoint-type`.
    ///
    /// ```
    /// use aws_cdk_apigatewayv2::{DomainName, EndpointOptions, EndpointType};
    /// use aws_cdk_certificatemanager::Certificate;
    /// # use aws_cdk_core::{App, Stack};
    /// # let app = App::new();
    /// # let stack = Stack::new(&app, "Stack");
    /// let arn = "arn:aws:acm:us-east-1:111111111111:certificate/c";
    /// let certificate = Certificate::from_certificate_arn(&stack, "Certificate", arn);
    /// let domain = DomainName::builder(&stack, "Domain", "books.example.com", &certificate).build();
    /// domain.add_endpoint(EndpointOptions::new(&certificate).endpoint_type(EndpointType::Edge).certificate_name("edge"));
    /// # assert!(app.diagnostics().is_empty());
    /// ```
    #[track_caller]
    pub fn add_endpoint(&self, options: EndpointOptions) {
        let kind = options.endpoint_type;
        if self.endpoints.borrow().iter().any(|known| known.endpoint_type == kind) {
            self.node().report(
                Diagnostic::error(
                    "apigatewayv2::endpoint-type",
                    format!("the domain name already has an endpoint of the type {}", kind.as_str()),
                )
                .help("give the second one another `endpoint_type`"),
            );
        }
        self.endpoints.borrow_mut().push(options);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnDomainName {
        &self.resource
    }
}

/// What is known of a domain name that exists.
#[must_use]
#[derive(Clone, Debug)]
pub struct DomainNameAttributes {
    name: Value<String>,
    regional_domain_name: Value<String>,
    regional_hosted_zone_id: Value<String>,
}

impl DomainNameAttributes {
    /// The domain name, the name that DNS points to, and the hosted zone of that.
    pub fn new(
        name: impl Into<Value<String>>,
        regional_domain_name: impl Into<Value<String>>,
        regional_hosted_zone_id: impl Into<Value<String>>,
    ) -> Self {
        Self {
            name: name.into(),
            regional_domain_name: regional_domain_name.into(),
            regional_hosted_zone_id: regional_hosted_zone_id.into(),
        }
    }
}

/// A domain name that exists already.
#[derive(Clone, Debug)]
pub struct ImportedDomainName {
    construct: Construct,
    attributes: DomainNameAttributes,
}

impl IConstruct for ImportedDomainName {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IDomainName for ImportedDomainName {
    fn name(&self) -> Value<String> {
        self.attributes.name.clone()
    }

    fn regional_domain_name(&self) -> Value<String> {
        self.attributes.regional_domain_name.clone()
    }

    fn regional_hosted_zone_id(&self) -> Value<String> {
        self.attributes.regional_hosted_zone_id.clone()
    }
}

/// An endpoint of a domain name.
#[must_use]
#[derive(Clone, Debug)]
pub struct EndpointOptions {
    certificate_arn: Value<String>,
    certificate_name: Option<Value<String>>,
    endpoint_type: EndpointType,
    security_policy: Option<SecurityPolicy>,
    ownership_certificate_arn: Option<Value<String>>,
    ip_address_type: Option<IpAddressType>,
}

impl EndpointOptions {
    /// A regional endpoint with a certificate, which is in the region of the stack.
    pub fn new(certificate: &impl ICertificate) -> Self {
        Self {
            certificate_arn: certificate.certificate_arn(),
            certificate_name: None,
            endpoint_type: EndpointType::Regional,
            security_policy: None,
            ownership_certificate_arn: None,
            ip_address_type: None,
        }
    }
}

macro_rules! endpoint_setters {
    ($($(#[$doc:meta])* $name:ident($value:ident: $type:ty) => $field:ident = $set:expr;)+) => {
        impl EndpointOptions {
            $($(#[$doc])*
            pub fn $name(mut self, $value: $type) -> Self {
                self.$field = $set;
                self
            })+
        }

        impl DomainNameBuilder {
            $($(#[$doc])*
            pub fn $name(mut self, $value: $type) -> Self {
                self.endpoint.$field = $set;
                self
            })+
        }
    };
}

endpoint_setters! {
    /// The name of the certificate, for edge endpoints. Default: none.
    certificate_name(value: impl Into<Value<String>>) => certificate_name = Some(value.into());
    /// Where the endpoint stands. Default: in the region of the stack.
    endpoint_type(value: EndpointType) => endpoint_type = value;
    /// The oldest version of TLS. Default: that of API Gateway, 1.2.
    security_policy(value: SecurityPolicy) => security_policy = Some(value);
    /// The public certificate that proves that the domain is yours, for mutual TLS with a private one. Default: none.
    ownership_certificate(value: &impl ICertificate) => ownership_certificate_arn = Some(value.certificate_arn());
    /// The IP versions that the endpoint can be called with. Default: that of API Gateway, IPv4.
    ip_address_type(value: IpAddressType) => ip_address_type = Some(value);
}

/// Mutual TLS: clients present certificates that a truststore vouches for.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mutual-tls.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{DomainName, HttpApi, MtlsConfig};
/// use aws_cdk_certificatemanager::Certificate;
/// use aws_cdk_s3::Bucket;
/// # use aws_cdk_core::{App, Stack};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// # let own = Certificate::from_certificate_arn(&stack, "Own", "arn:aws:acm:us-east-1:111111111111:certificate/o");
/// # let certificate = Certificate::from_certificate_arn(&stack, "C", "arn:aws:acm:us-east-1:111111111111:certificate/c");
/// let trust = Bucket::builder(&stack, "Trust").versioned(true).build();
/// DomainName::builder(&stack, "Domain", "books.example.com", &certificate)
///     .mtls(MtlsConfig::new(&trust, "authorities.pem").version("version-1"))
///     .ownership_certificate(&own) // only for a certificate of a private authority
///     .build();
/// // Clients cannot get around it by the default endpoint.
/// HttpApi::builder(&stack, "Api").disable_execute_api_endpoint(true).build();
/// # assert!(app.diagnostics().is_empty());
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct MtlsConfig {
    truststore_uri: Value<String>,
    version: Option<Value<String>>,
}

impl MtlsConfig {
    /// The truststore: an object of a bucket.
    pub fn new(bucket: &(impl IBucket + ?Sized), key: impl Into<Value<String>>) -> Self {
        let key = key.into();
        let truststore_uri = match key.as_literal() {
            Some(key) => bucket.s3_url_for_object(key),
            None => cfn_format!("s3://{}/{}", bucket.bucket_name(), key),
        };
        Self { truststore_uri, version: None }
    }

    /// The version of the object, for a bucket that keeps versions. Default: the newest when deploying.
    pub fn version(mut self, value: impl Into<Value<String>>) -> Self {
        self.version = Some(value.into());
        self
    }
}

/// Builds a [`DomainName`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct DomainNameBuilder {
    scope: Node,
    id: String,
    domain_name: Value<String>,
    endpoint: EndpointOptions,
    mtls: Option<MtlsConfig>,
}

impl DomainNameBuilder {
    /// Clients must present certificates. Default: they need none.
    pub fn mtls(mut self, value: MtlsConfig) -> Self {
        self.mtls = Some(value);
        self
    }

    /// Adds the domain name. Errors: `apigatewayv2::domain-name`, `apigatewayv2::ownership-certificate`, and those of ids.
    #[track_caller]
    pub fn build(self) -> DomainName {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-apigatewayv2.DomainName");
        add_checks(&construct);
        if self.domain_name.as_literal() == Some("") {
            construct.node().report(
                Diagnostic::error("apigatewayv2::domain-name", "the domain name is empty")
                    .help("write a name such as `api.example.com`"),
            );
        }
        if self.endpoint.ownership_certificate_arn.is_some() && self.mtls.is_none() {
            construct.node().report(
                Diagnostic::error("apigatewayv2::ownership-certificate", "an ownership certificate without mutual TLS")
                    .help("call `mtls` as well, or leave `ownership_certificate` out"),
            );
        }
        let endpoints = Rc::new(RefCell::new(vec![self.endpoint]));
        let later = endpoints.clone();
        let mut resource = CfnDomainName::builder(&construct, "Resource")
            .domain_name(self.domain_name)
            .domain_name_configurations(Lazy::list(move || later.borrow().iter().map(configuration).collect()));
        if let Some(mtls) = self.mtls {
            let mut property = MutualTlsAuthenticationProperty::new().truststore_uri(mtls.truststore_uri);
            if let Some(version) = mtls.version {
                property = property.truststore_version(version);
            }
            resource = resource.mutual_tls_authentication(property);
        }
        DomainName { resource: resource.build(), construct, endpoints }
    }
}

fn configuration(endpoint: &EndpointOptions) -> DomainNameConfigurationProperty {
    let mut property = DomainNameConfigurationProperty::new()
        .certificate_arn(&endpoint.certificate_arn)
        .endpoint_type(endpoint.endpoint_type.as_str());
    if let Some(name) = &endpoint.certificate_name {
        property = property.certificate_name(name);
    }
    if let Some(arn) = &endpoint.ownership_certificate_arn {
        property = property.ownership_verification_certificate_arn(arn);
    }
    if let Some(policy) = endpoint.security_policy {
        property = property.security_policy(policy.as_str());
    }
    if let Some(ip_address_type) = &endpoint.ip_address_type {
        property = property.ip_address_type(ip_address_type.as_str());
    }
    property
}
