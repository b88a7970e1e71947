//! A check by TCP asks for a path.

use aws_cdk_core::{App, Stack};
use aws_cdk_servicediscovery::{HealthCheckConfig, HealthCheckType, PublicDnsNamespace, ServiceOptions};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = PublicDnsNamespace::builder(&stack, "Names", "example.com").build();
    let check = HealthCheckConfig::new().health_check_type(HealthCheckType::Tcp).resource_path("/health");
    namespace.create_service("Service", ServiceOptions::new().health_check(check));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let namespace = PublicDnsNamespace::builder(&stack, "Names", "example.com").build();
    let check = HealthCheckConfig::new().health_check_type(HealthCheckType::Http).resource_path("/health");
    namespace.create_service("Service", ServiceOptions::new().health_check(check));
}
