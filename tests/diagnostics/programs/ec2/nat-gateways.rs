//! Subnets reach the internet by NAT gateways, of which there are none.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{SubnetConfiguration, SubnetType, Vpc};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let app_tier = SubnetConfiguration::new("App", SubnetType::PrivateWithNat);
    Vpc::builder(&stack, "Vpc").nat_gateways(0).subnet_configuration([app_tier]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let app_tier = SubnetConfiguration::new("App", SubnetType::PrivateIsolated);
    Vpc::builder(&stack, "Vpc").nat_gateways(0).subnet_configuration([app_tier]).build();
}
