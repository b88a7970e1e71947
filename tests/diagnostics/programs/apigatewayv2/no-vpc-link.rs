//! An imported listener is reached in a VPC that is not known.

use aws_cdk_apigatewayv2::{HttpApi, VpcLink};
use aws_cdk_apigatewayv2_integrations::HttpAlbIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{SecurityGroup, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{ApplicationListener, ApplicationListenerAttributes};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let group = SecurityGroup::from_security_group_id(&stack, "Group", "sg-00000001");
    let arn = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/books/1/2";
    let attributes = ApplicationListenerAttributes::new(arn, group);
    let listener = ApplicationListener::from_application_listener_attributes(&stack, "Listener", attributes);
    HttpApi::new(&stack, "Api").add_routes("/books", HttpAlbIntegration::new("Books", &listener)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let group = SecurityGroup::from_security_group_id(&stack, "Group", "sg-00000001");
    let arn = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/books/1/2";
    let attributes = ApplicationListenerAttributes::new(arn, group);
    let listener = ApplicationListener::from_application_listener_attributes(&stack, "Listener", attributes);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", VpcAttributes::new("vpc-00000001", ["eu-west-1a"]));
    let link = VpcLink::from_vpc_link_attributes(&stack, "Link", "link1", &vpc);
    let books = HttpAlbIntegration::new("Books", &listener).vpc_link(&link);
    HttpApi::new(&stack, "Api").add_routes("/books", books).build();
}
