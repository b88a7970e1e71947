//! Buckets that exist.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_s3::{Bucket, BucketAttributes, IBucket};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let covers = Bucket::from_bucket_arn(&stack, "Covers", "arn:aws:s3:::covers");
//! assert_eq!(covers.bucket_name().as_literal(), Some("covers"));
//! let far = Bucket::from_bucket_attributes(&stack, "Far", BucketAttributes::of_name("far").region("eu-west-1"));
//! assert_eq!(far.bucket_regional_domain_name().as_literal(), Some("far.s3.eu-west-1.amazonaws.com"));
//! ```

use std::rc::Rc;

use aws_cdk_core::{
    Arn, ArnComponents, ArnFormat, Construct, Diagnostic, Fn, IConstruct, Node, Stack, Value, cfn_format,
};
use aws_cdk_iam::{AddToResourcePolicyResult, Grant, IGrantable, IResourceWithPolicy, PolicyStatement};
use aws_cdk_interfaces::kms::IKey;
use aws_cdk_interfaces::s3::IBucket;

use crate::bucket::Bucket;
use crate::bucket_base::grant;
use crate::bucket_builder::check_name;

/// What is known of a bucket that exists.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct BucketAttributes {
    bucket_arn: Option<Value<String>>,
    bucket_name: Option<Value<String>>,
    bucket_domain_name: Option<Value<String>>,
    bucket_regional_domain_name: Option<Value<String>>,
    bucket_dual_stack_domain_name: Option<Value<String>>,
    bucket_website_url: Option<Value<String>>,
    bucket_website_new_url_format: Option<bool>,
    encryption_key: Option<Rc<dyn IKey>>,
    is_website: bool,
    account: Option<Value<String>>,
    region: Option<Value<String>>,
}

macro_rules! attribute_setters {
    ($($(#[$doc:meta])* $name:ident;)+) => {
        $($(#[$doc])*
        pub fn $name(mut self, value: impl Into<Value<String>>) -> Self {
            self.$name = Some(value.into());
            self
        })+
    };
}

impl BucketAttributes {
    /// The bucket with a name.
    pub fn of_name(bucket_name: impl Into<Value<String>>) -> Self {
        Self { bucket_name: Some(bucket_name.into()), ..Self::default() }
    }

    /// The bucket with an ARN.
    pub fn of_arn(bucket_arn: impl Into<Value<String>>) -> Self {
        Self { bucket_arn: Some(bucket_arn.into()), ..Self::default() }
    }

    attribute_setters! {
        /// The ARN. Default: made of the name.
        bucket_arn;
        /// The name. Default: the one in the ARN.
        bucket_name;
        /// The domain name. Default: made of the name.
        bucket_domain_name;
        /// The domain name in the region. Default: made of name and region.
        bucket_regional_domain_name;
        /// The domain name in the region, for IPv6 as well. Default: made of name and region.
        bucket_dual_stack_domain_name;
        /// The URL of the website. Default: not known, unless the form of URLs is.
        bucket_website_url;
        /// The account of the bucket. Default: that of the stack.
        account;
        /// The region of the bucket. Default: that of the stack.
        region;
    }

    /// The form of the website's URL in the region: with a dot before the region, or a dash. Default: not known. Source:
    /// <https://docs.aws.amazon.com/general/latest/gr/s3.html#s3_website_region_endpoints>.
    pub fn bucket_website_new_url_format(mut self, value: bool) -> Self {
        self.bucket_website_new_url_format = Some(value);
        self
    }

    /// The key that encrypts objects. Default: none.
    pub fn encryption_key(mut self, key: &(impl IKey + Clone + 'static)) -> Self {
        self.encryption_key = Some(Rc::new(key.clone()));
        self
    }

    /// Whether the bucket is a website. Default: false.
    pub fn is_website(mut self, value: bool) -> Self {
        self.is_website = value;
        self
    }
}

/// A bucket that exists already. Its policy cannot be changed here.
#[derive(Clone, Debug)]
pub struct ImportedBucket {
    construct: Construct,
    bucket_name: Value<String>,
    bucket_arn: Value<String>,
    attributes: BucketAttributes,
}

impl IConstruct for ImportedBucket {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for ImportedBucket {
    fn add_to_resource_policy(&self, _: PolicyStatement) -> AddToResourcePolicyResult {
        AddToResourcePolicyResult::not_added()
    }

    fn resource_account(&self) -> Value<String> {
        self.attributes.account.clone().unwrap_or_else(|| Stack::of(self).account())
    }
}

impl IBucket for ImportedBucket {
    fn bucket_name(&self) -> Value<String> {
        self.bucket_name.clone()
    }

    fn bucket_arn(&self) -> Value<String> {
        self.bucket_arn.clone()
    }

    fn bucket_domain_name(&self) -> Value<String> {
        let made = || cfn_format!("{}.s3.{}", self.bucket_name, self.url_suffix());
        self.attributes.bucket_domain_name.clone().unwrap_or_else(made)
    }

    fn bucket_regional_domain_name(&self) -> Value<String> {
        let made = || cfn_format!("{}.s3.{}.{}", self.bucket_name, self.region(), self.url_suffix());
        self.attributes.bucket_regional_domain_name.clone().unwrap_or_else(made)
    }

    fn bucket_dual_stack_domain_name(&self) -> Value<String> {
        let made = || cfn_format!("{}.s3.dualstack.{}.{}", self.bucket_name, self.region(), self.url_suffix());
        self.attributes.bucket_dual_stack_domain_name.clone().unwrap_or_else(made)
    }

    #[track_caller]
    fn bucket_website_url(&self) -> Value<String> {
        match (&self.attributes.bucket_website_url, self.attributes.bucket_website_new_url_format) {
            (Some(url), _) => return url.clone(),
            (None, Some(_)) => return cfn_format!("http://{}", self.bucket_website_domain_name()),
            (None, None) => self.node().report(
                Diagnostic::error("s3::no-website-url", "the URL of the imported bucket's website is not known")
                    .help("import the bucket with its `bucket_website_url`, or `bucket_website_new_url_format`"),
            ),
        }
        "".into()
    }

    #[track_caller]
    fn bucket_website_domain_name(&self) -> Value<String> {
        let separator = match (&self.attributes.bucket_website_url, self.attributes.bucket_website_new_url_format) {
            (None, Some(is_new)) => {
                if is_new {
                    "."
                } else {
                    "-"
                }
            }
            _ => return Fn::select(2, Fn::split("/", self.bucket_website_url())),
        };
        cfn_format!("{}.s3-website{}{}.{}", self.bucket_name, separator, self.region(), self.url_suffix())
    }

    fn is_website(&self) -> Option<bool> {
        Some(self.attributes.is_website)
    }

    fn encryption_key(&self) -> Option<Rc<dyn IKey>> {
        self.attributes.encryption_key.clone()
    }

    #[track_caller]
    fn grant_actions(
        &self,
        identity: &dyn IGrantable,
        actions: &[&str],
        resource_arns: Vec<Value<String>>,
        key_actions: &[&str],
    ) -> Grant {
        grant(self, identity, actions, resource_arns, key_actions)
    }

    fn region(&self) -> Value<String> {
        self.attributes.region.clone().unwrap_or_else(|| Stack::of(self).region())
    }
}

impl ImportedBucket {
    /// The suffix of domain names is known where the region is.
    fn url_suffix(&self) -> Value<String> {
        let region = self.region();
        match region.as_literal() {
            Some(region) if region.starts_with("cn-") => "amazonaws.com.cn".into(),
            Some(region) if region.starts_with("us-iso-") => "c2s.ic.gov".into(),
            Some(region) if region.starts_with("us-isob-") => "sc2s.sgov.gov".into(),
            Some(region) if region.contains("iso") || region.contains("eusc") => Stack::of(self).url_suffix(),
            Some(_) => "amazonaws.com".into(),
            None => Stack::of(self).url_suffix(),
        }
    }
}

impl Bucket {
    /// A bucket that exists, by its ARN. Something else than an ARN is the error `s3::invalid-arn`.
    #[track_caller]
    pub fn from_bucket_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        bucket_arn: impl Into<Value<String>>,
    ) -> ImportedBucket {
        Self::from_bucket_attributes(scope, id, BucketAttributes::of_arn(bucket_arn))
    }

    /// A bucket that exists, by its name.
    #[track_caller]
    pub fn from_bucket_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        bucket_name: impl Into<Value<String>>,
    ) -> ImportedBucket {
        Self::from_bucket_attributes(scope, id, BucketAttributes::of_name(bucket_name))
    }

    /// A bucket that exists, by all that is known of it. Errors: `s3::invalid-arn`, `s3::bucket-name`, and those of ids.
    #[track_caller]
    pub fn from_bucket_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: BucketAttributes,
    ) -> ImportedBucket {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-s3.Bucket");
        let bucket_name = match (&attributes.bucket_name, &attributes.bucket_arn) {
            (Some(name), _) => name.clone(),
            (None, Some(arn)) => match Arn::split(arn, ArnFormat::SlashResourceName) {
                Ok(parts) => parts.resource,
                Err(error) => {
                    construct.node().report(
                        Diagnostic::error("s3::invalid-arn", error.to_string())
                            .help("give the ARN of a bucket: `arn:aws:s3:::name`"),
                    );
                    "".into()
                }
            },
            (None, None) => "".into(),
        };
        if let Some(name) = bucket_name.as_literal().filter(|name| !name.is_empty()) {
            check_name(construct.node(), name, true);
        }
        let components = ArnComponents::new("s3", &bucket_name).region("").account("");
        let made = || Stack::of(&construct).format_arn(components);
        let bucket_arn = attributes.bucket_arn.clone().unwrap_or_else(made);
        ImportedBucket { construct, bucket_name, bucket_arn, attributes }
    }
}
