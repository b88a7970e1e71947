//! An application load balancer inside a VPC behind a route.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{
    HttpIntegrationBinding, HttpMethod, HttpRouteIntegration, HttpRouteIntegrationBindOptions,
    HttpRouteIntegrationConfig, IVpcLink, ParameterMapping,
};
use aws_cdk_core::{Duration, Value};
use aws_cdk_interfaces::elasticloadbalancingv2::IApplicationListener;

use super::private::{PrivateOptions, private_setters};

/// Passes requests on to a listener of an application load balancer inside a VPC.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, MappingValue, ParameterMapping, VpcLink};
/// use aws_cdk_apigatewayv2_integrations::HttpAlbIntegration;
/// use aws_cdk_core::{App, Duration, Stack};
/// use aws_cdk_ec2::{SubnetGroupAttributes, Vpc, VpcAttributes};
/// use aws_cdk_elasticloadbalancingv2::{ApplicationListenerOptions, ApplicationLoadBalancer, ListenerAction};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
/// let attributes = VpcAttributes::new("vpc-00000001", ["eu-west-1a"]).private_subnets(private);
/// let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
/// let load_balancer = ApplicationLoadBalancer::new(&stack, "LoadBalancer", &vpc);
/// let answer = ApplicationListenerOptions::new().port(80).default_action(ListenerAction::fixed_response(200));
/// let listener = load_balancer.add_listener("Http", answer);
/// let api = HttpApi::new(&stack, "Api");
/// let books = HttpAlbIntegration::new("Books", &listener); // by a VPC link of the API, made for its VPC
/// api.add_routes("/books", &books).build();
/// api.add_routes("/books/{id}", &books).methods([HttpMethod::Get]).build();
///
/// let music = HttpAlbIntegration::new("Music", &listener)
///     .vpc_link(&VpcLink::new(&stack, "Link", &vpc))
///     .method(HttpMethod::Post)
///     .secure_server_name("music.example.com")
///     .parameter_mapping(ParameterMapping::new().overwrite_path(MappingValue::request_path()))
///     .timeout(Duration::seconds(20));
/// api.add_routes("/music", music).build();
/// assert!(app.diagnostics().is_empty());
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpAlbIntegration {
    binding: HttpIntegrationBinding,
    listener: Rc<dyn IApplicationListener>,
    options: PrivateOptions,
}

impl HttpAlbIntegration {
    /// An integration with a listener. Without a VPC link it takes that of the API to the VPC of the load balancer, which is
    /// made when it is first needed; of an imported listener that VPC is not known, and no link is the error
    /// `apigatewayv2::no-vpc-link`, when it is bound.
    pub fn new(id: impl Into<String>, listener: &(impl IApplicationListener + Clone + 'static)) -> Self {
        Self {
            binding: HttpIntegrationBinding::new(id),
            listener: Rc::new(listener.clone()),
            options: PrivateOptions::default(),
        }
    }

    /// How long a call may take, 50 milliseconds to 30 seconds. Default: that of API Gateway, 30 seconds. Errors, when it is
    /// bound: `apigatewayv2::integration-timeout`.
    pub fn timeout(mut self, value: Duration) -> Self {
        self.options.timeout = Some(value);
        self
    }
}

private_setters!(HttpAlbIntegration);

impl HttpRouteIntegration for HttpAlbIntegration {
    fn binding(&self) -> &HttpIntegrationBinding {
        &self.binding
    }

    #[track_caller]
    fn bind(&self, options: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        let advice = "set `vpc_link`, since the VPC of an imported listener is not known";
        self.options.config(options, self.listener.listener_arn(), self.listener.load_balancer_vpc(), advice)
    }
}
