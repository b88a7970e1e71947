//! Roles, users, groups, instance profiles and managed policies used from another account and another region.

use aws_cdk_core::{App, CfnOutput, Environment, PhysicalName, Stack, Value};
use aws_cdk_iam::{
    Group, IGroup, IInstanceProfile, IManagedPolicy, IRole, IUser, InstanceProfile, ManagedPolicy, PolicyStatement,
    Role, ServicePrincipal, User,
};

pub(super) fn build(app: &App) {
    let env = |account: &str, region: &str| Environment::new().account(account).region(region);
    let producer = Stack::builder(app, "IamProducer").env(env("111111111111", "us-east-1")).build();
    let role = |id: &str| Role::builder(&producer, id, ServicePrincipal::new("x"));
    let named = role("Named").role_name("named").path("/p/q/").build();
    let generated = role("Generated").role_name(PhysicalName::GENERATE_IF_NEEDED).build();
    role("Unused").role_name(PhysicalName::GENERATE_IF_NEEDED).build();
    let user = User::builder(&producer, "User").user_name("user").path("/u/").build();
    let group = Group::builder(&producer, "Group").group_name("group").build();
    let profile =
        InstanceProfile::builder(&producer, "Profile").instance_profile_name("profile").path("/ip/").build();
    let managed = ManagedPolicy::builder(&producer, "Managed")
        .managed_policy_name("managed")
        .path("/m/")
        .statement(PolicyStatement::new().actions(["a:A"]).resources(["*"]))
        .build();
    let profile_role = profile.role().map_or_else(|| "".into(), |role| role.role_arn());
    let others = [
        ("IamOtherAccount", env("222222222222", "us-east-1")),
        ("IamOtherRegion", env("111111111111", "eu-west-1")),
    ];
    for (id, env) in others {
        let stack = Stack::builder(app, id).env(env).build();
        let out = |name: &str, value: Value<String>| {
            CfnOutput::new(&stack, name, value);
        };
        out("NamedArn", named.role_arn());
        out("NamedName", named.role_name());
        out("GeneratedArn", generated.role_arn());
        out("UserArn", user.user_arn());
        out("UserName", user.user_name());
        out("GroupArn", group.group_arn());
        out("GroupName", group.group_name());
        out("ProfileArn", profile.instance_profile_arn());
        out("ProfileName", profile.instance_profile_name());
        out("ProfileRoleArn", profile_role.clone());
        out("ManagedArn", managed.managed_policy_arn());
        let local = Role::builder(&stack, "Local", named.clone()).build();
        named.grant_assume_role(&local);
        generated.grant_pass_role(&local);
        let both = [named.role_arn(), generated.role_arn()];
        local.add_to_policy(PolicyStatement::new().actions(["sts:AssumeRole"]).resources(both));
    }
}
