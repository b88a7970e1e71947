//! Building buckets: the options, and what they become.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_cfn_s3::CfnBucket;
use aws_cdk_cfn_s3::cfn_bucket::{
    AccelerateConfigurationProperty, CorsConfigurationProperty, LifecycleConfigurationProperty,
    LoggingConfigurationProperty, VersioningConfigurationProperty,
};
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{
    Construct, Diagnostic, FeatureFlags, IConstruct, Json, Lazy, Node, PhysicalName, RemovalPolicy, ResourceName,
    Value, cfn_json,
};
use aws_cdk_iam::{AnyPrincipal, Effect, IResourceWithPolicy, PolicyStatement, ServicePrincipal};
use aws_cdk_interfaces::kms::IKey;
use aws_cdk_interfaces::s3::IBucket;

use crate::access::{BlockPublicAccess, BucketAccessControl, ObjectOwnership};
use crate::bucket::{Bucket, ownership_controls};
use crate::cors::CorsRule;
use crate::encryption::{BucketEncryption, Encryption};
use crate::lifecycle::LifecycleRule;
use crate::website::{RedirectTarget, RoutingRule, Website};

/// Builds a [`Bucket`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct BucketBuilder {
    scope: Node,
    id: String,
    bucket_name: Option<PhysicalName>,
    versioned: bool,
    removal_policy: RemovalPolicy,
    encryption: Encryption,
    enforce_ssl: bool,
    minimum_tls_version: Option<f64>,
    block_public_access: Option<BlockPublicAccess>,
    public_read_access: bool,
    access_control: Option<BucketAccessControl>,
    object_ownership: Option<ObjectOwnership>,
    lifecycle_rules: Vec<LifecycleRule>,
    cors: Vec<CorsRule>,
    website: Website,
    server_access_logs_bucket: Option<Rc<dyn IBucket>>,
    server_access_logs_prefix: Option<Value<String>>,
    transfer_acceleration: bool,
    object_lock_enabled: Option<bool>,
}

impl BucketBuilder {
    pub(crate) fn new(scope: &Node, id: String) -> Self {
        Self {
            scope: scope.clone(),
            id,
            bucket_name: None,
            versioned: false,
            removal_policy: RemovalPolicy::Retain,
            encryption: Encryption::default(),
            enforce_ssl: false,
            minimum_tls_version: None,
            block_public_access: None,
            public_read_access: false,
            access_control: None,
            object_ownership: None,
            lifecycle_rules: Vec::new(),
            cors: Vec::new(),
            website: Website::default(),
            server_access_logs_bucket: None,
            server_access_logs_prefix: None,
            transfer_acceleration: false,
            object_lock_enabled: None,
        }
    }

    /// The name, unique in all of AWS. Default: one that CloudFormation makes.
    pub fn bucket_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.bucket_name = Some(value.into());
        self
    }

    /// Whether earlier versions of objects are kept. Default: false.
    pub fn versioned(mut self, value: bool) -> Self {
        self.versioned = value;
        self
    }

    /// What happens to the bucket when it leaves the stack. Default: it is kept.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = value;
        self
    }

    /// How objects are encrypted. Default: with the given key, else as S3 does, with a key that it manages.
    pub fn encryption(mut self, value: BucketEncryption) -> Self {
        self.encryption.kind = Some(value);
        self
    }

    /// The key of the account that encrypts objects. Default: one that is made, if the encryption needs one.
    pub fn encryption_key(mut self, key: &(impl IKey + Clone + 'static)) -> Self {
        self.encryption.key = Some(Rc::new(key.clone()));
        self
    }

    /// Whether S3 derives keys for the bucket, which saves requests to KMS. Default: false.
    pub fn bucket_key_enabled(mut self, value: bool) -> Self {
        self.encryption.bucket_key_enabled = Some(value);
        self
    }

    /// Whether requests without TLS are refused, by the bucket's policy. Default: false.
    pub fn enforce_ssl(mut self, value: bool) -> Self {
        self.enforce_ssl = value;
        self
    }

    /// The oldest version of TLS, such as 1.2; with `enforce_ssl`. Default: any.
    pub fn minimum_tls_version(mut self, value: impl Into<f64>) -> Self {
        self.minimum_tls_version = Some(value.into());
        self
    }

    /// Which public access is refused, whatever policies say. Default: that of S3, all.
    pub fn block_public_access(mut self, value: BlockPublicAccess) -> Self {
        self.block_public_access = Some(value);
        self
    }

    /// Whether everybody can read objects; needs `block_public_access`. Default: false.
    pub fn public_read_access(mut self, value: bool) -> Self {
        self.public_read_access = value;
        self
    }

    /// A ready-made access control list. Default: none.
    pub fn access_control(mut self, value: BucketAccessControl) -> Self {
        self.access_control = Some(value);
        self
    }

    /// Whose objects are that others put into the bucket. Default: that of S3, the bucket owner's.
    pub fn object_ownership(mut self, value: ObjectOwnership) -> Self {
        self.object_ownership = Some(value);
        self
    }

    /// What becomes of objects with time. Default: they stay.
    pub fn lifecycle_rules(mut self, rules: impl IntoIterator<Item = LifecycleRule>) -> Self {
        self.lifecycle_rules = rules.into_iter().collect();
        self
    }

    /// What browsers may do from other origins. Default: nothing.
    pub fn cors(mut self, rules: impl IntoIterator<Item = CorsRule>) -> Self {
        self.cors = rules.into_iter().collect();
        self
    }

    /// The object that answers requests for a folder of the website, such as `index.html`. Default: there is no website.
    pub fn website_index_document(mut self, value: impl Into<Value<String>>) -> Self {
        self.website.index_document = Some(value.into());
        self
    }

    /// The object that answers failed requests of the website. Default: none.
    pub fn website_error_document(mut self, value: impl Into<Value<String>>) -> Self {
        self.website.error_document = Some(value.into());
        self
    }

    /// Where all requests of the website are sent; without any other option of websites. Default: nowhere.
    pub fn website_redirect(mut self, value: RedirectTarget) -> Self {
        self.website.redirect = Some(value);
        self
    }

    /// Which requests of the website are sent elsewhere. Default: none.
    pub fn website_routing_rules(mut self, rules: impl IntoIterator<Item = RoutingRule>) -> Self {
        self.website.routing_rules = Some(rules.into_iter().collect());
        self
    }

    /// The bucket that gets the access logs. Default: none; this bucket, if there is a prefix.
    pub fn server_access_logs_bucket(mut self, bucket: &(impl IBucket + Clone + 'static)) -> Self {
        self.server_access_logs_bucket = Some(Rc::new(bucket.clone()));
        self
    }

    /// The beginning of the keys of access logs. Default: none.
    pub fn server_access_logs_prefix(mut self, value: impl Into<Value<String>>) -> Self {
        self.server_access_logs_prefix = Some(value.into());
        self
    }

    /// Whether uploads from far away can take the network of AWS. Default: false.
    pub fn transfer_acceleration(mut self, value: bool) -> Self {
        self.transfer_acceleration = value;
        self
    }

    /// Whether objects can be protected from deletion. Default: false.
    pub fn object_lock_enabled(mut self, value: bool) -> Self {
        self.object_lock_enabled = Some(value);
        self
    }

    /// Adds the bucket. Errors: `s3::bucket-name`, `s3::encryption-key`, `s3::bucket-key`, `s3::minimum-tls-version`,
    /// `s3::public-access`, `s3::access-control`, `s3::access-logs`, `s3::website`, `s3::lifecycle-rule`,
    /// `s3::lifecycle-days`, and those of ids.
    #[track_caller]
    pub fn build(self) -> Bucket {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-s3.Bucket");
        let (encryption, key) = self.encryption.render(&construct);
        if let Some(name) = self.bucket_name.as_ref().and_then(|name| name.as_literal()) {
            check_name(construct.node(), name, false);
        }
        let public_access = self.public_access(&construct);
        let website = self.website.render(construct.node());
        let (lifecycle_rules, cors) = (Rc::new(RefCell::default()), Rc::new(RefCell::default()));
        let mut resource = CfnBucket::builder(&construct, "Resource")
            .lifecycle_configuration(lifecycle_property(&lifecycle_rules))
            .cors_configuration(cors_property(&cors));
        let name = ResourceName::new(&construct, self.bucket_name.clone());
        if let Some(name) = name.property() {
            resource = resource.bucket_name(name);
        }
        if let Some(encryption) = encryption {
            resource = resource.bucket_encryption(encryption);
        }
        if self.versioned {
            resource = resource.versioning_configuration(VersioningConfigurationProperty::new().status("Enabled"));
        }
        let is_website = website.is_some();
        if let Some(website) = website {
            resource = resource.website_configuration(website);
        }
        if let Some(public_access) = public_access {
            resource = resource.public_access_block_configuration(public_access.property());
        }
        if let Some(acl) = self.access_control {
            resource = resource.access_control(acl.as_str());
        }
        if let Some(controls) = ownership_controls(construct.node(), self.access_control, self.object_ownership) {
            resource = resource.ownership_controls(controls);
        }
        if let Some(logging) = self.logging(&construct) {
            resource = resource.logging_configuration(logging);
        }
        if self.transfer_acceleration {
            let property = AccelerateConfigurationProperty::new().acceleration_status("Enabled");
            resource = resource.accelerate_configuration(property);
        }
        if let Some(enabled) = self.object_lock_enabled {
            resource = resource.object_lock_enabled(enabled);
        }
        let resource = resource.build();
        resource.apply_removal_policy(self.removal_policy);
        let bucket = Bucket {
            construct,
            resource,
            name,
            key,
            is_website,
            blocks_public_policy: public_access.is_some_and(BlockPublicAccess::blocks_public_policy),
            access_control: self.access_control,
            object_ownership: self.object_ownership,
            policy: Rc::default(),
            lifecycle_rules,
            cors,
        };
        let policy = bucket.policy.clone();
        bucket.node().add_validation(move || {
            let policy = policy.borrow();
            policy.as_ref().map(|policy| policy.document().validate_for_resource_policy()).unwrap_or_default()
        });
        self.finish(&bucket);
        bucket
    }

    /// What needs the bucket: its policy, and rules that may be added later as well.
    #[track_caller]
    fn finish(self, bucket: &Bucket) {
        if self.enforce_ssl {
            deny(bucket, cfn_json!({ "Bool": { "aws:SecureTransport": "false" } }));
            if let Some(version) = self.minimum_tls_version {
                deny(bucket, cfn_json!({ "NumericLessThan": { "s3:TlsVersion": version } }));
            }
        } else if self.minimum_tls_version.is_some() {
            bucket.node().report(
                Diagnostic::error("s3::minimum-tls-version", "the oldest version of TLS is not enforced")
                    .help("call `enforce_ssl(true)` as well"),
            );
        }
        let prefix = self.server_access_logs_prefix.as_ref();
        match &self.server_access_logs_bucket {
            Some(target) => target.allow_log_delivery(bucket, prefix),
            None if prefix.is_some() => bucket.allow_log_delivery(bucket, prefix),
            None => {}
        }
        self.cors.into_iter().for_each(|rule| bucket.add_cors_rule(rule));
        for rule in self.lifecycle_rules {
            bucket.add_lifecycle_rule(rule);
        }
        if self.public_read_access {
            if self.block_public_access.is_none() {
                bucket.node().report(
                    Diagnostic::error("s3::public-access", "S3 refuses public access to the bucket")
                        .help("call `block_public_access` with what is to be refused"),
                );
            }
            bucket.grant_public_access(None, &[]);
        }
    }

    fn public_access(&self, construct: &Construct) -> Option<BlockPublicAccess> {
        let blocks_rest = FeatureFlags::of(construct).is_enabled(flags::S3_PUBLIC_ACCESS_BLOCKED_BY_DEFAULT);
        self.block_public_access.map(|access| if blocks_rest { access.or_blocked() } else { access })
    }

    #[track_caller]
    fn logging(&self, construct: &Construct) -> Option<LoggingConfigurationProperty> {
        if self.server_access_logs_bucket.is_none() && self.server_access_logs_prefix.is_none() {
            return None;
        }
        let managed = [Some(BucketEncryption::KmsManaged), Some(BucketEncryption::DsseManaged)];
        if self.server_access_logs_bucket.is_none() && managed.contains(&self.encryption.kind) {
            construct.node().report(
                Diagnostic::error("s3::access-logs", "S3 cannot write access logs that a key managed by KMS encrypts")
                    .help("use `BucketEncryption::S3Managed`, or another bucket for the logs"),
            );
        }
        let mut logging = LoggingConfigurationProperty::new();
        if let Some(target) = &self.server_access_logs_bucket {
            if let Some(key) = target.encryption_key() {
                key.grant_encrypt_decrypt(&ServicePrincipal::new("logging.s3.amazonaws.com"));
            }
            logging = logging.destination_bucket_name(target.bucket_name());
        }
        if let Some(prefix) = &self.server_access_logs_prefix {
            logging = logging.log_file_prefix(prefix);
        }
        Some(logging)
    }
}

fn lifecycle_property(rules: &Rc<RefCell<Vec<LifecycleRule>>>) -> Value<LifecycleConfigurationProperty> {
    let rules = rules.clone();
    Lazy::value(move |_| {
        let rules: Vec<_> = rules.borrow().iter().map(LifecycleRule::property).collect();
        (!rules.is_empty()).then(|| LifecycleConfigurationProperty::new().rules(rules).into())
    })
}

fn cors_property(rules: &Rc<RefCell<Vec<CorsRule>>>) -> Value<CorsConfigurationProperty> {
    let rules = rules.clone();
    Lazy::value(move |_| {
        let rules: Vec<_> = rules.borrow().iter().map(CorsRule::property).collect();
        (!rules.is_empty()).then(|| CorsConfigurationProperty::new().cors_rules(rules).into())
    })
}

#[track_caller]
fn deny(bucket: &Bucket, conditions: Json) {
    let mut statement = PolicyStatement::new()
        .effect(Effect::Deny)
        .actions(["s3:*"])
        .resources([bucket.bucket_arn(), bucket.arn_for_objects("*")])
        .principal(&AnyPrincipal::new());
    statement.add_conditions(conditions);
    bucket.add_to_resource_policy(statement);
}

/// The rules are those of S3: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>. Buckets that exist
/// may have a name that was possible once.
#[track_caller]
pub(crate) fn check_name(node: &Node, name: &str, may_be_old: bool) {
    let is_edge =
        |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || may_be_old && char.is_ascii_uppercase();
    let is_allowed = |char: char| is_edge(char) || ".-".contains(char) || may_be_old && char == '_';
    let fits = (3..=63).contains(&name.len()) && name.chars().all(is_allowed);
    let has_bad_dots = ["..", ".-", "-."].iter().any(|pair| name.contains(pair));
    let parts: Vec<&str> = name.split('.').collect();
    let is_number = |part: &&str| (1..=3).contains(&part.len()) && part.chars().all(|char| char.is_ascii_digit());
    let is_address = parts.len() == 4 && parts.iter().all(is_number);
    if !(fits && name.starts_with(is_edge) && name.ends_with(is_edge)) || has_bad_dots || is_address {
        node.report(Diagnostic::error("s3::bucket-name", format!("`{name}` is not a name for a bucket")).help(
            "use 3 to 63 lower case letters, digits, `.` and `-`, a letter or digit at both ends, no two signs in a \
                 row, and no IP address",
        ));
    }
}
