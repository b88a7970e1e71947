//! Amazon Route 53: hosted zones and their records.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_route53::targets::ApiGatewayv2DomainProperties;
//! use aws_cdk_route53::{ARecord, HostedZone, RecordTarget};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let zone = HostedZone::from_hosted_zone_attributes(&stack, "Zone", "Z123", "example.com");
//! // Mostly of a `DomainName` of API Gateway: its `regional_domain_name()` and `regional_hosted_zone_id()`.
//! let target = ApiGatewayv2DomainProperties::new("d-1.execute-api.eu-west-1.amazonaws.com", "Z456");
//! ARecord::builder(&stack, "Alias", &zone, RecordTarget::from_alias(&target)).record_name("api").build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod hosted_zone;
mod record_set;
mod record_target;
pub mod targets;

pub use aws_cdk_cfn_route53::*;
pub use aws_cdk_interfaces::route53::IHostedZone;
pub use hosted_zone::{HostedZone, HostedZoneBuilder, ImportedHostedZone};
pub use record_set::{ARecord, AaaaRecord, CnameRecord, RecordSet, RecordSetBuilder, RecordType};
pub use record_target::{AliasRecordTarget, AliasRecordTargetConfig, RecordTarget};
