//! What becomes of objects with time.

use aws_cdk_cfn_s3::cfn_bucket::{
    AbortIncompleteMultipartUploadProperty, NoncurrentVersionExpirationProperty, NoncurrentVersionTransitionProperty,
    RuleProperty, TagFilterProperty, TransitionProperty,
};
use aws_cdk_core::{Diagnostic, Duration, Json, Node, Value};

/// A storage class of S3.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StorageClass {
    /// Rarely read, and there within milliseconds.
    InfrequentAccess,
    /// As the former, in one zone alone.
    OneZoneInfrequentAccess,
    /// An archive, there within minutes or hours.
    Glacier,
    /// An archive, there within milliseconds.
    GlacierInstantRetrieval,
    /// An archive, there within hours.
    DeepArchive,
    /// S3 finds out what is read.
    IntelligentTiering,
    /// A value that AWS added later.
    Other(String),
}

impl StorageClass {
    /// The value as the template has it.
    pub fn as_str(&self) -> &str {
        match self {
            StorageClass::InfrequentAccess => "STANDARD_IA",
            StorageClass::OneZoneInfrequentAccess => "ONEZONE_IA",
            StorageClass::Glacier => "GLACIER",
            StorageClass::GlacierInstantRetrieval => "GLACIER_IR",
            StorageClass::DeepArchive => "DEEP_ARCHIVE",
            StorageClass::IntelligentTiering => "INTELLIGENT_TIERING",
            StorageClass::Other(value) => value,
        }
    }
}

/// Objects go into another storage class.
#[must_use]
#[derive(Clone, Debug)]
pub struct Transition {
    storage_class: StorageClass,
    when: When,
}

#[derive(Clone, Debug)]
enum When {
    After(Duration),
    On(Value<String>),
}

impl Transition {
    /// So long after they were made; whole days.
    pub fn after(storage_class: StorageClass, transition_after: Duration) -> Self {
        Self { storage_class, when: When::After(transition_after) }
    }

    /// On a day, as `2030-01-01T00:00:00Z`.
    pub fn on(storage_class: StorageClass, transition_date: impl Into<Value<String>>) -> Self {
        Self { storage_class, when: When::On(transition_date.into()) }
    }
}

/// Earlier versions of objects go into another storage class.
#[must_use]
#[derive(Clone, Debug)]
pub struct NoncurrentVersionTransition {
    storage_class: StorageClass,
    transition_after: Duration,
    noncurrent_versions_to_retain: Option<Value<i64>>,
}

impl NoncurrentVersionTransition {
    /// So long after there was a newer one; whole days.
    pub fn new(storage_class: StorageClass, transition_after: Duration) -> Self {
        Self { storage_class, transition_after, noncurrent_versions_to_retain: None }
    }

    /// How many earlier versions stay where they are. Default: none.
    pub fn noncurrent_versions_to_retain(mut self, value: impl Into<Value<i64>>) -> Self {
        self.noncurrent_versions_to_retain = Some(value.into());
        self
    }
}

/// What becomes of objects with time. A rule must do something, else it is the error `s3::lifecycle-rule`.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html>.
///
/// ```
/// use aws_cdk_core::{App, Duration, Stack};
/// use aws_cdk_s3::{Bucket, LifecycleRule, StorageClass, Transition};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let rule = LifecycleRule::new()
///     .prefix("logs/")
///     .transitions([Transition::after(StorageClass::InfrequentAccess, Duration::days(30))])
///     .expiration(Duration::days(365));
/// Bucket::builder(&stack, "Logs").lifecycle_rules([rule]).build();
/// assert!(app.diagnostics().is_empty());
/// ```
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct LifecycleRule {
    id: Option<Value<String>>,
    is_disabled: bool,
    prefix: Option<Value<String>>,
    tag_filters: Vec<(String, Value<String>)>,
    object_size_greater_than: Option<u64>,
    object_size_less_than: Option<u64>,
    abort_incomplete_multipart_upload_after: Option<Duration>,
    expiration: Option<Duration>,
    expiration_date: Option<Value<String>>,
    expired_object_delete_marker: Option<bool>,
    noncurrent_version_expiration: Option<Duration>,
    noncurrent_versions_to_retain: Option<Value<i64>>,
    noncurrent_version_transitions: Option<Vec<NoncurrentVersionTransition>>,
    transitions: Option<Vec<Transition>>,
}

impl LifecycleRule {
    /// A rule that does nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The name. Default: one that S3 makes.
    pub fn id(mut self, value: impl Into<Value<String>>) -> Self {
        self.id = Some(value.into());
        self
    }

    /// Whether the rule has an effect. Default: true.
    pub fn enabled(mut self, value: bool) -> Self {
        self.is_disabled = !value;
        self
    }

    /// The beginning of the keys of the objects that are meant. Default: all objects.
    pub fn prefix(mut self, value: impl Into<Value<String>>) -> Self {
        self.prefix = Some(value.into());
        self
    }

    /// A tag of the objects that are meant. Default: all objects.
    pub fn tag_filter(mut self, key: impl Into<String>, value: impl Into<Value<String>>) -> Self {
        self.tag_filters.push((key.into(), value.into()));
        self
    }

    /// Objects with more bytes than that are meant. Default: all objects.
    pub fn object_size_greater_than(mut self, bytes: u64) -> Self {
        self.object_size_greater_than = Some(bytes);
        self
    }

    /// Objects with fewer bytes than that are meant. Default: all objects.
    pub fn object_size_less_than(mut self, bytes: u64) -> Self {
        self.object_size_less_than = Some(bytes);
        self
    }

    /// After how long the parts of an upload that did not end are deleted; whole days. Default: never.
    pub fn abort_incomplete_multipart_upload_after(mut self, value: Duration) -> Self {
        self.abort_incomplete_multipart_upload_after = Some(value);
        self
    }

    /// After how long objects are deleted; whole days. Default: never.
    pub fn expiration(mut self, value: Duration) -> Self {
        self.expiration = Some(value);
        self
    }

    /// On which day objects are deleted, as `2030-01-01T00:00:00Z`. Default: never.
    pub fn expiration_date(mut self, value: impl Into<Value<String>>) -> Self {
        self.expiration_date = Some(value.into());
        self
    }

    /// Whether the markers of deleted objects without earlier versions are deleted; not together with an expiration or tags.
    /// Default: false.
    pub fn expired_object_delete_marker(mut self, value: bool) -> Self {
        self.expired_object_delete_marker = Some(value);
        self
    }

    /// After how long earlier versions are deleted; whole days. Default: never.
    pub fn noncurrent_version_expiration(mut self, value: Duration) -> Self {
        self.noncurrent_version_expiration = Some(value);
        self
    }

    /// How many earlier versions are kept anyway. Default: none.
    pub fn noncurrent_versions_to_retain(mut self, value: impl Into<Value<i64>>) -> Self {
        self.noncurrent_versions_to_retain = Some(value.into());
        self
    }

    /// When earlier versions go into other storage classes. Default: never.
    pub fn noncurrent_version_transitions(
        mut self,
        value: impl IntoIterator<Item = NoncurrentVersionTransition>,
    ) -> Self {
        self.noncurrent_version_transitions = Some(value.into_iter().collect());
        self
    }

    /// When objects go into other storage classes. Default: never.
    pub fn transitions(mut self, value: impl IntoIterator<Item = Transition>) -> Self {
        self.transitions = Some(value.into_iter().collect());
        self
    }

    fn does_nothing(&self) -> bool {
        self.abort_incomplete_multipart_upload_after.is_none()
            && self.expiration.is_none()
            && self.expiration_date.is_none()
            && self.expired_object_delete_marker.is_none()
            && self.noncurrent_version_expiration.is_none()
            && self.noncurrent_versions_to_retain.is_none()
            && self.noncurrent_version_transitions.is_none()
            && self.transitions.is_none()
    }

    #[track_caller]
    pub(crate) fn check(&self, node: &Node) {
        let deletes = self.expiration.is_some() || self.expiration_date.is_some() || !self.tag_filters.is_empty();
        let problem = if self.does_nothing() {
            Some(("the lifecycle rule does nothing", "say when objects are deleted or go into another storage class"))
        } else if self.expired_object_delete_marker == Some(true) && deletes {
            Some((
                "markers of deleted objects have no expiration and no tags",
                "make a rule of its own of `expired_object_delete_marker`",
            ))
        } else {
            None
        };
        if let Some((message, help)) = problem {
            node.report(Diagnostic::error("s3::lifecycle-rule", message).help(help));
        }
        let periods =
            [self.abort_incomplete_multipart_upload_after, self.expiration, self.noncurrent_version_expiration];
        let noncurrent = self.noncurrent_version_transitions.iter().flatten().map(|each| Some(each.transition_after));
        let transitions = self.transitions.iter().flatten().map(|transition| match &transition.when {
            When::After(after) => Some(*after),
            When::On(_) => None,
        });
        for period in periods.into_iter().chain(noncurrent).chain(transitions).flatten() {
            if let Err(error) = period.to_days() {
                node.report(
                    Diagnostic::error("s3::lifecycle-days", format!("a period of the rule cannot be used: {error}"))
                        .help("use whole days"),
                );
            }
        }
    }

    pub(crate) fn property(&self) -> RuleProperty {
        let mut rule = RuleProperty::new().status(if self.is_disabled { "Disabled" } else { "Enabled" });
        if let Some(id) = &self.id {
            rule = rule.id(id);
        }
        if let Some(prefix) = &self.prefix {
            rule = rule.prefix(prefix);
        }
        if !self.tag_filters.is_empty() {
            let filter = |(key, value): &(String, Value<String>)| TagFilterProperty::new().key(key).value(value);
            rule = rule.tag_filters(self.tag_filters.iter().map(filter).collect::<Vec<_>>());
        }
        // The CDK writes sizes as numbers, where the specification has text.
        if let Some(bytes) = self.object_size_greater_than {
            rule = rule.object_size_greater_than(Value::<String>::from_json(number(bytes)));
        }
        if let Some(bytes) = self.object_size_less_than {
            rule = rule.object_size_less_than(Value::<String>::from_json(number(bytes)));
        }
        if let Some(after) = self.abort_incomplete_multipart_upload_after {
            let property = AbortIncompleteMultipartUploadProperty::new().days_after_initiation(days(after));
            rule = rule.abort_incomplete_multipart_upload(property);
        }
        if let Some(after) = self.expiration {
            rule = rule.expiration_in_days(days(after));
        }
        if let Some(date) = &self.expiration_date {
            rule = rule.expiration_date(date);
        }
        if let Some(value) = self.expired_object_delete_marker {
            rule = rule.expired_object_delete_marker(value);
        }
        if let Some(after) = self.noncurrent_version_expiration {
            let mut property = NoncurrentVersionExpirationProperty::new().noncurrent_days(days(after));
            if let Some(kept) = &self.noncurrent_versions_to_retain {
                property = property.newer_noncurrent_versions(kept);
            }
            rule = rule.noncurrent_version_expiration(property);
        }
        if let Some(transitions) = &self.noncurrent_version_transitions {
            rule =
                rule.noncurrent_version_transitions(transitions.iter().map(noncurrent_transition).collect::<Vec<_>>());
        }
        if let Some(transitions) = &self.transitions {
            rule = rule.transitions(transitions.iter().map(transition).collect::<Vec<_>>());
        }
        rule
    }
}

fn transition(transition: &Transition) -> TransitionProperty {
    let property = TransitionProperty::new().storage_class(transition.storage_class.as_str());
    match &transition.when {
        When::After(after) => property.transition_in_days(days(*after)),
        When::On(date) => property.transition_date(date),
    }
}

fn noncurrent_transition(transition: &NoncurrentVersionTransition) -> NoncurrentVersionTransitionProperty {
    let property = NoncurrentVersionTransitionProperty::new()
        .storage_class(transition.storage_class.as_str())
        .transition_in_days(days(transition.transition_after));
    match &transition.noncurrent_versions_to_retain {
        Some(kept) => property.newer_noncurrent_versions(kept),
        None => property,
    }
}

fn number(value: u64) -> Json {
    Value::<i64>::from(value).into_json()
}

/// Days that are not whole are reported when the rule is added.
fn days(duration: Duration) -> u64 {
    duration.to_days().unwrap_or(0)
}
