//! Buckets: encryption, public access, lifecycle, websites, access logs, grants, urls, imports.

use aws_cdk_core::{App, CfnOutput, CfnParameter, Duration, Environment, RemovalPolicy, Stack, Value, cfn_list};
use aws_cdk_iam::{AccountPrincipal, ArnPrincipal, IResourceWithPolicy, PolicyStatement, Role, ServicePrincipal};
use aws_cdk_kms::Key;
use aws_cdk_s3::{
    BlockPublicAccess, Bucket, BucketAccessControl, BucketAttributes, BucketEncryption, BucketPolicy, CorsRule,
    HttpMethods, IBucket, LifecycleRule, NoncurrentVersionTransition, ObjectOwnership, RedirectProtocol, RedirectTarget,
    RoutingRule, StorageClass, Transition,
};

pub(super) fn build(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "Buckets").env(env).build();
    let agnostic = Stack::new(app, "Agnostic");
    let name = CfnParameter::new(&stack, "Name").value_as_string();
    let key = Key::new(&stack, "Key");

    Bucket::builder(&stack, "Named")
        .bucket_name("named.bucket-1")
        .versioned(true)
        .removal_policy(RemovalPolicy::Destroy)
        .transfer_acceleration(true)
        .object_lock_enabled(true)
        .build();
    Bucket::builder(&stack, "TokenName").bucket_name(name.clone()).build();
    let (kms, keyed) = encrypted(&stack, &key);
    access(&stack);
    let name: Value<String> = name.into();
    let ruled = ruled(&stack, &name);
    let site = site(&stack);
    logs(&stack, &agnostic, &key);
    Bucket::builder(&stack, "Tls").enforce_ssl(true).build();
    Bucket::builder(&stack, "Tls12").enforce_ssl(true).minimum_tls_version(1.2).build();

    let role = Role::builder(&stack, "Role", ServicePrincipal::new("lambda.amazonaws.com")).build();
    let imported = Bucket::from_bucket_arn(&stack, "Imported", "arn:aws:s3:::imported");
    let attributes = BucketAttributes::of_name("Old_Name")
        .encryption_key(&key)
        .account("999999999999")
        .region("cn-north-1")
        .is_website(true)
        .bucket_website_new_url_format(true);
    let imported_keyed = Bucket::from_bucket_attributes(&stack, "ImportedKeyed", attributes);
    let attributes = BucketAttributes::of_arn(&name)
        .bucket_domain_name("d")
        .bucket_regional_domain_name("r")
        .bucket_dual_stack_domain_name("s")
        .bucket_website_url("http://w/x");
    let full = Bucket::from_bucket_attributes(&stack, "Full", attributes);
    let attributes = BucketAttributes::of_name("dashed").bucket_website_new_url_format(false);
    let dashed = Bucket::from_bucket_attributes(&agnostic, "Dashed", attributes);
    let granted: [(&str, &dyn IBucket); 5] = [
        ("Kms", &kms),
        ("Keyed", &keyed),
        ("Ruled", &ruled),
        ("Imported", &imported),
        ("ImportedKeyed", &imported_keyed),
    ];
    for (id, bucket) in granted {
        grants(&stack, id, bucket);
    }
    keyed.grant_read(&AccountPrincipal::new("222222222222"), None);
    ruled.grant_put(&ServicePrincipal::new("delivery.logs.amazonaws.com"), Some("logs/*"));
    ruled.grant_write(&ArnPrincipal::new("arn:aws:iam::222222222222:role/x"), None);
    site.grant_public_access(Some("public/*"), &["s3:GetObject", "s3:GetObjectVersion"]);
    site.grant_public_access(None, &[]);
    let location = PolicyStatement::new().actions(["s3:GetBucketLocation"]).resources([ruled.bucket_arn()]);
    ruled.add_to_resource_policy(location.principal(&ServicePrincipal::new("config.amazonaws.com")));
    let policy = BucketPolicy::new(&stack, "OwnPolicy", &imported);
    let statement = PolicyStatement::new().actions(["s3:*"]).resources([imported.arn_for_objects("x/*")]);
    policy.document().add_statements([statement.principal(&role)]);

    let shown: [(&str, &dyn IBucket, &Stack); 5] = [
        ("Site", &site, &stack),
        ("Imported", &imported, &stack),
        ("ImportedKeyed", &imported_keyed, &stack),
        ("Full", &full, &stack),
        ("Dashed", &dashed, &agnostic),
    ];
    for (id, bucket, stack) in shown {
        attributes_of(stack, id, bucket);
    }
}

fn encrypted(stack: &Stack, key: &Key) -> (Bucket, Bucket) {
    let bucket = |id: &str, encryption| Bucket::builder(stack, id).encryption(encryption);
    bucket("Unencrypted", BucketEncryption::Unencrypted).build();
    bucket("S3Managed", BucketEncryption::S3Managed).bucket_key_enabled(true).build();
    bucket("KmsManaged", BucketEncryption::KmsManaged).build();
    let kms = bucket("Kms", BucketEncryption::Kms).build();
    bucket("Dsse", BucketEncryption::Dsse).build();
    bucket("DsseManaged", BucketEncryption::DsseManaged).bucket_key_enabled(false).build();
    let keyed = Bucket::builder(stack, "Keyed").encryption_key(key).bucket_key_enabled(true).build();
    bucket("DsseKeyed", BucketEncryption::Dsse).encryption_key(key).build();
    (kms, keyed)
}

fn access(stack: &Stack) {
    let bucket = |id: &str| Bucket::builder(stack, id);
    bucket("BlockAll").block_public_access(BlockPublicAccess::BLOCK_ALL).build();
    bucket("BlockAcls").block_public_access(BlockPublicAccess::BLOCK_ACLS).build();
    bucket("BlockSome").block_public_access(BlockPublicAccess::new().ignore_public_acls(false)).build();
    bucket("PublicRead").public_read_access(true).block_public_access(BlockPublicAccess::BLOCK_ACLS_ONLY).build();
    bucket("AclPublic").access_control(BucketAccessControl::PublicRead).build();
    bucket("AclPrivate").access_control(BucketAccessControl::Private).build();
    bucket("AclPreferred")
        .access_control(BucketAccessControl::LogDeliveryWrite)
        .object_ownership(ObjectOwnership::BucketOwnerPreferred)
        .build();
    bucket("Enforced").object_ownership(ObjectOwnership::BucketOwnerEnforced).build();
}

fn ruled(stack: &Stack, name: &Value<String>) -> Bucket {
    let days = Duration::days;
    let everything = LifecycleRule::new()
        .id("all")
        .enabled(false)
        .prefix("a/")
        .tag_filter("t", "v")
        .tag_filter("u", "w")
        .object_size_greater_than(500)
        .object_size_less_than(100_000)
        .abort_incomplete_multipart_upload_after(days(1))
        .noncurrent_version_expiration(days(9))
        .noncurrent_versions_to_retain(3)
        .noncurrent_version_transitions([
            NoncurrentVersionTransition::new(StorageClass::Glacier, days(2)).noncurrent_versions_to_retain(1),
            NoncurrentVersionTransition::new(StorageClass::DeepArchive, days(3)),
        ])
        .transitions([
            Transition::after(StorageClass::InfrequentAccess, days(30)),
            Transition::on(StorageClass::GlacierInstantRetrieval, "2030-01-01T00:00:00Z"),
        ]);
    let ruled = Bucket::builder(stack, "Ruled")
        .lifecycle_rules([
            LifecycleRule::new().expiration(days(30)),
            everything,
            LifecycleRule::new().expired_object_delete_marker(true),
            LifecycleRule::new().expiration_date("2031-02-03T00:00:00Z"),
        ])
        .cors([CorsRule::new([HttpMethods::Get, HttpMethods::Head], ["*"])])
        .build();
    ruled.add_lifecycle_rule(LifecycleRule::new().transitions([
        Transition::after(StorageClass::IntelligentTiering, days(0)),
        Transition::after(StorageClass::OneZoneInfrequentAccess, days(31)),
    ]));
    let methods = [HttpMethods::Put, HttpMethods::Post, HttpMethods::Delete];
    let origins: Value<Vec<String>> = cfn_list!["https://a.test", name];
    let rule = CorsRule::new(methods, origins).allowed_headers(["x"]).exposed_headers(["y"]);
    ruled.add_cors_rule(rule.id("second").max_age(60));
    ruled
}

fn site(stack: &Stack) -> Bucket {
    let moved = RoutingRule::new()
        .host_name("h")
        .http_redirect_code("302")
        .protocol(RedirectProtocol::Https)
        .replace_key_prefix_with("new/")
        .http_error_code_returned_equals("404")
        .key_prefix_equals("old/");
    let site = Bucket::builder(stack, "Site")
        .website_index_document("index.html")
        .website_error_document("error.html")
        .website_routing_rules([moved, RoutingRule::new().replace_key_with("all.html")])
        .build();
    let target = || RedirectTarget::new("www.example.com");
    Bucket::builder(stack, "Redirect").website_redirect(target().protocol(RedirectProtocol::Http)).build();
    Bucket::builder(stack, "RedirectPlain").website_redirect(target()).build();
    site
}

fn logs(stack: &Stack, agnostic: &Stack, key: &Key) {
    let logs = Bucket::builder(stack, "Logs").encryption_key(key).build();
    Bucket::builder(stack, "Logged").server_access_logs_bucket(&logs).server_access_logs_prefix("logged/").build();
    Bucket::builder(stack, "LoggedAll").server_access_logs_bucket(&logs).build();
    Bucket::builder(stack, "LogsItself").server_access_logs_prefix("self").build();
    let own_logs = Bucket::new(agnostic, "OwnLogs");
    Bucket::builder(agnostic, "Own").server_access_logs_bucket(&own_logs).server_access_logs_prefix("x").build();
}

fn grants(stack: &Stack, id: &str, bucket: &dyn IBucket) {
    let role = |kind: &str| {
        let service = ServicePrincipal::new("lambda.amazonaws.com");
        Role::builder(stack, format!("{id}{kind}"), service).build()
    };
    let user = role("User");
    bucket.grant_read(&user, None);
    bucket.grant_read(&user, Some("read/*"));
    bucket.grant_put(&user, Some("put/*"));
    let writer = role("Writer");
    bucket.grant_write(&writer, None);
    bucket.grant_delete(&writer, Some("d/*"));
    bucket.grant_put_acl(&writer, None);
    let both = role("Both");
    bucket.grant_read_write(&both, Some("rw/*"));
    bucket.grant_write_with(&both, Some("w/*"), &["s3:PutObject", "s3:Abort*"]);
}

fn attributes_of(stack: &Stack, id: &str, bucket: &dyn IBucket) {
    let show = |name: &str, value: Value<String>| CfnOutput::new(stack, format!("{id}{name}"), value);
    show("Name", bucket.bucket_name());
    show("Arn", bucket.bucket_arn());
    show("Domain", bucket.bucket_domain_name());
    show("Regional", bucket.bucket_regional_domain_name());
    show("Dual", bucket.bucket_dual_stack_domain_name());
    if id != "Imported" {
        show("Website", bucket.bucket_website_url());
        show("WebsiteDomain", bucket.bucket_website_domain_name());
    }
    show("Objects", bucket.arn_for_objects("k/*"));
    show("Url", bucket.url_for_object(Some("a/b")));
    show("UrlBucket", bucket.url_for_object(None));
    show("S3", bucket.s3_url_for_object("/k"));
    show("Virtual", bucket.virtual_hosted_url_for_object(Some("k"), true));
    show("VirtualGlobal", bucket.virtual_hosted_url_for_object(None, false));
    show("Fast", bucket.transfer_acceleration_url_for_object(Some("k"), false));
    show("FastBucket", bucket.transfer_acceleration_url_for_object(None, true));
}
