//! Grants of the right to invoke functions, versions, aliases and URLs, to principals of every kind, in the same and in other
//! accounts; permissions with every option and condition; URLs with every option.

use aws_cdk_core::{App, CfnOutput, Duration, Environment, Set, Stack, cfn_json};
use aws_cdk_iam::{
    AccountPrincipal, AccountRootPrincipal, AnyPrincipal, ArnPrincipal, CompositePrincipal, IGrantable, IPrincipal,
    OrganizationPrincipal, Role, ServicePrincipal, User,
};
use aws_cdk_lambda::{
    Alias, Code, Function, FunctionAttributes, FunctionBuilder, FunctionUrl, FunctionUrlAuthType, FunctionUrlCorsOptions, HttpMethod,
    IFunction, ImportedFunction, InvokeMode, Permission, Runtime, Version,
};

pub(super) fn build(app: &App) {
    let env = |account: &str| Environment::new().account(account).region("us-east-1");
    let stack = Stack::builder(app, "LambdaGrants").env(env("111111111111")).build();
    let function = function(&stack, "Fn").function_name("named").build();
    let user = User::new(&stack, "User");
    let other = Stack::builder(app, "LambdaGrantsOther").env(env("222222222222")).build();
    let remote =
        Role::builder(&other, "Role", ServicePrincipal::new("lambda.amazonaws.com")).role_name("remote").build();
    let imported = Role::from_role_arn(&stack, "ImportedRole", "arn:aws:iam::333333333333:role/imported");
    let events = ServicePrincipal::new("events.amazonaws.com");
    let (second, own) = (AccountPrincipal::new("222222222222"), AccountPrincipal::new("111111111111"));
    let bucket = ServicePrincipal::new("s3.amazonaws.com").conditions(cfn_json!({
        "ArnLike": { "aws:SourceArn": "arn:aws:s3:::bucket" },
        "StringEquals": { "aws:SourceAccount": "111111111111" },
    }));
    let of_organization = AccountPrincipal::new("555555555555")
        .with_conditions(cfn_json!({ "StringEquals": { "aws:PrincipalOrgID": "o-1234567890" } }));
    let principals: [&dyn IGrantable; 11] = [
        &user,
        &events,
        &second,
        &own,
        &ArnPrincipal::new("arn:aws:iam::444444444444:role/x"),
        &OrganizationPrincipal::new("o-1234567890"),
        &bucket,
        &of_organization,
        &AnyPrincipal::new().in_organization("o-abcdefghij"),
        &remote,
        &imported,
    ];
    for principal in principals {
        function.grant_invoke(principal);
        function.grant_invoke(principal);
    }
    function.grant_invoke_latest_version(&user);
    function.grant_invoke_latest_version(&second);
    let several = CompositePrincipal::new(ServicePrincipal::new("sns.amazonaws.com"))
        .principal(AccountPrincipal::new("666666666666"));
    function.grant_invoke_composite_principal(&several);
    let url_function = self::function(&stack, "UrlFn").build();
    for principal in &principals[..4] {
        url_function.grant_invoke_url(*principal);
    }
    let version = Version::builder(&stack, "Version", &function).build();
    let alias = Alias::builder(&stack, "Alias", "live", &version).build();
    version.grant_invoke(&user);
    version.grant_invoke(&events);
    alias.grant_invoke(&user);
    alias.grant_invoke(&events);
    let seven = Version::from_version_attributes(&stack, "Seven", "7", &function);
    function.grant_invoke_version(&user, &seven);
    let same = imports(&stack, &user, &events);
    permissions(&function);
    urls(&stack, &function, &url_function, &alias, &same);
}

fn function(stack: &Stack, id: &str) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, id)
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("//"))
}

fn imports(stack: &Stack, user: &User, events: &ServicePrincipal) -> ImportedFunction {
    let same = Function::from_function_arn(stack, "Same", "arn:aws:lambda:us-east-1:111111111111:function:same");
    let attributes = |name: &str| FunctionAttributes::new(format!("arn:aws:lambda:us-east-1:999999999999:function:{name}"));
    let given = attributes("x").same_environment(true);
    let given = Function::from_function_attributes(stack, "SameEnvironment", given);
    let skipped = attributes("y").skip_permissions(true);
    let skipped = Function::from_function_attributes(stack, "Skipped", skipped);
    for imported in [&same, &given, &skipped] {
        imported.grant_invoke(user);
        imported.grant_invoke(events);
    }
    same
}

fn permissions(function: &Function) {
    let full = Permission::new(&ServicePrincipal::new("alexa-appkit.amazon.com"))
        .event_source_token("token")
        .source_account("1")
        .source_arn("arn:aws:s3:::b")
        .organization_id("o-1234567890")
        .action("lambda:InvokeFunction");
    function.add_permission("Full", full);
    let url = Permission::new(&AnyPrincipal::new())
        .action("lambda:InvokeFunctionUrl")
        .function_url_auth_type(FunctionUrlAuthType::AwsIam)
        .invoked_via_function_url(false);
    function.add_permission("Url", url);
    function.add_permission("Short", Permission::new(&ServicePrincipal::new("events")));
    function.add_permission("Root", Permission::new(&AccountRootPrincipal::new()));
}

fn urls(stack: &Stack, function: &Function, url_function: &Function, alias: &Alias, same: &ImportedFunction) {
    let url = url_function.add_function_url().build();
    url.grant_invoke_url(&AccountPrincipal::new("777777777777"));
    let cors = FunctionUrlCorsOptions::new()
        .allow_credentials(true)
        .allowed_headers(["a"])
        .allowed_methods([HttpMethod::Get, HttpMethod::Post])
        .allowed_origins(["https://a.test"])
        .exposed_headers(["b"])
        .max_age(Duration::minutes(1));
    let open = function
        .add_function_url()
        .auth_type(FunctionUrlAuthType::None)
        .invoke_mode(InvokeMode::ResponseStream)
        .cors(cors)
        .build();
    let alias_url =
        alias.add_function_url().auth_type(FunctionUrlAuthType::None).cors(FunctionUrlCorsOptions::new()).build();
    FunctionUrl::builder(stack, "OwnUrl", same)
        .auth_type(FunctionUrlAuthType::AwsIam)
        .invoke_mode(InvokeMode::Buffered)
        .build();
    CfnOutput::new(stack, "UrlOut", url.url());
    CfnOutput::new(stack, "OpenArnOut", open.function_arn());
    CfnOutput::new(stack, "AliasUrlOut", alias_url.url());
}
