//! A service of Cloud Map inside a VPC behind a route.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{
    HttpIntegrationBinding, HttpMethod, HttpRouteIntegration, HttpRouteIntegrationBindOptions,
    HttpRouteIntegrationConfig, IVpcLink, ParameterMapping,
};
use aws_cdk_core::{Diagnostic, Duration, Value};
use aws_cdk_interfaces::servicediscovery::IService;

use super::private::{PrivateOptions, private_setters};

/// Passes requests on to the instances of a service of Cloud Map inside a VPC.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, ParameterMapping, VpcLink};
/// use aws_cdk_apigatewayv2_integrations::HttpServiceDiscoveryIntegration;
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_ec2::{SubnetGroupAttributes, Vpc, VpcAttributes};
/// use aws_cdk_servicediscovery::{PrivateDnsNamespace, ServiceOptions};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
/// let attributes = VpcAttributes::new("vpc-00000001", ["eu-west-1a"]).private_subnets(private);
/// let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
/// let namespace = PrivateDnsNamespace::builder(&stack, "Names", "books.local", &vpc).build();
/// let orders = namespace.create_service("Orders", ServiceOptions::new());
/// let api = HttpApi::new(&stack, "Api");
/// let integration = HttpServiceDiscoveryIntegration::new("Orders", &orders)
///     .vpc_link(&VpcLink::new(&stack, "Link", &vpc))
///     .method(HttpMethod::Get)
///     .secure_server_name("orders.example.com")
///     .parameter_mapping(ParameterMapping::new().remove_header("x-debug"));
/// api.add_routes("/orders", integration).build();
/// assert!(app.diagnostics().is_empty());
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpServiceDiscoveryIntegration {
    binding: HttpIntegrationBinding,
    service: Rc<dyn IService>,
    options: PrivateOptions,
    ignored_timeout: Option<Duration>,
}

impl HttpServiceDiscoveryIntegration {
    /// An integration with a service. It needs a VPC link: none is the error `apigatewayv2::no-vpc-link`, when it is bound.
    pub fn new(id: impl Into<String>, service: &(impl IService + Clone + 'static)) -> Self {
        Self {
            binding: HttpIntegrationBinding::new(id),
            service: Rc::new(service.clone()),
            options: PrivateOptions::default(),
            ignored_timeout: None,
        }
    }

    /// How long a call may take. The CDK has the option and does not follow it, which the warning
    /// `apigatewayv2::timeout-ignored` says when it is bound: a call may take as long as API Gateway lets it, 30 seconds. To set
    /// it nevertheless, set `TimeoutInMillis` of the L1 construct.
    pub fn timeout(mut self, value: Duration) -> Self {
        self.ignored_timeout = Some(value);
        self
    }
}

private_setters!(HttpServiceDiscoveryIntegration);

impl HttpRouteIntegration for HttpServiceDiscoveryIntegration {
    fn binding(&self) -> &HttpIntegrationBinding {
        &self.binding
    }

    #[track_caller]
    fn bind(&self, options: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        if self.ignored_timeout.is_some() {
            let message = "the timeout of an integration with a service of Cloud Map is not followed";
            let warning = Diagnostic::warning("apigatewayv2::timeout-ignored", message);
            let help = "leave it out, or set `TimeoutInMillis` of the L1 construct";
            options.scope.report(warning.help(help).at(options.scope.location()));
        }
        let advice = "set `vpc_link`, since the VPC of a service is not known";
        self.options.config(options, self.service.service_arn(), None, advice)
    }
}
