//! Services of Cloud Map behind routes: of private DNS and HTTP namespaces, imported, with options.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, MappingValue, ParameterMapping, VpcLink};
use aws_cdk_apigatewayv2_integrations::HttpServiceDiscoveryIntegration;
use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_ec2::{Vpc, VpcAttributes};
use aws_cdk_servicediscovery::{
    DnsRecordType, HttpNamespace, PrivateDnsNamespace, RoutingPolicy, Service, ServiceAttributes, ServiceOptions,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IntegServiceDiscovery");
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a"]).private_subnets(["subnet-0000000a"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let link = VpcLink::new(&stack, "Link", &vpc);
    let namespace = PrivateDnsNamespace::builder(&stack, "Namespace", "internal.local", &vpc)
        .description("private names")
        .build();
    let options =
        ServiceOptions::new().name("orders").dns_ttl(Duration::seconds(15)).dns_record_type(DnsRecordType::Srv);
    let service = namespace.create_service("Service", options);
    let plain =
        HttpNamespace::builder(&stack, "Http", "http-names").build().create_service("Plain", ServiceOptions::new());
    let arn = "arn:aws:servicediscovery:us-east-1:111111111111:service/srv-1";
    let dns = (DnsRecordType::A, RoutingPolicy::Weighted);
    let attributes = ServiceAttributes::new(&namespace, "old", "srv-1", arn, dns);
    let imported = Service::from_service_attributes(&stack, "Imported", attributes);

    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/service", HttpServiceDiscoveryIntegration::new("Service", &service).vpc_link(&link)).build();
    let plain = HttpServiceDiscoveryIntegration::new("Plain", &plain).vpc_link(&link).method(HttpMethod::Get);
    api.add_routes("/plain", plain).methods([HttpMethod::Get]).build();
    let mapping = ParameterMapping::new().remove_header("x").overwrite_path(MappingValue::custom("/v2"));
    let imported = HttpServiceDiscoveryIntegration::new("Imported", &imported)
        .vpc_link(&link)
        .secure_server_name("old.internal")
        .parameter_mapping(mapping)
        .timeout(Duration::seconds(1));
    api.add_routes("/imported", imported).build();
}
