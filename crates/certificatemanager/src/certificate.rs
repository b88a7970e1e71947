//! Certificates.

use std::fmt;

use aws_cdk_core::{Construct, IConstruct, Node, Value};

/// A certificate, made here or imported.
pub trait ICertificate: IConstruct + fmt::Debug {
    /// The ARN of the certificate.
    fn certificate_arn(&self) -> Value<String>;
}

/// A certificate.
#[derive(Clone, Debug)]
pub struct Certificate {
    construct: Construct,
    certificate_arn: Value<String>,
}

impl IConstruct for Certificate {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ICertificate for Certificate {
    fn certificate_arn(&self) -> Value<String> {
        self.certificate_arn.clone()
    }
}

impl Certificate {
    /// A certificate that exists, by its ARN.
    #[track_caller]
    pub fn from_certificate_arn(
        scope: &impl IConstruct,
        id: impl Into<String>,
        certificate_arn: impl Into<Value<String>>,
    ) -> Self {
        let construct = Construct::of_type(scope, &id.into(), "aws-cdk-certificatemanager.Certificate");
        Self { construct, certificate_arn: certificate_arn.into() }
    }
}
