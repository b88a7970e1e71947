//! What buckets say of mistakes.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_kms::Key;
use aws_cdk_s3::{
    BlockPublicAccess, Bucket, BucketAccessControl, BucketEncryption, IBucket, LifecycleRule, ObjectOwnership,
    RedirectTarget,
};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    build(&Stack::new(&app, "Stack"));
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

#[test]
fn names_of_buckets_follow_the_rules() {
    let names = [
        "",
        "ab",
        "Upper",
        "under_score",
        "-start",
        "end-",
        "two..dots",
        "dot.-dash",
        "dash-.dot",
        "1.2.3.4",
        &"a".repeat(64),
    ];
    for name in names {
        let found = codes(|stack| {
            Bucket::builder(stack, "Bucket").bucket_name(name).build();
        });
        assert_eq!(found, ["s3::bucket-name"], "{name}");
    }
    for name in ["abc", "my.bucket-1", &"a".repeat(63)] {
        let found = codes(|stack| {
            Bucket::builder(stack, "Bucket").bucket_name(name).build();
        });
        assert_eq!(found, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn an_encryption_takes_a_key_or_none() {
    let found = codes(|stack| {
        let key = Key::new(stack, "Key");
        let bucket = |id| Bucket::builder(stack, id);
        bucket("Managed").encryption(BucketEncryption::KmsManaged).encryption_key(&key).build();
        bucket("NoEncryption").bucket_key_enabled(true).build();
        bucket("Fits").encryption_key(&key).bucket_key_enabled(true).build();
    });
    assert_eq!(found, ["s3::encryption-key", "s3::bucket-key"]);
}

#[test]
fn a_version_of_tls_is_enforced() {
    let found = codes(|stack| {
        Bucket::builder(stack, "Bucket").minimum_tls_version(1.2).build();
    });
    assert_eq!(found, ["s3::minimum-tls-version"]);
}

#[test]
fn public_access_is_not_refused() {
    let found = codes(|stack| {
        Bucket::builder(stack, "Silent").public_read_access(true).build();
        let blocked = Bucket::builder(stack, "Blocked").block_public_access(BlockPublicAccess::BLOCK_ALL).build();
        blocked.grant_public_access(None, &[]);
    });
    assert_eq!(found, ["s3::public-access", "s3::public-access"]);
}

#[test]
fn an_access_control_list_needs_an_ownership() {
    let found = codes(|stack| {
        Bucket::builder(stack, "Bucket")
            .access_control(BucketAccessControl::PublicRead)
            .object_ownership(ObjectOwnership::BucketOwnerEnforced)
            .build();
    });
    assert_eq!(found, ["s3::access-control"]);
}

#[test]
fn access_logs_can_be_written() {
    let found = codes(|stack| {
        let managed = Bucket::builder(stack, "Managed").encryption(BucketEncryption::KmsManaged);
        managed.server_access_logs_prefix("logs/").build();
        let imported = Bucket::from_bucket_name(stack, "Imported", "imported");
        Bucket::builder(stack, "Logged").server_access_logs_bucket(&imported).build();
    });
    assert_eq!(found, ["s3::access-logs", "s3::access-logs-policy"]);
}

#[test]
fn a_website_has_an_index_or_redirects() {
    let found = codes(|stack| {
        Bucket::builder(stack, "NoIndex").website_error_document("error.html").build();
        let both = Bucket::builder(stack, "Both").website_index_document("index.html");
        both.website_redirect(RedirectTarget::new("example.com")).build();
    });
    assert_eq!(found, ["s3::website", "s3::website"]);
}

#[test]
fn a_lifecycle_rule_does_something_after_whole_days() {
    let found = codes(|stack| {
        let bucket = Bucket::new(stack, "Bucket");
        bucket.add_lifecycle_rule(LifecycleRule::new().prefix("a/"));
        let markers = LifecycleRule::new().expired_object_delete_marker(true);
        bucket.add_lifecycle_rule(markers.expiration(Duration::days(1)));
        bucket.add_lifecycle_rule(LifecycleRule::new().expiration(Duration::hours(25)));
        bucket.add_lifecycle_rule(LifecycleRule::new().expiration(Duration::hours(48)));
    });
    assert_eq!(found, ["s3::lifecycle-rule", "s3::lifecycle-rule", "s3::lifecycle-days"]);
}

#[test]
fn an_imported_bucket_is_known_as_far_as_it_was_said() {
    let found = codes(|stack| {
        Bucket::from_bucket_arn(stack, "NoArn", "books");
        Bucket::from_bucket_name(stack, "NoName", "a b");
        Bucket::from_bucket_name(stack, "Old", "Old_Name").bucket_website_url();
    });
    assert_eq!(found, ["s3::invalid-arn", "s3::bucket-name", "s3::no-website-url"]);
}
