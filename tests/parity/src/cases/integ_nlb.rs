//! Network load balancers behind routes: default and given VPC links, options, an imported listener.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, VpcLink};
use aws_cdk_apigatewayv2_integrations::HttpNlbIntegration;
use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_ec2::{Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{
    NetworkListener, NetworkListenerOptions, NetworkLoadBalancer, NetworkTargetGroup, NetworkTargetGroupOptions,
    Protocol, TargetType,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IntegNlb");
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a", "us-east-1b"])
        .private_subnets(["subnet-0000000a", "subnet-0000000b"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let nlb = NetworkLoadBalancer::new(&stack, "Nlb", &vpc);
    let group = NetworkTargetGroup::builder(&stack, "Group", 8080)
        .vpc(&vpc)
        .protocol(Protocol::Tcp)
        .target_type(TargetType::Ip)
        .build();
    let listener = nlb.add_listener("Tcp", NetworkListenerOptions::new(80).default_target_groups([group]));

    let bare = NetworkLoadBalancer::builder(&stack, "Bare", &vpc)
        .disable_security_groups(true)
        .cross_zone_enabled(true)
        .build();
    let bare_listener = bare.add_listener("Tcp", NetworkListenerOptions::new(443).protocol(Protocol::Tcp));
    let targets = NetworkTargetGroupOptions::new(8443).deregistration_delay(Duration::seconds(5));
    bare_listener.add_targets("Targets", targets);

    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/a", HttpNlbIntegration::new("A", &listener))
        .methods([HttpMethod::Get, HttpMethod::Post])
        .build();
    let full = HttpNlbIntegration::new("B", &bare_listener)
        .method(HttpMethod::Patch)
        .secure_server_name("b.example.com")
        .timeout(Duration::millis(100));
    api.add_routes("/b", full).build();
    let arn = "arn:aws:elasticloadbalancing:us-east-1:111111111111:listener/net/lb/1/2";
    let imported = NetworkListener::from_network_listener_arn(&stack, "ImportedListener", arn);
    let link = VpcLink::new(&stack, "Link", &vpc);
    api.add_routes("/imported", HttpNlbIntegration::new("Imported", &imported).vpc_link(&link)).build();
}
