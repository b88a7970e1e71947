//! Buckets.

use std::fmt;

use aws_cdk_cfn_s3::CfnBucket;
use aws_cdk_cfn_s3::cfn_bucket::VersioningConfigurationProperty;
use aws_cdk_core::{
    ArnComponents, Construct, Diagnostic, IConstruct, Node, PhysicalName, RemovalPolicy, ResourceName, Stack, Value,
    cfn_format,
};

/// A bucket, made here or imported.
pub trait IBucket: IConstruct + fmt::Debug {
    /// The name of the bucket.
    fn bucket_name(&self) -> Value<String>;

    /// The ARN of the bucket.
    fn bucket_arn(&self) -> Value<String>;

    /// The ARN of objects whose keys match a pattern, such as `covers/*`.
    fn arn_for_objects(&self, key_pattern: &str) -> Value<String> {
        cfn_format!("{}/{}", self.bucket_arn(), key_pattern)
    }

    /// `s3://bucket/key`.
    fn s3_url_for_object(&self, key: &str) -> Value<String> {
        cfn_format!("s3://{}/{}", self.bucket_name(), key)
    }
}

/// A bucket.
#[derive(Clone, Debug)]
pub struct Bucket {
    construct: Construct,
    resource: CfnBucket,
    name: ResourceName,
}

impl IConstruct for Bucket {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IBucket for Bucket {
    fn bucket_name(&self) -> Value<String> {
        self.name.name_attribute(self.resource.ref_())
    }

    fn bucket_arn(&self) -> Value<String> {
        self.name.arn_attribute(self.resource.attr_arn(), |name| ArnComponents::new("s3", name).region("").account(""))
    }
}

impl Bucket {
    /// A bucket with the defaults: named by CloudFormation, kept when the stack is deleted.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a bucket with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> BucketBuilder {
        BucketBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            bucket_name: None,
            versioned: false,
            removal_policy: RemovalPolicy::Retain,
        }
    }

    /// A bucket that exists, by its name.
    #[track_caller]
    pub fn from_bucket_name(
        scope: &impl IConstruct,
        id: impl Into<String>,
        name: impl Into<Value<String>>,
    ) -> ImportedBucket {
        let construct = Construct::of_type(scope, &id.into(), "aws-cdk-s3.Bucket");
        let bucket_name = name.into();
        let components = ArnComponents::new("s3", &bucket_name).region("").account("");
        let bucket_arn = Stack::of(&construct).format_arn(components);
        ImportedBucket { construct, bucket_name, bucket_arn }
    }

    /// Says what happens to the bucket when it leaves the stack.
    #[track_caller]
    pub fn apply_removal_policy(&self, policy: RemovalPolicy) {
        self.resource.apply_removal_policy(policy);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnBucket {
        &self.resource
    }
}

/// A bucket that exists already.
#[derive(Clone, Debug)]
pub struct ImportedBucket {
    construct: Construct,
    bucket_name: Value<String>,
    bucket_arn: Value<String>,
}

impl IConstruct for ImportedBucket {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IBucket for ImportedBucket {
    fn bucket_name(&self) -> Value<String> {
        self.bucket_name.clone()
    }

    fn bucket_arn(&self) -> Value<String> {
        self.bucket_arn.clone()
    }
}

/// Builds a [`Bucket`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct BucketBuilder {
    scope: Node,
    id: String,
    bucket_name: Option<PhysicalName>,
    versioned: bool,
    removal_policy: RemovalPolicy,
}

impl BucketBuilder {
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

    /// Adds the bucket. Errors: `s3::bucket-name`, and those of ids.
    #[track_caller]
    pub fn build(self) -> Bucket {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-s3.Bucket");
        let mut resource = CfnBucket::builder(&construct, "Resource");
        if let Some(name) = self.bucket_name.as_ref().and_then(|name| name.as_literal()) {
            check_name(&construct, name);
        }
        let name = ResourceName::new(&construct, self.bucket_name);
        if let Some(name) = name.property() {
            resource = resource.bucket_name(name);
        }
        if self.versioned {
            resource = resource.versioning_configuration(VersioningConfigurationProperty::new().status("Enabled"));
        }
        let resource = resource.build();
        resource.apply_removal_policy(self.removal_policy);
        Bucket { construct, resource, name }
    }
}

/// The rules are those of S3: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>.
#[track_caller]
fn check_name(construct: &Construct, name: &str) {
    let allowed =
        |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || ".-".contains(character);
    let edge = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit();
    let fits = (3..=63).contains(&name.len()) && name.chars().all(allowed);
    if !(fits && name.starts_with(edge) && name.ends_with(edge) && !name.contains("..")) {
        construct.node().report(
            Diagnostic::error("s3::bucket-name", format!("`{name}` is not a name for a bucket"))
                .help("use 3 to 63 lower case letters, digits, `.` and `-`, a letter or digit at both ends"),
        );
    }
}
