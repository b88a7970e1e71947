//! What integrations with backends inside a VPC share.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{
    HttpConnectionType, HttpIntegrationType, HttpMethod, HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig,
    IVpcLink, ParameterMapping, PayloadFormatVersion, VpcLinkOptions,
};
use aws_cdk_core::{Diagnostic, Duration, IConstruct, Value};
use aws_cdk_interfaces::ec2::IVpc;

/// The options of private integrations.
#[derive(Clone, Debug, Default)]
pub(super) struct PrivateOptions {
    pub(super) vpc_link: Option<Rc<dyn IVpcLink>>,
    pub(super) method: Option<HttpMethod>,
    pub(super) secure_server_name: Option<Value<String>>,
    pub(super) parameter_mapping: Option<ParameterMapping>,
    pub(super) timeout: Option<Duration>,
}

impl PrivateOptions {
    /// The integration with a backend, by its ARN. The VPC link is the one that was given, else that of the API to the
    /// backend's VPC; neither is the error `apigatewayv2::no-vpc-link`.
    #[track_caller]
    pub(super) fn config(
        &self,
        options: &HttpRouteIntegrationBindOptions<'_>,
        backend_arn: Value<String>,
        vpc: Option<Rc<dyn IVpc>>,
        advice: &str,
    ) -> HttpRouteIntegrationConfig {
        let connection_id = match (&self.vpc_link, vpc) {
            (Some(link), _) => link.vpc_link_id(),
            (None, Some(vpc)) => options.route.http_api().add_vpc_link(VpcLinkOptions::new(&vpc)).vpc_link_id(),
            (None, None) => {
                let message = "it is not known how to reach the backend inside its VPC";
                let diagnostic = Diagnostic::error("apigatewayv2::no-vpc-link", message);
                options.scope.node().report(diagnostic.help(advice).at(options.scope.location()));
                "".into()
            }
        };
        let mut config = HttpRouteIntegrationConfig::new(HttpIntegrationType::HttpProxy)
            .method(self.method.unwrap_or(HttpMethod::Any))
            .payload_format_version(PayloadFormatVersion::VERSION_1_0)
            .connection_type(HttpConnectionType::VpcLink)
            .connection_id(connection_id)
            .integration_uri(backend_arn);
        if let Some(name) = &self.secure_server_name {
            config = config.secure_server_name(name.clone());
        }
        if let Some(mapping) = &self.parameter_mapping {
            config = config.parameter_mapping(mapping.clone());
        }
        if let Some(timeout) = self.timeout {
            config = config.timeout(timeout);
        }
        config
    }
}

/// The setters that private integrations have in common, on a type with a field `options`.
macro_rules! private_setters {
    ($type:ident) => {
        impl $type {
            #[doc = concat!("The VPC link by which the backend is reached. Default: as [`", stringify!($type), "::new`] says.")]
            pub fn vpc_link(mut self, value: &(impl IVpcLink + Clone + 'static)) -> Self {
                self.options.vpc_link = Some(Rc::new(value.clone()));
                self
            }

            /// The method with which the backend is called. Default: that of the request.
            pub fn method(mut self, value: HttpMethod) -> Self {
                self.options.method = Some(value);
                self
            }

            /// The name that the backend's certificate must have; the backend is called by HTTPS. Default: none, and HTTP.
            pub fn secure_server_name(mut self, value: impl Into<Value<String>>) -> Self {
                self.options.secure_server_name = Some(value.into());
                self
            }

            /// How requests are changed. Default: not at all.
            pub fn parameter_mapping(mut self, value: ParameterMapping) -> Self {
                self.options.parameter_mapping = Some(value);
                self
            }
        }
    };
}
pub(super) use private_setters;
