//! The role with which API Gateway calls an action of an AWS service.

use aws_cdk_apigatewayv2::{HttpRouteIntegrationBindOptions, IntegrationCredentials};
use aws_cdk_core::Value;
use aws_cdk_iam::{PolicyStatement, Role, ServicePrincipal};

/// Makes the role under the route, with the right to one action on one resource.
#[track_caller]
pub(super) fn service_role(
    options: &HttpRouteIntegrationBindOptions<'_>,
    sid: &str,
    action: &str,
    resource: Value<String>,
) -> IntegrationCredentials {
    let principal = ServicePrincipal::new("apigateway.amazonaws.com");
    let role = Role::builder(options.scope, "InvokeRole", principal).build();
    role.add_to_policy(PolicyStatement::new().sid(sid).actions([action]).resources([resource]));
    IntegrationCredentials::from_role(&role)
}
