//! Functions with every other option: VPC, layers, dead letters, asynchronous calls, keys, management, snapshots, versions of
//! all that, event source mappings, code from parameters.

use aws_cdk_core::{App, CfnOutput, CfnParameter, Duration, Environment, RemovalPolicy, Set, Stack, cfn_json};
use aws_cdk_ec2::{IConnectable, Port, SecurityGroup, SubnetSelection, SubnetType, Vpc, VpcAttributes};
use aws_cdk_iam::{Role, ServicePrincipal};
use aws_cdk_kms::Key;
use aws_cdk_lambda::{
    Alias, Architecture, CfnParametersCode, Code, EventInvokeConfig, EventInvokeConfigOptions, EventSourceMapping,
    Function, FunctionBuilder, IFunction, ILayerVersion, LambdaDestination, LayerVersion, LayerVersionPermission,
    RecursiveLoop, Runtime, RuntimeManagementMode, SnapStartConf, SqsDestination, StartingPosition, Version,
};
use aws_cdk_s3::Bucket;
use aws_cdk_sqs::{IQueue, Queue};

pub(super) fn build(app: &App) {
    let env = Environment::new().account("111111111111").region("us-east-1");
    let stack = Stack::builder(app, "LambdaOptions").env(env).build();
    let in_vpc = network(&stack);
    let zip = Code::from_bucket(&Bucket::from_bucket_name(&stack, "Code", "code-bucket"), "layer.zip");
    let mut versions = layers(&stack, zip.clone());
    versions.push(in_vpc.current_version());

    let queue = Queue::new(&stack, "Queue");
    function(&stack, "DeadGiven").dead_letter_queue(&queue).build();
    let dead = function(&stack, "DeadMade").dead_letter_queue_enabled(true).build();
    function(&stack, "DeadOff").dead_letter_queue_enabled(false).build();
    versions.extend(managed(&stack, zip));
    let alias = asynchronous(&stack, &queue, &dead);
    let mapping = mappings(&stack, &queue, &dead, &alias);
    let parameters = Code::from_cfn_parameters(&CfnParametersCode::new());
    function(&stack, "Parameters").code(parameters).build();
    for (index, version) in versions.iter().enumerate() {
        CfnOutput::new(&stack, format!("Version{index}"), version.function_arn());
    }
    CfnOutput::new(&stack, "MappingArn", mapping.event_source_mapping_arn());
}

fn function(stack: &Stack, id: &str) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, id).runtime(Runtime::NODEJS_22_X).handler("index.handler").code(Code::from_inline("//"))
}

fn network(stack: &Stack) -> Function {
    let vpc = Vpc::builder(stack, "Vpc")
        .availability_zones(["us-east-1a", "us-east-1b"])
        .restrict_default_security_group(false)
        .nat_gateways(1)
        .build();
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a"])
        .private_subnets(["subnet-00000001"])
        .public_subnets(["subnet-00000002"]);
    let imported = Vpc::from_vpc_attributes(stack, "Imported", attributes);
    let group = SecurityGroup::builder(stack, "Group", &imported).build();
    let in_vpc = function(stack, "InVpc").vpc(&vpc).build();
    in_vpc.connections().allow_to(&group, Port::tcp(5432), None);
    function(stack, "NoOutbound")
        .vpc(&vpc)
        .allow_all_outbound(false)
        .allow_all_ipv6_outbound(true)
        .ipv6_allowed_for_dual_stack(true)
        .build();
    function(stack, "Given")
        .vpc(&imported)
        .security_group(&group)
        .vpc_subnets(SubnetSelection::new().subnet_type(SubnetType::Public))
        .allow_public_subnet(true)
        .ipv6_allowed_for_dual_stack(false)
        .build();
    let role = Role::builder(stack, "Role", ServicePrincipal::new("lambda.amazonaws.com")).build();
    function(stack, "GivenRole").vpc(&imported).role(role).build();
    in_vpc
}

fn layers(stack: &Stack, zip: Code) -> Vec<Version> {
    let layer = LayerVersion::builder(stack, "Layer", zip)
        .compatible_runtimes([Runtime::NODEJS_20_X, Runtime::NODEJS_22_X])
        .build();
    let full = LayerVersion::builder(stack, "FullLayer", Code::from_asset(crate::fixture("hello")))
        .compatible_architectures([Architecture::Arm64, Architecture::X86_64])
        .description("d")
        .layer_version_name("full-layer")
        .license("MIT")
        .removal_policy(RemovalPolicy::Retain)
        .build();
    full.add_permission("One", LayerVersionPermission::new("222222222222"));
    full.add_permission("Organization", LayerVersionPermission::new("*").organization_id("o-1234567890"));
    let arn = "arn:aws:lambda:us-east-1:999999999999:layer:shared:3";
    let by_arn = LayerVersion::from_layer_version_arn(stack, "ByArn", arn);
    let parameter = CfnParameter::new(stack, "LayerArn").value_as_string();
    let runtimes = vec![Runtime::NODEJS_22_X, Runtime::NODEJS_24_X];
    let by_token = LayerVersion::from_layer_version_attributes(stack, "ByToken", parameter, Some(runtimes));
    let arn = "arn:aws:lambda:us-east-1:999999999999:layer:unknown:1";
    let unknown = LayerVersion::from_layer_version_attributes(stack, "Attributed", arn, None);
    let layered = function(stack, "Layered").layer(&layer).layer(&full).layer(&by_token).build();
    layered.add_layer(&by_arn);
    layered.add_layer(&unknown);
    let first = layered.current_version();
    let with_arn = function(stack, "LayeredArn").layer(&by_arn).build().current_version();
    let with_unknown = function(stack, "LayeredUnknown").layer(&unknown).build().current_version();
    vec![first, with_arn, with_unknown]
}

fn managed(stack: &Stack, zip: Code) -> [Version; 2] {
    let managed = function(stack, "Managed")
        .environment("A", "b")
        .environment_encryption(&Key::new(stack, "Key"))
        .runtime_management_mode(RuntimeManagementMode::FUNCTION_UPDATE)
        .recursive_loop(RecursiveLoop::Allow)
        .current_version_options(|version| {
            version
                .removal_policy(RemovalPolicy::Retain)
                .description("current")
                .provisioned_concurrent_executions(2)
                .async_invoke(EventInvokeConfigOptions::new().retry_attempts(0))
        })
        .build();
    let first = managed.current_version();
    function(stack, "Manual")
        .runtime_management_mode(RuntimeManagementMode::manual("arn:aws:lambda:us-east-1::runtime:abc"))
        .recursive_loop(RecursiveLoop::Terminate)
        .build();
    let snap = Function::builder(stack, "Snap")
        .runtime(Runtime::JAVA_21)
        .handler("A::b")
        .code(zip)
        .snap_start(SnapStartConf::OnPublishedVersions)
        .runtime_management_mode(RuntimeManagementMode::AUTO)
        .build();
    [first, snap.current_version()]
}

fn asynchronous(stack: &Stack, queue: &Queue, dead: &Function) -> Alias {
    let options = EventInvokeConfigOptions::new()
        .on_failure(SqsDestination::new(queue))
        .on_success(LambdaDestination::new(dead))
        .max_event_age(Duration::hours(1))
        .retry_attempts(0);
    let function = function(stack, "Async").async_invoke(options).build();
    let version = Version::builder(stack, "Version", &function).build();
    version.configure_async_invoke(EventInvokeConfigOptions::new().max_event_age(Duration::minutes(1)));
    let alias = Alias::builder(stack, "Alias", "live", &version).build();
    let options = EventInvokeConfigOptions::new().retry_attempts(2).on_failure(SqsDestination::new(queue));
    alias.configure_async_invoke(options);
    let options = EventInvokeConfigOptions::new().max_event_age(Duration::minutes(2));
    Alias::builder(stack, "Quick", "quick", &version)
        .async_invoke(options.on_success(SqsDestination::new(queue)))
        .build();
    let options = EventInvokeConfigOptions::new().retry_attempts(1);
    Version::builder(stack, "Late", &function).async_invoke(options).build();
    EventInvokeConfig::new(stack, "Config", dead, EventInvokeConfigOptions::new().retry_attempts(1));
    alias
}

fn mappings(stack: &Stack, queue: &Queue, dead: &Function, alias: &Alias) -> EventSourceMapping {
    queue.grant_consume_messages(dead);
    dead.add_event_source_mapping("Queue")
        .event_source_arn(queue.queue_arn())
        .batch_size(5)
        .max_batching_window(Duration::minutes(5))
        .max_concurrency(10)
        .report_batch_item_failures(true)
        .enabled(false)
        .build();
    let mapping = EventSourceMapping::builder(stack, "Stream", alias)
        .event_source_arn("arn:aws:kinesis:us-east-1:111111111111:stream/s")
        .starting_position(StartingPosition::AtTimestamp)
        .starting_position_timestamp(1_640_995_200)
        .bisect_batch_on_error(true)
        .max_record_age(Duration::days(1))
        .retry_attempts(3)
        .parallelization_factor(2)
        .tumbling_window(Duration::minutes(1))
        .filter_encryption(&Key::new(stack, "FilterKey"))
        .filter(cfn_json!({ "kind": ["Order"], "detail": { "total": [{ "exists": true }] } }))
        .build();
    EventSourceMapping::builder(stack, "Kafka", dead)
        .kafka_bootstrap_servers(["kafka.test:9092"])
        .kafka_topic("orders")
        .starting_position(StartingPosition::Latest)
        .build();
    mapping
}
