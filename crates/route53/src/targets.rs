//! Resources of AWS that alias records can point to.

use aws_cdk_core::Value;

use crate::record_target::{AliasRecordTarget, AliasRecordTargetConfig};

/// A custom domain name of API Gateway, of HTTP or WebSocket APIs.
///
/// Source: <https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-api-gateway.html>.
#[derive(Clone, Debug)]
pub struct ApiGatewayv2DomainProperties {
    regional_domain_name: Value<String>,
    regional_hosted_zone_id: Value<String>,
}

impl ApiGatewayv2DomainProperties {
    /// The name that API Gateway gave to the domain name, and the hosted zone of that.
    pub fn new(
        regional_domain_name: impl Into<Value<String>>,
        regional_hosted_zone_id: impl Into<Value<String>>,
    ) -> Self {
        Self {
            regional_domain_name: regional_domain_name.into(),
            regional_hosted_zone_id: regional_hosted_zone_id.into(),
        }
    }
}

impl AliasRecordTarget for ApiGatewayv2DomainProperties {
    fn bind(&self) -> AliasRecordTargetConfig {
        AliasRecordTargetConfig::new(&self.regional_domain_name, &self.regional_hosted_zone_id)
    }
}
