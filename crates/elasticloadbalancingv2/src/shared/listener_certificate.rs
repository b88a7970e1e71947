//! Certificates of listeners.

use aws_cdk_cfn_elasticloadbalancingv2::CfnListenerCertificate;
use aws_cdk_cfn_elasticloadbalancingv2::cfn_listener_certificate::CertificateProperty;
use aws_cdk_core::{Construct, IConstruct, Json, Lazy, Value};
use aws_cdk_interfaces::certificatemanager::ICertificate;
use std::cell::RefCell;
use std::rc::Rc;

use super::attributes::object;

/// A certificate of a listener: one of Certificate Manager, or of IAM.
#[derive(Clone, Debug)]
pub struct ListenerCertificate {
    certificate_arn: Value<String>,
}

impl ListenerCertificate {
    /// A certificate of Certificate Manager.
    pub fn from_certificate_manager(certificate: &(impl ICertificate + ?Sized)) -> Self {
        Self::from_arn(certificate.certificate_arn())
    }

    /// A certificate, by its ARN.
    pub fn from_arn(certificate_arn: impl Into<Value<String>>) -> Self {
        Self { certificate_arn: certificate_arn.into() }
    }

    /// The ARN.
    pub fn certificate_arn(&self) -> Value<String> {
        self.certificate_arn.clone()
    }
}

/// The default certificate of a listener, which stands in it; others are resources of their own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Certificates {
    default: Rc<RefCell<Option<ListenerCertificate>>>,
}

impl Certificates {
    pub(crate) fn is_empty(&self) -> bool {
        self.default.borrow().is_none()
    }

    /// The property, left out if there is none.
    pub(crate) fn property<T>(&self) -> Value<Vec<T>> {
        let default = self.default.clone();
        Lazy::value(move |_| {
            let arn = default.borrow().as_ref()?.certificate_arn().into_json();
            Some(Value::from_json(Json::List(vec![object([("CertificateArn", Some(arn))])])))
        })
    }

    /// Adds certificates: the first one as the default if there is none, others below the listener.
    #[track_caller]
    pub(crate) fn add(
        &self,
        listener: &impl IConstruct,
        listener_arn: &Value<String>,
        id: &str,
        certificates: impl IntoIterator<Item = ListenerCertificate>,
    ) {
        let mut certificates = certificates.into_iter().peekable();
        if self.is_empty() && certificates.peek().is_some() {
            *self.default.borrow_mut() = certificates.next();
        }
        for (index, certificate) in certificates.enumerate() {
            add_certificates(listener, &format!("{id}{}", index + 1), listener_arn, vec![certificate]);
        }
    }
}

/// Adds certificates to a listener, as a resource of their own.
#[track_caller]
pub(crate) fn add_certificates(
    scope: &impl IConstruct,
    id: &str,
    listener_arn: &Value<String>,
    certificates: Vec<ListenerCertificate>,
) -> Construct {
    let construct = Construct::of_type(scope, id, "aws-cdk-elasticloadbalancingv2.ListenerCertificate");
    let properties = certificates.into_iter().map(|it| CertificateProperty::new().certificate_arn(it.certificate_arn));
    CfnListenerCertificate::builder(&construct, "Resource")
        .listener_arn(listener_arn)
        .certificates(properties.collect::<Value<Vec<_>>>())
        .build();
    construct
}
