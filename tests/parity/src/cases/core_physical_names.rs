//! Physical names, given and generated, in stacks of other accounts and regions; values without a name, read from another
//! account with a role.

use aws_cdk_core::{App, CfnOutput, CfnResource, Environment, PhysicalName, Stack, Value, cfn_format};
use aws_cdk_lambda::{Code, Function, Runtime};
use aws_cdk_logs::{ILogGroup, LogGroup};
use aws_cdk_s3::{Bucket, IBucket};
use aws_cdk_sqs::{IQueue, Queue};

pub(super) fn build(app: &App) {
    let stack = |id: &str, account: &str, region: &str| {
        Stack::builder(app, id).env(Environment::new().account(account).region(region)).build()
    };
    let home = stack("PhysicalHome", "111111111111", "eu-west-1");
    let away = stack("PhysicalAway", "222222222222", "eu-west-1");
    let far = stack("PhysicalFar", "111111111111", "us-east-1");
    let beside = stack("PhysicalBeside", "111111111111", "eu-west-1");

    let queue = Queue::builder(&home, "Queue").queue_name("orders").build();
    let generated = Queue::builder(&home, "Generated").queue_name(PhysicalName::GENERATE_IF_NEEDED).build();
    let unused = Queue::builder(&home, "Unused").queue_name(PhysicalName::GENERATE_IF_NEEDED).build();
    let bucket = Bucket::builder(&home, "Bucket").bucket_name(PhysicalName::GENERATE_IF_NEEDED).build();
    let logs = LogGroup::builder(&home, "Logs").log_group_name("/books/logs").build();
    let function = Function::builder(&home, "Fn")
        .function_name("books")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler=()=>{}"))
        .build();
    let raw = CfnResource::builder(&home, "Raw", "Test::Core::Raw").build();

    for stack in [&home, &away, &far, &beside] {
        let out = |id: &str, value: Value<String>| CfnOutput::new(stack, id, value);
        out("QueueName", queue.queue_name());
        out("QueueArn", queue.queue_arn());
        out("GeneratedArn", generated.queue_arn());
        out("BucketArn", cfn_format!("{}/*", bucket.bucket_arn()));
        out("LogsArn", logs.log_group_arn());
        out("FnName", function.function_name());
        out("FnArn", function.function_arn());
        out("RawRef", raw.ref_().into());
    }
    CfnOutput::new(&away, "RawAttribute", raw.get_att("Host"));
    CfnOutput::new(&home, "UnusedName", unused.queue_name());
}
