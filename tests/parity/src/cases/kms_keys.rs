//! Keys: every option, policies, admins, aliases; grants in one environment, to services, across stacks, accounts and regions;
//! imported keys and aliases.

use aws_cdk_core::{App, CfnOutput, Duration, Environment, Fn, RemovalPolicy, Stack, cfn_format, cfn_list};
use aws_cdk_iam::{
    AccountPrincipal, IResourceWithPolicy, PolicyDocument, PolicyStatement, Role, ServicePrincipal, User,
};
use aws_cdk_kms::{Alias, IAlias, IKey, Key, KeySpec, KeyUsage};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "KmsKeys");
    let user = User::new(&stack, "User");
    let plain = Key::new(&stack, "Plain");
    options(&stack, &user);

    let name = Fn::join("", cfn_list!["team-", stack.region()]);
    let alias = Alias::builder(&stack, "Alias", name, &plain).removal_policy(RemovalPolicy::Retain).build();
    alias.grant_decrypt(&user);
    Alias::builder(&stack, "TokenAlias", cfn_format!("alias/{}/x", stack.region()), &alias).build();
    Alias::builder(&stack, "LiteralThenToken", cfn_format!("pre-{}", stack.region()), &plain).build();
    let arn = "arn:aws:kms:us-east-1:333333333333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    let imported = Key::from_key_arn(&stack, "Imported", arn);
    imported.grant_encrypt(&user);
    imported.add_alias("imported");
    imported.add_alias("imported2");
    let named = Alias::from_alias_name(&stack, "Named", "alias/named");
    named.grant_decrypt(&user);
    Alias::from_alias_attributes(&stack, "Attributed", "alias/attributed", &plain).grant_encrypt(&user);
    for (id, value) in [
        ("Arn", plain.key_arn()),
        ("Id", plain.key_id()),
        ("AliasArn", alias.alias_arn()),
        ("AliasKeyArn", alias.key_arn()),
        ("AliasName", alias.alias_name()),
        ("ImportedArn", imported.key_arn()),
        ("ImportedId", imported.key_id()),
        ("NamedArn", named.key_arn()),
        ("NamedId", named.key_id()),
    ] {
        CfnOutput::new(&stack, id, value);
    }
    environments(app);
}

fn options(stack: &Stack, user: &User) {
    let full = Key::builder(stack, "Full")
        .alias("full")
        .description("all of it")
        .enable_key_rotation(true)
        .rotation_period(Duration::days(180))
        .enabled(false)
        .multi_region(true)
        .key_spec(KeySpec::SymmetricDefault)
        .key_usage(KeyUsage::EncryptDecrypt)
        .pending_window(Duration::days(7))
        .removal_policy(RemovalPolicy::Destroy)
        .admin(user)
        .admin(&AccountPrincipal::new("222222222222"))
        .build();
    full.add_alias("alias/second");
    full.grant_decrypt(user);
    full.grant_encrypt(&ServicePrincipal::new("logs.amazonaws.com"));
    full.grant_encrypt_decrypt(&AccountPrincipal::new("111111111111"));
    Key::builder(stack, "Rotating").rotation_period(Duration::days(90)).build();
    Key::builder(stack, "NotRotating").enable_key_rotation(false).build();
    let sign = Key::builder(stack, "Sign").key_spec(KeySpec::EccNistP256).key_usage(KeyUsage::SignVerify).build();
    sign.grant_sign(user);
    sign.grant_verify(user);
    sign.grant_sign_verify(user);
    let mac = Key::builder(stack, "Mac").key_spec(KeySpec::Hmac256).key_usage(KeyUsage::GenerateVerifyMac).build();
    mac.grant_generate_mac(user);
    mac.grant_verify_mac(user);
    let statement = PolicyStatement::new().actions(["kms:*"]).resources(["*"]);
    let policy = PolicyDocument::new().statement(statement.principal(&AccountPrincipal::new("111111111111")));
    let own = Key::builder(stack, "OwnPolicy").policy(&policy).build();
    let statement = PolicyStatement::new().actions(["kms:Decrypt"]).resources(["*"]);
    own.add_to_resource_policy(statement.principal(&ServicePrincipal::new("sns.amazonaws.com")));
    own.grant(user, &["kms:DescribeKey"]);
}

fn environments(app: &App) {
    let stack = |id: &str, account: &str, region: &str| {
        Stack::builder(app, id).env(Environment::new().account(account).region(region)).build()
    };
    let lambda = || ServicePrincipal::new("lambda.amazonaws.com");
    let one = stack("KmsOne", "111111111111", "us-east-1");
    let shared = Key::new(&one, "Shared");
    let same = stack("KmsSame", "111111111111", "us-east-1");
    shared.grant_decrypt(&Role::builder(&same, "Role", lambda()).build());
    let remote = stack("KmsRemote", "222222222222", "us-east-1");
    shared.grant_decrypt(&Role::builder(&remote, "Role", lambda()).role_name("remote-role").build());
    let region = stack("KmsRegion", "111111111111", "eu-west-1");
    shared.grant_encrypt(&Role::builder(&region, "Role", lambda()).role_name("region-role").build());
    let later = stack("KmsLater", "222222222222", "us-east-1");
    later.add_stack_dependency(&one);
    shared.grant_sign(&Role::builder(&later, "Role", lambda()).role_name("later-role").build());
    let arn = "arn:aws:kms:us-east-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    let imported = Key::from_key_arn(&remote, "Imported", arn);
    imported.grant_decrypt(&Role::builder(&remote, "Other", lambda()).build());
}
