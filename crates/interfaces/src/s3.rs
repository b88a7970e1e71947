//! What others need to know of the buckets of Amazon S3.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{Diagnostic, Fn, Stack, Value, cfn_format};
use aws_cdk_iam::{AnyPrincipal, Grant, IGrantable, IResourceWithPolicy};

use crate::kms::IKey;

const READ: [&str; 3] = ["s3:GetObject*", "s3:GetBucket*", "s3:List*"];
const DELETE: &str = "s3:DeleteObject*";
const PUT: [&str; 6] = [
    "s3:PutObject",
    "s3:PutObjectLegalHold",
    "s3:PutObjectRetention",
    "s3:PutObjectTagging",
    "s3:PutObjectVersionTagging",
    "s3:Abort*",
];
const PUT_ACL: [&str; 2] = ["s3:PutObjectAcl", "s3:PutObjectVersionAcl"];
const KEY_READ: [&str; 2] = ["kms:Decrypt", "kms:DescribeKey"];
const KEY_WRITE: [&str; 4] = ["kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Decrypt"];
const KEY_READ_WRITE: [&str; 5] =
    ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"];

/// A bucket, made here or imported.
///
/// Grants are for the objects whose keys match a pattern, such as `covers/*`; `None` for all. They go to the principal's policies;
/// for principals without any, or of another account, also to the bucket's own. The bucket's key is granted as well.
pub trait IBucket: IResourceWithPolicy + fmt::Debug {
    /// The name of the bucket.
    fn bucket_name(&self) -> Value<String>;

    /// The ARN of the bucket.
    fn bucket_arn(&self) -> Value<String>;

    /// The domain name: `bucket.s3.amazonaws.com`.
    fn bucket_domain_name(&self) -> Value<String>;

    /// The domain name in the region: `bucket.s3.eu-west-1.amazonaws.com`.
    fn bucket_regional_domain_name(&self) -> Value<String>;

    /// The domain name in the region, for IPv6 as well: `bucket.s3.dualstack.eu-west-1.amazonaws.com`.
    fn bucket_dual_stack_domain_name(&self) -> Value<String>;

    /// The URL of the website. Of an import that was not given it this is the error `s3::no-website-url`.
    #[track_caller]
    fn bucket_website_url(&self) -> Value<String>;

    /// Whether the bucket is a website, as far as it is known.
    fn is_website(&self) -> Option<bool>;

    /// The key of the account that encrypts objects, if there is one and it is known.
    fn encryption_key(&self) -> Option<Rc<dyn IKey>>;

    /// Grants actions on what ARNs name, and other actions on the bucket's key.
    #[doc(hidden)]
    #[track_caller]
    fn grant_actions(
        &self,
        identity: &dyn IGrantable,
        actions: &[&str],
        resource_arns: Vec<Value<String>>,
        key_actions: &[&str],
    ) -> Grant;

    /// The region of the bucket.
    fn region(&self) -> Value<String> {
        Stack::of(self.node()).region()
    }

    /// Whether policies that make objects public are refused.
    #[doc(hidden)]
    fn disallow_public_access(&self) -> bool {
        false
    }

    /// Lets S3 write the access logs of another bucket. The policy of an imported bucket cannot be changed: the warning
    /// `s3::access-logs-policy` on the other one.
    #[doc(hidden)]
    #[track_caller]
    fn allow_log_delivery(&self, from: &dyn IBucket, _prefix: Option<&Value<String>>) {
        let message = format!("the policy of the imported bucket `{}` is not changed here", self.node().path());
        from.node().report(
            Diagnostic::warning("s3::access-logs-policy", message)
                .help("let the service `logging.s3.amazonaws.com` put objects into it"),
        );
    }

    /// The domain name of the website. Of an import that was not given its URL this is the error `s3::no-website-url`.
    #[track_caller]
    fn bucket_website_domain_name(&self) -> Value<String> {
        Fn::select(2, Fn::split("/", self.bucket_website_url()))
    }

    /// The ARN of objects whose keys match a pattern, such as `covers/*`.
    fn arn_for_objects(&self, key_pattern: &str) -> Value<String> {
        cfn_format!("{}/{}", self.bucket_arn(), key_pattern)
    }

    /// `https://s3.region.amazonaws.com/bucket/key`; without a key, that of the bucket.
    fn url_for_object(&self, key: Option<&str>) -> Value<String> {
        let suffix = Stack::of(self.node()).url_suffix();
        let bucket = cfn_format!("https://s3.{}.{}/{}", self.region(), suffix, self.bucket_name());
        with_key(bucket, key)
    }

    /// `https://bucket.s3.region.amazonaws.com/key`; without the region if `regional` is false.
    fn virtual_hosted_url_for_object(&self, key: Option<&str>, regional: bool) -> Value<String> {
        let domain = if regional { self.bucket_regional_domain_name() } else { self.bucket_domain_name() };
        with_key(cfn_format!("https://{}", domain), key)
    }

    /// `https://bucket.s3-accelerate.amazonaws.com/key`, for buckets with transfer acceleration; for IPv6 as well if
    /// `dual_stack` is true.
    fn transfer_acceleration_url_for_object(&self, key: Option<&str>, dual_stack: bool) -> Value<String> {
        let kind = if dual_stack { ".dualstack" } else { "" };
        let name = self.bucket_name();
        match key {
            Some(key) => with_key(cfn_format!("https://{}.s3-accelerate{}.amazonaws.com", name, kind), Some(key)),
            None => cfn_format!("https://{}.s3-accelerate{}.amazonaws.com/", name, kind),
        }
    }

    /// `s3://bucket/key`.
    fn s3_url_for_object(&self, key: &str) -> Value<String> {
        with_key(cfn_format!("s3://{}", self.bucket_name()), Some(key).filter(|key| !key.is_empty()))
    }

    /// Grants the right to read objects and to list them.
    #[track_caller]
    fn grant_read(&self, identity: &dyn IGrantable, objects_key_pattern: Option<&str>) -> Grant {
        self.grant_actions(
            identity,
            &READ,
            vec![self.bucket_arn(), self.arn_for_objects(objects_key_pattern.unwrap_or("*"))],
            &KEY_READ,
        )
    }

    /// Grants the right to write and to delete objects.
    #[track_caller]
    fn grant_write(&self, identity: &dyn IGrantable, objects_key_pattern: Option<&str>) -> Grant {
        self.grant_actions(
            identity,
            &write_actions(),
            vec![self.bucket_arn(), self.arn_for_objects(objects_key_pattern.unwrap_or("*"))],
            &KEY_WRITE,
        )
    }

    /// Grants the right to write objects with some actions alone, such as `s3:PutObject`.
    #[track_caller]
    fn grant_write_with(
        &self,
        identity: &dyn IGrantable,
        objects_key_pattern: Option<&str>,
        actions: &[&str],
    ) -> Grant {
        self.grant_actions(
            identity,
            actions,
            vec![self.bucket_arn(), self.arn_for_objects(objects_key_pattern.unwrap_or("*"))],
            &KEY_WRITE,
        )
    }

    /// Grants the right to read, to list, to write and to delete objects.
    #[track_caller]
    fn grant_read_write(&self, identity: &dyn IGrantable, objects_key_pattern: Option<&str>) -> Grant {
        let actions = [&READ, &*write_actions()].concat();
        self.grant_actions(
            identity,
            &actions,
            vec![self.bucket_arn(), self.arn_for_objects(objects_key_pattern.unwrap_or("*"))],
            &KEY_READ_WRITE,
        )
    }

    /// Grants the right to put objects.
    #[track_caller]
    fn grant_put(&self, identity: &dyn IGrantable, objects_key_pattern: Option<&str>) -> Grant {
        let arns = vec![self.arn_for_objects(objects_key_pattern.unwrap_or("*"))];
        self.grant_actions(identity, &PUT, arns, &KEY_WRITE)
    }

    /// Grants the right to change access control lists of objects.
    #[track_caller]
    fn grant_put_acl(&self, identity: &dyn IGrantable, objects_key_pattern: Option<&str>) -> Grant {
        self.grant_actions(identity, &PUT_ACL, vec![self.arn_for_objects(objects_key_pattern.unwrap_or("*"))], &[])
    }

    /// Grants the right to delete objects.
    #[track_caller]
    fn grant_delete(&self, identity: &dyn IGrantable, objects_key_pattern: Option<&str>) -> Grant {
        self.grant_actions(identity, &[DELETE], vec![self.arn_for_objects(objects_key_pattern.unwrap_or("*"))], &[])
    }

    /// Lets everybody read objects, or do what the actions say. On a bucket that refuses public policies this is the error
    /// `s3::public-access`.
    #[track_caller]
    fn grant_public_access(&self, key_prefix: Option<&str>, allowed_actions: &[&str]) -> Grant {
        if self.disallow_public_access() {
            self.node().report(
                Diagnostic::error("s3::public-access", "the bucket refuses policies that make objects public")
                    .help("let `block_public_access` have `block_public_policy(false)`"),
            );
        }
        let actions = if allowed_actions.is_empty() { &["s3:GetObject"] } else { allowed_actions };
        let arns = vec![self.arn_for_objects(key_prefix.unwrap_or("*"))];
        self.grant_actions(&AnyPrincipal::new(), actions, arns, &[])
    }
}

fn write_actions() -> Vec<&'static str> {
    [&[DELETE], &PUT[..]].concat()
}

fn with_key(bucket: Value<String>, key: Option<&str>) -> Value<String> {
    match key {
        Some(key) => cfn_format!("{}/{}", bucket, key.strip_prefix('/').unwrap_or(key)),
        None => bucket,
    }
}
