//! Records of a hosted zone.
//!
//! ```
//! use aws_cdk_core::{App, Duration, Stack};
//! use aws_cdk_route53::{ARecord, CnameRecord, HostedZone, RecordTarget};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let zone = HostedZone::builder(&stack, "Zone", "example.com").build();
//! let addresses = RecordTarget::from_ip_addresses(["192.0.2.1", "192.0.2.2"]);
//! ARecord::builder(&stack, "Www", &zone, addresses).record_name("www").ttl(Duration::minutes(5)).build();
//! CnameRecord::builder(&stack, "Shop", &zone, "shop.example.net").record_name("shop").build();
//! ```

use aws_cdk_cfn_route53::CfnRecordSet;
use aws_cdk_cfn_route53::cfn_record_set::AliasTargetProperty;
use aws_cdk_core::{Construct, Diagnostic, Duration, IConstruct, Node, Value, cfn_format};
use aws_cdk_interfaces::route53::IHostedZone;

use crate::record_target::{Kind, RecordTarget};

/// The types of records.
///
/// Source: <https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RecordType {
    /// `A`: IPv4 addresses.
    A,
    /// `AAAA`: IPv6 addresses.
    Aaaa,
    /// `CAA`: who may issue certificates.
    Caa,
    /// `CNAME`: another name.
    Cname,
    /// `MX`: mail servers.
    Mx,
    /// `NS`: name servers.
    Ns,
    /// `SRV`: servers of a service.
    Srv,
    /// `TXT`: text.
    Txt,
    /// Another type, as Route 53 writes it.
    Other(String),
}

impl RecordType {
    /// The value as the template has it.
    pub fn as_str(&self) -> &str {
        match self {
            RecordType::A => "A",
            RecordType::Aaaa => "AAAA",
            RecordType::Caa => "CAA",
            RecordType::Cname => "CNAME",
            RecordType::Mx => "MX",
            RecordType::Ns => "NS",
            RecordType::Srv => "SRV",
            RecordType::Txt => "TXT",
            RecordType::Other(value) => value,
        }
    }
}

/// A record: all values of one name and type.
#[derive(Clone, Debug)]
pub struct RecordSet {
    construct: Construct,
    resource: CfnRecordSet,
}

impl IConstruct for RecordSet {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl RecordSet {
    /// Starts a record of a type.
    #[track_caller]
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        zone: &(impl IHostedZone + ?Sized),
        record_type: RecordType,
        target: RecordTarget,
    ) -> RecordSetBuilder {
        RecordSetBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            hosted_zone_id: zone.hosted_zone_id(),
            zone_name: zone.zone_name(),
            record_type,
            target,
            record_name: None,
            ttl: None,
            comment: None,
        }
    }

    /// The name of the record.
    pub fn domain_name(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnRecordSet {
        &self.resource
    }
}

/// Records of IPv4 addresses.
#[derive(Clone, Copy, Debug)]
pub struct ARecord;

impl ARecord {
    /// Starts a record of IPv4 addresses, or an alias.
    #[track_caller]
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        zone: &(impl IHostedZone + ?Sized),
        target: RecordTarget,
    ) -> RecordSetBuilder {
        RecordSet::builder(scope, id, zone, RecordType::A, target)
    }
}

/// Records of IPv6 addresses.
#[derive(Clone, Copy, Debug)]
pub struct AaaaRecord;

impl AaaaRecord {
    /// Starts a record of IPv6 addresses, or an alias.
    #[track_caller]
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        zone: &(impl IHostedZone + ?Sized),
        target: RecordTarget,
    ) -> RecordSetBuilder {
        RecordSet::builder(scope, id, zone, RecordType::Aaaa, target)
    }
}

/// Records of another name.
#[derive(Clone, Copy, Debug)]
pub struct CnameRecord;

impl CnameRecord {
    /// Starts a record of another name.
    #[track_caller]
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        zone: &(impl IHostedZone + ?Sized),
        domain_name: impl Into<Value<String>>,
    ) -> RecordSetBuilder {
        RecordSet::builder(scope, id, zone, RecordType::Cname, RecordTarget::from_values([domain_name]))
    }
}

/// Builds a [`RecordSet`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct RecordSetBuilder {
    scope: Node,
    id: String,
    hosted_zone_id: Value<String>,
    zone_name: Value<String>,
    record_type: RecordType,
    target: RecordTarget,
    record_name: Option<Value<String>>,
    ttl: Option<Duration>,
    comment: Option<Value<String>>,
}

impl RecordSetBuilder {
    /// The name: below that of the zone, unless it ends in the zone's name or in a dot. Default: the name of the zone.
    pub fn record_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.record_name = Some(value.into());
        self
    }

    /// How long resolvers may keep the values; whole seconds. An alias has none: then this is the warning
    /// `route53::ttl-ignored`. Default: 30 minutes.
    pub fn ttl(mut self, value: Duration) -> Self {
        self.ttl = Some(value);
        self
    }

    /// The comment. Default: none.
    pub fn comment(mut self, value: impl Into<Value<String>>) -> Self {
        self.comment = Some(value.into());
        self
    }

    /// Adds the record. Errors: `route53::ttl`, and those of ids.
    #[track_caller]
    pub fn build(self) -> RecordSet {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-route53.RecordSet");
        let name = qualified(self.record_name.as_ref().unwrap_or(&self.zone_name), &self.zone_name);
        let mut resource = CfnRecordSet::builder(&construct, "Resource")
            .hosted_zone_id(self.hosted_zone_id)
            .name(name)
            .r#type(self.record_type.as_str());
        match self.target.kind {
            Kind::Alias(alias) => {
                let mut property =
                    AliasTargetProperty::new().dns_name(alias.dns_name).hosted_zone_id(alias.hosted_zone_id);
                if let Some(evaluate) = alias.evaluate_target_health {
                    property = property.evaluate_target_health(evaluate);
                }
                resource = resource.alias_target(property);
                if self.ttl.is_some() {
                    construct.node().report(
                        Diagnostic::warning("route53::ttl-ignored", "an alias record takes its time from its target")
                            .help("leave `ttl` out"),
                    );
                }
            }
            Kind::Values(values) => {
                resource = resource.resource_records(values);
                match self.ttl.unwrap_or(Duration::minutes(30)).to_seconds() {
                    Ok(seconds) => resource = resource.ttl(seconds.to_string()),
                    Err(error) => construct.node().report(
                        Diagnostic::error("route53::ttl", format!("the time to live cannot be used: {error}"))
                            .help("use whole seconds"),
                    ),
                }
            }
        }
        if let Some(comment) = self.comment {
            resource = resource.comment(comment);
        }
        RecordSet { resource: resource.build(), construct }
    }
}

/// The whole name of a record, with a dot at its end. A name that is not known yet is taken to be below that of the zone,
/// unless it is that itself.
fn qualified(name: &Value<String>, zone: &Value<String>) -> Value<String> {
    let is_zone = name.as_json().identity() == zone.as_json().identity();
    match (name.as_literal(), zone.as_literal().map(|zone| zone.strip_suffix('.').unwrap_or(zone))) {
        (Some(name), _) if name.ends_with('.') => name.into(),
        (Some(name), Some(zone)) if name == zone || name.ends_with(&format!(".{zone}")) => format!("{name}.").into(),
        (None, None) if is_zone => cfn_format!("{}.", name),
        (_, Some(zone)) => cfn_format!("{}.{}.", name, zone),
        (_, None) => cfn_format!("{}.{}.", name, zone),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_records() {
        for (name, whole) in [
            ("api", "api.example.com."),
            ("api.example.com", "api.example.com."),
            ("example.com", "example.com."),
            ("elsewhere.net.", "elsewhere.net."),
            ("notexample.com", "notexample.com.example.com."),
        ] {
            for zone in ["example.com", "example.com."] {
                assert_eq!(qualified(&name.into(), &zone.into()).as_literal(), Some(whole));
            }
        }
    }
}
