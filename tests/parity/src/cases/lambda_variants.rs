//! Functions: inline, directories, an archive, code in a bucket; every simple option, versions, aliases, a URL, permissions.

use aws_cdk_core::{App, CfnOutput, Duration, Size, Stack};
use aws_cdk_core::AssetOptions;
use aws_cdk_iam::{ManagedPolicy, PolicyStatement, Role, ServicePrincipal};
use aws_cdk_lambda::{
    Alias, Architecture, Code, Function, FunctionBuilder, FunctionUrlAuthType, IFunction, LoggingFormat, Permission,
    Runtime, Tracing,
};
use aws_cdk_logs::{LogGroup, RetentionDays};
use aws_cdk_s3::Bucket;

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "LambdaVariants");
    let inline = node(&stack, "Inline", Code::from_inline("exports.handler = async () => {};")).build();
    node(&stack, "Directory", Code::from_asset(crate::fixture("hello"))).build();
    node(&stack, "SameDirectory", Code::from_asset(crate::fixture("hello"))).build();
    let without_text = Code::from_asset_with(crate::fixture("nested"), AssetOptions::new().exclude(["*.txt"]));
    node(&stack, "NestedDirectory", without_text).build();
    node(&stack, "NestedAll", Code::from_asset(crate::fixture("nested"))).build();
    Function::builder(&stack, "Zip")
        .runtime(Runtime::PYTHON_3_13)
        .handler("index.handler")
        .code(Code::from_asset(crate::fixture("bundle.zip")))
        .build();
    let bucket = Bucket::from_bucket_name(&stack, "Code", "code-bucket");
    node(&stack, "FromBucket", Code::from_bucket_version(&bucket, "key.zip", "v1")).build();
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("lambda.amazonaws.com"))
        .managed_policy(ManagedPolicy::from_aws_managed_policy_name("service-role/AWSLambdaBasicExecutionRole"))
        .build();
    full(&stack, &role);

    let alias = Alias::builder(&stack, "Alias", "live", &inline.current_version()).description("alias").build();
    inline.add_alias("other").build();
    let url = inline.add_function_url().auth_type(FunctionUrlAuthType::None).build();
    inline.grant_invoke(&role);
    let permission = Permission::new(&ServicePrincipal::new("events.amazonaws.com"))
        .source_arn("arn:aws:events:us-east-1:111111111111:rule/r")
        .source_account("111111111111");
    inline.add_permission("Perm", permission);
    CfnOutput::new(&stack, "AliasArn", alias.function_arn());
    CfnOutput::new(&stack, "Url", url.url());
    if let Some(group) = inline.log_group() {
        CfnOutput::new(&stack, "LogGroupName", group.log_group_name());
    }
}

type Ready = FunctionBuilder<aws_cdk_core::Set, aws_cdk_core::Set, aws_cdk_core::Set>;

fn node(stack: &Stack, id: &str, code: Code) -> Ready {
    Function::builder(stack, id).runtime(Runtime::NODEJS_22_X).handler("index.handler").code(code)
}

fn full(stack: &Stack, role: &Role) {
    let logs = LogGroup::builder(stack, "GivenLogs").retention(RetentionDays::OneDay).build();
    let full = node(stack, "Full", Code::from_inline("//"))
        .role(role.clone())
        .function_name("full-name")
        .description("all of it")
        .timeout(Duration::minutes(1))
        .memory_size(512)
        .architecture(Architecture::Arm64)
        .environment("ZED", "z")
        .environment("ALPHA", stack.region())
        .tracing(Tracing::Active)
        .reserved_concurrent_executions(5)
        .ephemeral_storage_size(Size::gibibytes(1))
        .logging_format(LoggingFormat::Json)
        .log_group(&logs)
        .initial_policy(PolicyStatement::new().actions(["s3:GetObject"]).resources(["*"]))
        .build();
    full.add_environment("ADDED", "later");
    full.add_to_role_policy(PolicyStatement::new().actions(["s3:PutObject"]).resources(["*"]));
}
