//! The timeout of an integration with Cloud Map, which the CDK does not follow.

use aws_cdk_apigatewayv2::{HttpApi, ImportedVpcLink, VpcLink};
use aws_cdk_apigatewayv2_integrations::HttpServiceDiscoveryIntegration;
use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_ec2::{Vpc, VpcAttributes};
use aws_cdk_servicediscovery::{HttpNamespace, ServiceOptions};

fn link(stack: &Stack) -> ImportedVpcLink {
    let vpc = Vpc::from_vpc_attributes(stack, "Vpc", VpcAttributes::new("vpc-00000001", ["eu-west-1a"]));
    VpcLink::from_vpc_link_attributes(stack, "Link", "link1", &vpc)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = HttpNamespace::builder(&stack, "Names", "names").build();
    let service = namespace.create_service("Service", ServiceOptions::new());
    let books = HttpServiceDiscoveryIntegration::new("Books", &service).vpc_link(&link(&stack));
    HttpApi::new(&stack, "Api").add_routes("/books", books.timeout(Duration::seconds(5))).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = HttpNamespace::builder(&stack, "Names", "names").build();
    let service = namespace.create_service("Service", ServiceOptions::new());
    let books = HttpServiceDiscoveryIntegration::new("Books", &service).vpc_link(&link(&stack));
    HttpApi::new(&stack, "Api").add_routes("/books", books).build();
}
