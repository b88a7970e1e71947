//! What others need to know of the hosted zones of Amazon Route 53.

use std::fmt;

use aws_cdk_core::{ArnComponents, IConstruct, Stack, Value};

/// A hosted zone, made here or imported.
pub trait IHostedZone: IConstruct + fmt::Debug {
    /// The id of the zone.
    fn hosted_zone_id(&self) -> Value<String>;

    /// The name of the zone. Of an import by id alone this is the error `route53::no-zone-name`.
    #[track_caller]
    fn zone_name(&self) -> Value<String>;

    /// The ARN of the zone.
    fn hosted_zone_arn(&self) -> Value<String> {
        let components = ArnComponents::new("route53", "hostedzone").account("").region("");
        Stack::of(self.node()).format_arn(components.resource_name(self.hosted_zone_id()))
    }
}
