//! Private integrations at their edges: whole VPCs, default integrations, other stacks, imported APIs, nested links.

use aws_cdk_apigatewayv2::{
    HttpApi, HttpApiAttributes, HttpMethod, HttpRoute, HttpRouteKey, IHttpApi, MappingValue, ParameterMapping, VpcLink,
    VpcLinkOptions,
};
use aws_cdk_apigatewayv2_integrations::{HttpAlbIntegration, HttpNlbIntegration, HttpServiceDiscoveryIntegration};
use aws_cdk_core::{App, CfnOutput, Construct, Duration, NestedStack, Stack, Tags};
use aws_cdk_ec2::{Port, SecurityGroup, SubnetSelection, SubnetType, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{
    ApplicationListener, ApplicationListenerOptions, ApplicationLoadBalancer, ApplicationTargetGroupOptions,
    ListenerAction, NetworkListener, NetworkListenerOptions, NetworkLoadBalancer, NetworkTargetGroupOptions,
};
use aws_cdk_servicediscovery::{PrivateDnsNamespace, Service, ServiceOptions};
use serde_json::{Value, json};

pub(super) fn context() -> Vec<(&'static str, Value)> {
    vec![("@aws-cdk/aws-ec2:restrictDefaultSecurityGroup", json!(false))]
}

fn alb(app: &App) -> ApplicationListener {
    let stack = Stack::new(app, "private-alb");
    Tags::of(&stack).add("team", "books");
    let vpc = Vpc::new(&stack, "Network");
    let balancer = ApplicationLoadBalancer::new(&stack, "Balancer", &vpc);
    let listener = balancer.add_listener("Web", ApplicationListenerOptions::new().port(80));
    listener.add_targets("Books", ApplicationTargetGroupOptions::new().port(80)).build();
    listener.add_action("Instead", ListenerAction::fixed_response(200)).build();
    let integration = HttpAlbIntegration::new("Base", &listener);
    let api = HttpApi::builder(&stack, "Front").default_integration(integration).build();
    CfnOutput::new(&stack, "Url", api.url());
    listener
}

fn nlb(app: &App) -> (Vpc, NetworkListener) {
    let stack = Stack::new(app, "private-nlb");
    let vpc = Vpc::builder(&stack, "Network").nat_gateways(1).build();
    let balancer = NetworkLoadBalancer::builder(&stack, "Balancer", &vpc).internet_facing(true).build();
    let listener = balancer.add_listener("Tcp", NetworkListenerOptions::new(80));
    listener.add_targets("Books", NetworkTargetGroupOptions::new(80));
    let integration = HttpNlbIntegration::new("Base", &listener).timeout(Duration::seconds(20));
    let api = HttpApi::builder(&stack, "Front").default_integration(integration).build();
    let shared = HttpNlbIntegration::new("Shared", &listener).method(HttpMethod::Get);
    api.add_routes("/a", &shared).methods([HttpMethod::Get]).build();
    api.add_routes("/b/{id}", &shared).methods([HttpMethod::Get, HttpMethod::Head]).build();
    (vpc, listener)
}

fn names(app: &App) -> (Service, VpcLink) {
    let stack = Stack::new(app, "private-names");
    let vpc = Vpc::builder(&stack, "Network").max_azs(1).build();
    let link = VpcLink::new(&stack, "Link", &vpc);
    let namespace = PrivateDnsNamespace::builder(&stack, "Names", "books.local", &vpc).build();
    let service = namespace.create_service("Service", ServiceOptions::new());
    let integration = HttpServiceDiscoveryIntegration::new("Base", &service).vpc_link(&link);
    HttpApi::builder(&stack, "Front").default_integration(integration).build();
    (service, link)
}

pub(super) fn build(app: &App) {
    let alb_listener = alb(app);
    let (nlb_vpc, nlb_listener) = nlb(app);
    let (service, link) = names(app);

    let front = Stack::new(app, "private-front");
    let api = HttpApi::new(&front, "Api");
    api.add_routes("/alb", HttpAlbIntegration::new("Alb", &alb_listener)).build();
    let secure = HttpNlbIntegration::new("Nlb", &nlb_listener).secure_server_name("x.example.com");
    api.add_routes("/nlb", secure).build();
    let mapping = ParameterMapping::new().append_header("x", MappingValue::custom("y"));
    let names =
        HttpServiceDiscoveryIntegration::new("Names", &service).vpc_link(&link).parameter_mapping(mapping);
    api.add_routes("/names", names).build();
    api.add_routes("/given", HttpAlbIntegration::new("Given", &alb_listener).vpc_link(&link)).build();
    let again = api.add_vpc_link(VpcLinkOptions::new(&nlb_vpc));
    CfnOutput::new(&front, "Again", again.vpc_link_id());

    more(app);
}

fn more(app: &App) {
    let stack = Stack::new(app, "private-more");
    let imported = HttpApi::from_http_api_attributes(&stack, "Imported", HttpApiAttributes::new("api-1"));
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a"])
        .isolated_subnets(["subnet-00000001"])
        .private_subnets(["subnet-00000002"]);
    let isolated = Vpc::from_vpc_attributes(&stack, "Isolated", attributes);
    let inside = || SubnetSelection::new().subnet_type(SubnetType::PrivateIsolated);
    let balancer = ApplicationLoadBalancer::builder(&stack, "Balancer", &isolated).vpc_subnets(inside()).build();
    let options = ApplicationListenerOptions::new().port(8080).open(false);
    let listener = balancer.add_listener("L", options.default_action(ListenerAction::fixed_response(204)));
    let x = HttpAlbIntegration::new("X", &listener);
    HttpRoute::builder(&stack, "Route", &imported, HttpRouteKey::with("/x", HttpMethod::Get), x).build();
    let y = HttpAlbIntegration::new("Y", &listener).method(HttpMethod::Delete);
    HttpRoute::builder(&stack, "Other", &imported, HttpRouteKey::with("/y", HttpMethod::Get), y).build();
    let group = SecurityGroup::new(&stack, "Group", &isolated);
    balancer.connections().allow_from(&group, Port::tcp(8080), Some("from the link"));
    let nested = NestedStack::new(&stack, "Nested");
    let deep = Construct::new(&nested, "Deep");
    let grown = VpcLink::builder(&deep, "Link", &isolated).subnets(inside().one_per_az(true)).build();
    grown.add_security_groups([group]);
    imported.add_vpc_link(VpcLinkOptions::new(&isolated));
}
