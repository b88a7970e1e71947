//! Application load balancers behind routes: the VPC link made by default and one given, every option, an imported listener.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, MappingValue, ParameterMapping, VpcLink};
use aws_cdk_apigatewayv2_integrations::HttpAlbIntegration;
use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_ec2::{SecurityGroup, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{
    ApplicationListener, ApplicationListenerAttributes, ApplicationListenerOptions, ApplicationLoadBalancer,
    ApplicationTargetGroup, TargetType,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IntegAlb");
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a", "us-east-1b"])
        .private_subnets(["subnet-0000000a", "subnet-0000000b"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let alb = ApplicationLoadBalancer::new(&stack, "Alb", &vpc);
    let listener = alb.add_listener("Http", ApplicationListenerOptions::new().port(80).open(false));
    let group =
        ApplicationTargetGroup::builder(&stack, "Group").vpc(&vpc).port(8080).target_type(TargetType::Ip).build();
    listener.add_target_groups("Targets", [group]).build();

    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/a", HttpAlbIntegration::new("A", &listener)).build();
    api.add_routes("/b", HttpAlbIntegration::new("B", &listener).method(HttpMethod::Post))
        .methods([HttpMethod::Get])
        .build();

    let link = VpcLink::builder(&stack, "Link", &vpc).vpc_link_name("given").build();
    let full = HttpAlbIntegration::new("C", &listener)
        .vpc_link(&link)
        .secure_server_name("internal.example.com")
        .timeout(Duration::seconds(20))
        .parameter_mapping(ParameterMapping::new().overwrite_path(MappingValue::request_path()));
    api.add_routes("/c", full).methods([HttpMethod::Put]).build();
    let imported = ApplicationListener::from_application_listener_attributes(
        &stack,
        "ImportedListener",
        ApplicationListenerAttributes::new(
            "arn:aws:elasticloadbalancing:us-east-1:111111111111:listener/app/lb/1/2",
            SecurityGroup::from_security_group_id(&stack, "ImportedGroup", "sg-00000001"),
        ),
    );
    api.add_routes("/imported", HttpAlbIntegration::new("Imported", &imported).vpc_link(&link)).build();
}
