//! What functions say of layers, URLs, VPCs, dead letters, asynchronous calls, event sources and grants that do not fit.

use aws_cdk_core::{App, Duration, Environment, IConstruct, Set, Size, Stack, cfn_json};
use aws_cdk_ec2::{SecurityGroup, SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_iam::{AccountPrincipal, CanonicalUserPrincipal, IPrincipal, ServicePrincipal};
use aws_cdk_interfaces::ec2::{IConnectable, SubnetSelection};
use aws_cdk_kms::Key;
use aws_cdk_lambda::{
    Code, EventInvokeConfigOptions, Function, FunctionAttributes, FunctionBuilder, FunctionUrl, FunctionUrlCorsOptions,
    IFunction, ILayerVersion, LayerVersion, LayerVersionPermission, Permission, Runtime, SnapStartConf,
    StartingPosition,
};
use aws_cdk_sqs::Queue;

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    let env = Environment::new().account("111111111111").region("us-east-1");
    build(&Stack::builder(&app, "Stack").env(env).build());
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("more_options.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

fn function(stack: &Stack, id: &str) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, id).runtime(Runtime::NODEJS_22_X).handler("index.handler").code(Code::from_inline("//"))
}

#[test]
fn layers_have_rules() {
    let found = codes(|stack| {
        let layer = LayerVersion::builder(stack, "Layer", Code::from_inline("//")).compatible_runtimes([]).build();
        layer.add_permission("One", LayerVersionPermission::new("222222222222").organization_id("o-1234567890"));
        let arn = "arn:aws:lambda:us-east-1:999999999999:layer:python:1";
        let python = vec![Runtime::PYTHON_3_13];
        let python = LayerVersion::from_layer_version_attributes(stack, "Python", arn, Some(python));
        let any = LayerVersion::from_layer_version_arn(stack, "Any", arn);
        let layered = function(stack, "Fn").layer(&python).build();
        for _ in 0..5 {
            layered.add_layer(&any);
        }
    });
    assert_eq!(
        found,
        [
            "lambda::layer-runtimes",
            "lambda::layer-code",
            "lambda::layer-permission",
            "lambda::layer-runtimes",
            "lambda::too-many-layers",
        ]
    );
}

#[test]
fn urls_are_of_functions_and_aliases() {
    let found = codes(|stack| {
        let function = function(stack, "Fn").build();
        FunctionUrl::builder(stack, "Url", &function.current_version()).build();
        let cors = FunctionUrlCorsOptions::new().max_age(Duration::days(2));
        function.add_function_url().cors(cors).build();
    });
    assert_eq!(found, ["lambda::url-of-version", "lambda::cors-max-age"]);
}

#[test]
fn options_of_a_vpc_need_one() {
    let found = codes(|stack| {
        function(stack, "Fn").vpc_subnets(SubnetSelection::new()).build().connections();
    });
    assert_eq!(found, ["lambda::without-vpc"; 2]);
}

#[test]
fn a_function_in_a_vpc_has_a_way_out() {
    let found = codes(|stack| {
        let public = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
        let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a"]).public_subnets(public);
        let vpc = Vpc::from_vpc_attributes(stack, "Vpc", attributes);
        let group = SecurityGroup::new(stack, "Group", &vpc);
        function(stack, "Public").vpc(&vpc).build();
        let given = function(stack, "Given").vpc(&vpc).allow_public_subnet(true).security_groups([group]);
        given.allow_all_outbound(false).build();
    });
    assert_eq!(found, ["lambda::public-subnet", "lambda::outbound-of-security-group"]);
}

#[test]
fn dead_letters_go_to_one_place() {
    let found = codes(|stack| {
        let queue = Queue::new(stack, "Queue");
        let topic = "arn:aws:sns:us-east-1:111111111111:topic";
        function(stack, "Both").dead_letter_queue(&queue).dead_letter_topic(topic).build();
        function(stack, "Off").dead_letter_queue(&queue).dead_letter_queue_enabled(false).build();
        function(stack, "Topic").dead_letter_topic(topic).build();
    });
    assert_eq!(found, ["lambda::dead-letters"; 2]);
}

#[test]
fn snapshots_are_of_some_runtimes() {
    let found = codes(|stack| {
        function(stack, "Fn")
            .snap_start(SnapStartConf::OnPublishedVersions)
            .ephemeral_storage_size(Size::gibibytes(1))
            .build();
    });
    assert_eq!(found, ["lambda::snap-start-versions", "lambda::snap-start", "lambda::snap-start"]);
}

#[test]
fn calls_without_answer_have_limits() {
    let found = codes(|stack| {
        let options = EventInvokeConfigOptions::new().max_event_age(Duration::seconds(59)).retry_attempts(3);
        let function = function(stack, "Fn").async_invoke(options.clone()).build();
        function.configure_async_invoke(options);
    });
    assert_eq!(found, ["lambda::event-age", "lambda::retry-attempts", "lambda::event-invoke-config"]);
}

#[test]
fn event_sources_have_limits() {
    let found = codes(|stack| {
        let function = function(stack, "Fn").build();
        function.add_event_source_mapping("None").build();
        function.add_event_source_mapping("Empty").kafka_bootstrap_servers(Vec::<String>::new()).build();
        let stream = |id: &str| function.add_event_source_mapping(id).event_source_arn("arn:aws:kinesis:::stream/s");
        stream("Time").starting_position(StartingPosition::AtTimestamp).build();
        stream("Key").filter_encryption(&Key::new(stack, "Key")).build();
        stream("Limits")
            .max_batching_window(Duration::minutes(6))
            .max_concurrency(1)
            .max_record_age(Duration::days(8))
            .retry_attempts(-2)
            .parallelization_factor(11)
            .tumbling_window(Duration::minutes(16))
            .build();
    });
    let expected = [&["lambda::event-source"; 4][..], &["lambda::event-source-limits"; 6]].concat();
    assert_eq!(found, expected);
}

#[test]
fn a_function_permits_some_principals_only() {
    let found = codes(|stack| {
        let function = function(stack, "Fn").build();
        function.add_permission(
            "User",
            Permission::new(&CanonicalUserPrincipal::new(
                "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
            )),
        );
        let events = || ServicePrincipal::new("events.amazonaws.com");
        let secure = events().conditions(cfn_json!({ "Bool": { "aws:SecureTransport": "true" } }));
        function.add_permission("Secure", Permission::new(&secure));
        let both = cfn_json!({ "StringEquals": { "aws:PrincipalOrgID": "o-1234567890", "aws:SourceAccount": "1" } });
        function.add_permission("Both", Permission::new(&AccountPrincipal::new("1").with_conditions(both)));
    });
    assert_eq!(
        found,
        ["lambda::permission-principal", "lambda::permission-conditions", "lambda::permission-conditions"]
    );
}

#[test]
fn what_an_import_cannot_permit_is_an_error() {
    let found = codes(|stack| {
        let arn = "arn:aws:lambda:us-east-1:999999999999:function:other";
        let other = Function::from_function_arn(stack, "Other", arn);
        other.grant_invoke(&ServicePrincipal::new("events.amazonaws.com"));
        let skipped = FunctionAttributes::new(arn).skip_permissions(true);
        let skipped = Function::from_function_attributes(stack, "Skipped", skipped);
        skipped.grant_invoke(&ServicePrincipal::new("events.amazonaws.com"));
        assert_eq!(skipped.node().children().len(), 0);
    });
    assert_eq!(found, ["lambda::no-permission", "lambda::grant-invoke"]);
}
