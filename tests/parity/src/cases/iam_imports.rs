//! Imported roles, users, groups, policies and instance profiles, and what is attached to them.

use std::rc::Rc;

use aws_cdk_core::{App, Aws, CfnOutput, CfnParameter, Environment, Fn, Stack, Value, cfn_format};
use aws_cdk_iam::{
    CompositePrincipal, FromRoleArnOptions, Group, IGroup, IInstanceProfile, IPolicy, IPrincipal, IRole, IUser,
    InstanceProfile, ManagedPolicy, OidcProviderNative, Policy, PolicyStatement, Role, User,
};

pub(super) fn build(app: &App) {
    imports(&Stack::new(app, "IamImports"));
    let env = Environment::new().account("111111111111").region("us-east-1");
    imports(&Stack::builder(app, "IamImportsEnv").env(env).build());
}

fn statement(name: &str) -> PolicyStatement {
    PolicyStatement::new().actions([format!("a:{name}")]).resources(["*"])
}

fn out(stack: &Stack, name: &str, value: impl Into<Value<String>>) {
    CfnOutput::new(stack, name, value.into());
}

fn imports(stack: &Stack) {
    let param = CfnParameter::new(stack, "Param");
    let roles = roles(stack, &param);
    for (name, role) in &roles {
        out(stack, &format!("{name}Arn"), role.role_arn());
        out(stack, &format!("{name}Name"), role.role_name());
        role.add_to_principal_policy(statement(name));
        role.add_to_principal_policy(statement(&format!("{name}2")));
    }
    let inline = Policy::builder(stack, "Inline").statement(statement("Inline")).build();
    roles.iter().for_each(|(_, role)| role.attach_inline_policy(&inline));
    let attached = Policy::builder(stack, "Attached").statement(statement("Attached")).build();
    roles.iter().for_each(|(_, role)| attached.attach_to_role(role));
    let managed = ManagedPolicy::builder(stack, "Managed").statement(statement("Managed")).build();
    for index in [0, 1, 5, 0] {
        roles[index].1.add_managed_policy(&managed);
    }
    identities(stack, &roles[0].1, &attached);

    let by_name = ManagedPolicy::from_managed_policy_name(stack, "ByName", "p/managed");
    let by_arn = ManagedPolicy::from_managed_policy_arn(stack, "ByArn", Fn::import_value("policy-arn"));
    User::builder(stack, "HasImported")
        .managed_policy(by_name)
        .managed_policy(by_arn)
        .managed_policy(ManagedPolicy::from_aws_managed_policy_name("job-function/Billing"))
        .build();
    out(stack, "PolicyName", Policy::from_policy_name(stack, "PolicyByName", "inline-name").policy_name());
    let arn = "arn:aws:iam::111111111111:instance-profile/p/x";
    let token = Fn::import_value("profile");
    let profiles = [
        ("Name", InstanceProfile::from_instance_profile_name(stack, "ProfileName", "profile")),
        ("Arn", InstanceProfile::from_instance_profile_arn(stack, "ProfileArn", arn)),
        ("Token", InstanceProfile::from_instance_profile_arn(stack, "ProfileToken", token).with_role(roles[0].1.clone())),
    ];
    for (name, profile) in profiles {
        out(stack, &format!("profile{name}Arn"), profile.instance_profile_arn());
        out(stack, &format!("profile{name}Name"), profile.instance_profile_name());
    }
    let oidc =
        OidcProviderNative::from_oidc_provider_arn(stack, "Oidc", "arn:aws:iam::111111111111:oidc-provider/a/b");
    out(stack, "OidcIssuer", oidc.oidc_provider_issuer());
}

fn roles(stack: &Stack, param: &CfnParameter) -> [(&'static str, Rc<dyn IRole>); 7] {
    let arn = |account: &str, name: &str| format!("arn:aws:iam::{account}:role/{name}");
    let partial =
        cfn_format!("arn:{}:iam::{}:role/p/{}", Aws::PARTITION, Aws::ACCOUNT_ID, param.value_as_string());
    let named = FromRoleArnOptions::new().default_policy_name("MyPolicy");
    let frozen = FromRoleArnOptions::new().mutable(false);
    let grants = frozen.clone().add_grants_to_resources(true);
    [
        ("same", Role::from_role_arn(stack, "Same", arn("111111111111", "p/a/same"))),
        ("other", Role::from_role_arn(stack, "Other", arn("999999999999", "other"))),
        ("token", Role::from_role_arn(stack, "Token", Fn::import_value("role-arn"))),
        ("partial", Role::from_role_arn(stack, "Partial", partial)),
        ("named", Role::from_role_name_with(stack, "Named", "named", named)),
        ("frozen", Role::from_role_arn_with(stack, "Frozen", arn("111111111111", "frozen"), frozen)),
        ("frozenGrants", Role::from_role_arn_with(stack, "FrozenGrants", arn("111111111111", "frozen2"), grants)),
    ]
}

fn identities(stack: &Stack, same: &Rc<dyn IRole>, attached: &Policy) {
    let users = [
        ("named", User::from_user_name(stack, "UserNamed", "user")),
        ("arn", User::from_user_arn(stack, "UserArn", "arn:aws:iam::111111111111:user/p/u")),
        ("token", User::from_user_arn(stack, "UserToken", Fn::import_value("user-arn"))),
    ];
    let group = Group::new(stack, "Group");
    let groups = [
        ("named", Group::from_group_name(stack, "GroupNamed", "group")),
        ("arn", Group::from_group_arn(stack, "GroupArn", "arn:aws:iam::111111111111:group/p/g")),
        ("token", Group::from_group_arn(stack, "GroupToken", Fn::import_value("group-arn"))),
    ];
    for (name, user) in &users {
        out(stack, &format!("user{name}Arn"), user.user_arn());
        out(stack, &format!("user{name}Name"), user.user_name());
        user.add_to_principal_policy(statement(name));
        if *name != "token" {
            user.add_to_group(&group);
            groups[1].1.add_user(user);
        }
    }
    for (name, group) in &groups {
        out(stack, &format!("group{name}Arn"), group.group_arn());
        out(stack, &format!("group{name}Name"), group.group_name());
        group.add_to_principal_policy(statement(name));
    }
    attached.attach_to_user(&users[1].1);
    attached.attach_to_group(&groups[1].1);
    users[0].1.attach_inline_policy(attached);
    groups[0].1.attach_inline_policy(attached);
    let all =
        CompositePrincipal::new(same.clone()).principal(users[0].1.clone()).principal(groups[1].1.clone());
    Role::builder(stack, "OfImported", all).build();
}
