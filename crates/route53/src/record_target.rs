//! What records point to.

use aws_cdk_core::Value;

/// What an alias record takes from its target.
#[must_use]
#[derive(Clone, Debug)]
pub struct AliasRecordTargetConfig {
    pub(crate) dns_name: Value<String>,
    pub(crate) hosted_zone_id: Value<String>,
    pub(crate) evaluate_target_health: Option<Value<bool>>,
}

impl AliasRecordTargetConfig {
    /// The name of the target, and the hosted zone of that.
    pub fn new(dns_name: impl Into<Value<String>>, hosted_zone_id: impl Into<Value<String>>) -> Self {
        Self { dns_name: dns_name.into(), hosted_zone_id: hosted_zone_id.into(), evaluate_target_health: None }
    }

    /// Whether the record counts as healthy only if the target is. Default: that of Route 53, false.
    pub fn evaluate_target_health(mut self, value: impl Into<Value<bool>>) -> Self {
        self.evaluate_target_health = Some(value.into());
        self
    }
}

/// What an alias record can point to: the extension point for targets of your own.
pub trait AliasRecordTarget {
    /// Says where the record points to.
    fn bind(&self) -> AliasRecordTargetConfig;
}

/// What a record points to: values, or an alias of a resource of AWS.
#[must_use]
#[derive(Clone, Debug)]
pub struct RecordTarget {
    pub(crate) kind: Kind,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Values(Value<Vec<String>>),
    Alias(AliasRecordTargetConfig),
}

impl RecordTarget {
    /// Values, as the type of the record has them.
    pub fn from_values(values: impl Into<Value<Vec<String>>>) -> Self {
        Self { kind: Kind::Values(values.into()) }
    }

    /// IP addresses.
    pub fn from_ip_addresses(addresses: impl Into<Value<Vec<String>>>) -> Self {
        Self::from_values(addresses)
    }

    /// A resource of AWS.
    pub fn from_alias(target: &dyn AliasRecordTarget) -> Self {
        Self { kind: Kind::Alias(target.bind()) }
    }
}
