//! Logs of load balancers in buckets.

use aws_cdk_core::{Diagnostic, IConstruct, Stack, cfn_format, cfn_json};
use aws_cdk_iam::{AccountPrincipal, PolicyStatement, ServicePrincipal};
use aws_cdk_interfaces::s3::IBucket;

use super::load_balancer::LoadBalancerCore;

/// The accounts from which load balancers write logs, of regions that have one; others have a service principal.
///
/// Source: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html>.
const ACCOUNTS: [(&str, &str); 31] = [
    ("af-south-1", "098369216593"),
    ("ap-east-1", "754344448648"),
    ("ap-northeast-1", "582318560864"),
    ("ap-northeast-2", "600734575887"),
    ("ap-northeast-3", "383597477331"),
    ("ap-south-1", "718504428378"),
    ("ap-southeast-1", "114774131450"),
    ("ap-southeast-2", "783225319266"),
    ("ap-southeast-3", "589379963580"),
    ("ca-central-1", "985666609251"),
    ("cn-north-1", "638102146993"),
    ("cn-northwest-1", "037604701340"),
    ("eu-central-1", "054676820928"),
    ("eu-north-1", "897822967062"),
    ("eu-south-1", "635631232127"),
    ("eu-west-1", "156460612806"),
    ("eu-west-2", "652711504416"),
    ("eu-west-3", "009996457667"),
    ("me-south-1", "076674570225"),
    ("sa-east-1", "507241528517"),
    ("us-east-1", "127311923021"),
    ("us-east-2", "033677994240"),
    ("us-gov-east-1", "190560391635"),
    ("us-gov-west-1", "048591011584"),
    ("us-iso-east-1", "770363063475"),
    ("us-iso-west-1", "121062877647"),
    ("us-isob-east-1", "740734521339"),
    ("us-isof-east-1", "091100254016"),
    ("us-isof-south-1", "412137745753"),
    ("us-west-1", "027434742980"),
    ("us-west-2", "797873946194"),
];

impl LoadBalancerCore {
    /// Writes logs of a kind, such as `access_logs`, into a bucket, whose policy lets load balancers do so.
    #[track_caller]
    pub(crate) fn log(&self, kind: &str, bucket: &(impl IBucket + ?Sized), prefix: &str) {
        self.attributes.set_flag(&format!("{kind}.s3.enabled"), true);
        self.attributes.set(&format!("{kind}.s3.bucket"), Some(bucket.bucket_name()));
        self.attributes.set(&format!("{kind}.s3.prefix"), Some(prefix.into()));

        let stack = Stack::of(&self.construct);
        let Some(region) = stack.region().as_literal().map(str::to_owned) else {
            let message = "logs need the region of the stack: the policy of the bucket differs among regions";
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::no-region", message);
            return self.construct.node().report(diagnostic.help("set the region of the stack's environment"));
        };
        let folder = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
        let objects = cfn_format!("{}/{}AWSLogs/{}/*", bucket.bucket_arn(), folder, stack.account());
        let put = || PolicyStatement::new().actions(["s3:PutObject"]).resources([objects.clone()]);
        let delivery = ServicePrincipal::new("delivery.logs.amazonaws.com");
        let writes = match ACCOUNTS.iter().find(|(name, _)| *name == region) {
            Some((_, account)) => put().principal(&AccountPrincipal::new(*account)),
            None => put().principal(&ServicePrincipal::new("logdelivery.elasticloadbalancing.amazonaws.com")),
        };
        let owned = cfn_json!({ "StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control" } });
        let reads = PolicyStatement::new().actions(["s3:GetBucketAcl"]).resources([bucket.bucket_arn()]);
        let statements = [writes, put().principal(&delivery).conditions(owned), reads.principal(&delivery)];
        for statement in statements {
            let result = bucket.add_to_resource_policy(statement);
            if !result.statement_added {
                let message = format!("the policy of the bucket `{}` is not changed here", bucket.node().path());
                let diagnostic = Diagnostic::warning("elasticloadbalancingv2::logs-policy", message);
                return self.construct.node().report(diagnostic.help("let load balancers put their logs into it"));
            }
            if let Some(policy) = result.policy_dependable {
                self.resource.node().add_dependency_group(&policy);
            }
        }
    }

    /// As [`log`](Self::log); a bucket whose objects are encrypted with a key of the account gets none.
    #[track_caller]
    pub(crate) fn log_unless_encrypted(&self, kind: &str, bucket: &(impl IBucket + ?Sized), prefix: &str) {
        if bucket.encryption_key().is_some() {
            let message = "logs of application load balancers are not written into buckets that a KMS key encrypts";
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::logs-encryption", message);
            self.construct.node().report(diagnostic.help("use a bucket with the encryption of S3"));
        }
        self.log(kind, bucket, prefix);
    }
}
