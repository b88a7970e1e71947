//! What listeners of application load balancers are to be.

use aws_cdk_core::{Diagnostic, Node, Value};

use super::application_target_group::IApplicationTargetGroup;
use super::listener_action::ListenerAction;
use crate::shared::{ApplicationProtocol, ListenerCertificate, MutualAuthenticationMode, SslPolicy};

/// What is done with the certificates of clients.
///
/// Source: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html>.
#[must_use]
#[derive(Clone, Debug)]
pub struct MutualAuthentication {
    pub(super) mode: MutualAuthenticationMode,
    pub(super) trust_store_arn: Option<Value<String>>,
    pub(super) ignore_client_certificate_expiry: Option<bool>,
    pub(super) advertise_trust_store_ca_names: Option<bool>,
}

impl MutualAuthentication {
    /// Certificates are passed on to targets, or not asked for.
    pub fn new(mode: MutualAuthenticationMode) -> Self {
        Self {
            mode,
            trust_store_arn: None,
            ignore_client_certificate_expiry: None,
            advertise_trust_store_ca_names: None,
        }
    }

    /// Certificates are verified by a trust store, by its ARN.
    pub fn verify(trust_store_arn: impl Into<Value<String>>) -> Self {
        Self { trust_store_arn: Some(trust_store_arn.into()), ..Self::new(MutualAuthenticationMode::Verify) }
    }

    /// Whether certificates that have expired are good as well, if they are verified. Default: false.
    pub fn ignore_client_certificate_expiry(mut self, value: bool) -> Self {
        self.ignore_client_certificate_expiry = Some(value);
        self
    }

    /// Whether clients are told the authorities of the trust store, if certificates are verified. Default: false.
    pub fn advertise_trust_store_ca_names(mut self, value: bool) -> Self {
        self.advertise_trust_store_ca_names = Some(value);
        self
    }

    /// Whether it has what its mode needs, and nothing else.
    pub(super) fn fits(&self) -> bool {
        match self.mode {
            MutualAuthenticationMode::Verify => self.trust_store_arn.is_some(),
            _ => {
                self.trust_store_arn.is_none()
                    && self.ignore_client_certificate_expiry.is_none()
                    && self.advertise_trust_store_ca_names.is_none()
            }
        }
    }
}

/// What a listener of an application load balancer is to be.
#[must_use]
#[derive(Clone, Debug)]
pub struct ApplicationListenerOptions {
    pub(super) protocol: Option<ApplicationProtocol>,
    pub(super) port: Option<Value<i64>>,
    pub(super) certificates: Vec<ListenerCertificate>,
    pub(super) ssl_policy: Option<SslPolicy>,
    pub(super) default_action: Option<ListenerAction>,
    pub(super) has_two_defaults: bool,
    pub(super) open: bool,
    pub(super) mutual_authentication: Option<MutualAuthentication>,
}

impl Default for ApplicationListenerOptions {
    fn default() -> Self {
        Self {
            protocol: None,
            port: None,
            certificates: Vec::new(),
            ssl_policy: None,
            default_action: None,
            has_two_defaults: false,
            open: true,
            mutual_authentication: None,
        }
    }
}

impl ApplicationListenerOptions {
    /// A listener that everybody may call; it needs a port or a protocol, and something to do with requests.
    pub fn new() -> Self {
        Self::default()
    }

    pub(super) fn set_default(&mut self, action: ListenerAction) {
        self.has_two_defaults = self.default_action.is_some();
        self.default_action = Some(action);
    }
}

macro_rules! listener_setters {
    ($type:ident $(. $inner:ident)?) => {
        impl $type {
            /// The protocol. Default: that which the port is known for.
            pub fn protocol(mut self, value: ApplicationProtocol) -> Self {
                self$(.$inner)?.protocol = Some(value);
                self
            }

            /// The port. Default: that which the protocol is known for.
            pub fn port(mut self, value: impl Into<Value<i64>>) -> Self {
                self$(.$inner)?.port = Some(value.into());
                self
            }

            /// The certificates, the first one the default; HTTPS listeners need one. Default: none.
            pub fn certificates(mut self, certificates: impl IntoIterator<Item = ListenerCertificate>) -> Self {
                self$(.$inner)?.certificates.extend(certificates);
                self
            }

            /// The protocols and ciphers, of HTTPS listeners. Default: [`SslPolicy::TLS13_12_PQ`], by the feature flag
            /// `@aws-cdk/aws-elasticloadbalancingv2:usePostQuantumTlsPolicy`; else that of Elastic Load Balancing.
            pub fn ssl_policy(mut self, value: SslPolicy) -> Self {
                self$(.$inner)?.ssl_policy = Some(value);
                self
            }

            /// What is done with requests that no rule is for. Default: what is added afterwards.
            pub fn default_action(mut self, value: ListenerAction) -> Self {
                self$(.$inner)?.set_default(value);
                self
            }

            /// The target groups that get requests that no rule is for, in equal shares. Default: what is added afterwards.
            #[track_caller]
            pub fn default_target_groups<G: IApplicationTargetGroup + 'static>(
                mut self,
                groups: impl IntoIterator<Item = G>,
            ) -> Self {
                self$(.$inner)?.set_default(ListenerAction::forward(groups));
                self
            }

            /// Whether everybody may call the port. Default: true.
            pub fn open(mut self, value: bool) -> Self {
                self$(.$inner)?.open = value;
                self
            }

            /// What is done with the certificates of clients. Default: nobody asks for them.
            pub fn mutual_authentication(mut self, value: MutualAuthentication) -> Self {
                self$(.$inner)?.mutual_authentication = Some(value);
                self
            }
        }
    };
}
pub(super) use listener_setters;

listener_setters!(ApplicationListenerOptions);

/// The protocol and the port, each the one that the other is known for. A port that is not known for a protocol is the error
/// `elasticloadbalancingv2::no-protocol`.
#[track_caller]
pub(super) fn protocol_and_port(
    node: &Node,
    protocol: Option<ApplicationProtocol>,
    port: Option<Value<i64>>,
) -> (Option<ApplicationProtocol>, Option<Value<i64>>) {
    match (protocol, port) {
        (None, None) => (None, None),
        (Some(ApplicationProtocol::Http), None) => (protocol, Some(80.into())),
        (Some(ApplicationProtocol::Https), None) => (protocol, Some(443.into())),
        (Some(_), port) => (protocol, port),
        (None, Some(port)) => {
            let protocol = match port.as_literal() {
                Some(80 | 8000 | 8008 | 8080) => Some(ApplicationProtocol::Http),
                Some(443 | 8443) => Some(ApplicationProtocol::Https),
                _ => None,
            };
            if protocol.is_none() {
                let message = "the port is not known for HTTP or HTTPS";
                let diagnostic = Diagnostic::error("elasticloadbalancingv2::no-protocol", message);
                node.report(diagnostic.help("set the protocol: `protocol(ApplicationProtocol::Http)`"));
            }
            (protocol, Some(port))
        }
    }
}
