//! Users, groups, roles, policies, instance profiles, lazy roles and providers with every option, and their attributes.

use aws_cdk_core::{
    App, CfnOutput, Duration, RemovalPolicy, SecretValue, SecretsManagerSecretOptions, Stack, Value,
};
use aws_cdk_iam::{
    AccessKey, AccessKeyStatus,
    Group, IGroup, IInstanceProfile, IManagedPolicy, IOidcProvider, IPrincipal, IRole, ISamlProvider, IUser,
    ImportedManagedPolicy, InstanceProfile, LazyRole, ManagedPolicy, OidcProviderNative, Policy, PolicyDocument,
    PolicyStatement, Role, SamlProvider, ServicePrincipal, User,
};

fn aws(name: &str) -> ImportedManagedPolicy {
    ManagedPolicy::from_aws_managed_policy_name(name)
}

fn statement(name: &str) -> PolicyStatement {
    PolicyStatement::new().actions([format!("a:{name}")]).resources(["*"])
}

fn document(name: &str) -> PolicyDocument {
    PolicyDocument::new().statement(statement(name))
}

fn out(stack: &Stack, name: &str, value: impl Into<Value<String>>) {
    CfnOutput::new(stack, name, value.into());
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IamIdentities");
    let group = Group::builder(&stack, "Group")
        .group_name("g")
        .path("/g/")
        .managed_policy(aws("A"))
        .managed_policy(aws("B"))
        .build();
    let plain = Group::new(&stack, "PlainGroup");
    plain.add_managed_policy(&aws("C"));
    plain.add_to_policy(statement("Group"));
    let user = User::builder(&stack, "User")
        .user_name("u")
        .path("/u/")
        .group(&group)
        .managed_policy(aws("A"))
        .permissions_boundary(&aws("P"))
        .build();
    user.add_to_group(&plain);
    user.add_managed_policy(&aws("B"));
    user.add_to_policy(statement("User"));
    plain.add_user(&User::new(&stack, "Member"));
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("x"))
        .description("")
        .managed_policies([aws("A"), aws("A")])
        .max_session_duration(Duration::hours(12))
        .path("/")
        .inline_policy("b", document("B"))
        .inline_policy("a", document("A").assign_sids(true))
        .build();
    role.add_managed_policy(&aws("A"));
    role.add_managed_policy(&aws("Z"));
    out(&stack, "groupName", group.group_name());
    out(&stack, "groupArn", group.group_arn());
    out(&stack, "userName", user.user_name());
    out(&stack, "userArn", user.user_arn());
    out(&stack, "roleName", role.role_name());
    out(&stack, "roleArn", role.role_arn());
    out(&stack, "roleId", role.role_id());
    policies(&stack, &user, [&group, &plain], &role);
    managed_policies(&stack, &user, [&group, &plain], &role);
    profiles(&stack, &role);
    lazy_roles(&stack);
    credentials(&stack, &user);
    let oidc = OidcProviderNative::builder(&stack, "Oidc", "https://oidc.example.com")
        .removal_policy(RemovalPolicy::Retain)
        .build();
    out(&stack, "OidcArn", oidc.oidc_provider_arn());
    out(&stack, "OidcIssuer", oidc.oidc_provider_issuer());
    out(&stack, "SamlArn", SamlProvider::builder(&stack, "Saml", "<xml/>").build().saml_provider_arn());
}

fn policies(stack: &Stack, user: &User, [group, plain]: [&Group; 2], role: &Role) {
    Policy::builder(stack, "Unattached").statement(statement("Unattached")).build();
    let of_empty = Role::builder(stack, "OfEmpty", ServicePrincipal::new("x")).build();
    Policy::builder(stack, "Empty").role(&of_empty).build();
    Policy::builder(stack, "Forced").force(true).statement(statement("Forced")).group(group).build();
    let named = Policy::builder(stack, "Named")
        .statement(statement("Named"))
        .user(user)
        .group(group)
        .group(plain)
        .role(role)
        .policy_name("named")
        .build();
    out(stack, "NamedName", named.policy_name());
    let generated = Policy::builder(stack, "Generated").document(document("Generated")).build();
    role.attach_inline_policy(&generated);
    role.attach_inline_policy(&generated);
    out(stack, "GeneratedName", generated.policy_name());
    let renamed = Policy::builder(stack, "Renamed").statement(statement("Renamed")).role(role).build();
    renamed.default_child().override_logical_id("OtherId");
    Policy::builder(stack, format!("Long{}", "Name".repeat(60))).statement(statement("Long")).role(role).build();
}

fn managed_policies(stack: &Stack, user: &User, [group, plain]: [&Group; 2], role: &Role) {
    let managed = ManagedPolicy::builder(stack, "Managed")
        .statement(statement("Managed"))
        .user(user)
        .group(group)
        .role(role)
        .path("/m/")
        .description("m")
        .managed_policy_name("mm")
        .build();
    let other = ManagedPolicy::builder(stack, "PlainManaged").document(document("PlainManaged")).build();
    other.add_statements([statement("More")]);
    other.attach_to_user(user);
    other.attach_to_role(role);
    other.attach_to_role(role);
    other.attach_to_group(plain);
    out(stack, "ManagedArn", managed.managed_policy_arn());
    out(stack, "ManagedName", managed.managed_policy_name());
}

fn profiles(stack: &Stack, role: &Role) {
    let profile = InstanceProfile::builder(stack, "Profile").build();
    let all = InstanceProfile::builder(stack, "ProfileAll")
        .instance_profile_name("ip")
        .path("/ip/")
        .role(role.clone())
        .build();
    out(stack, "ProfileName", profile.instance_profile_name());
    out(stack, "ProfileArn", all.instance_profile_arn());
    if let Some(role) = profile.role() {
        role.add_to_principal_policy(statement("Profile"));
    }
}

fn credentials(stack: &Stack, user: &User) {
    let secret = SecretValue::secrets_manager("password", SecretsManagerSecretOptions::new());
    User::builder(stack, "Console").password(&secret).password_reset_required(true).build();
    User::builder(stack, "Password").password(&secret).build();
    let key = AccessKey::builder(stack, "Key", user).serial(2).status(AccessKeyStatus::Inactive).build();
    out(stack, "KeyId", key.access_key_id());
    out(stack, "KeySecret", key.secret_access_key().unsafe_unwrap());
    AccessKey::builder(stack, "PlainKey", user).build();
}

fn lazy_roles(stack: &Stack) {
    let make = |scope: &_| Role::builder(scope, "Default", ServicePrincipal::new("x"));
    let unused = LazyRole::new(stack, "LazyUnused", make);
    unused.add_to_principal_policy(statement("Never"));
    let lazy = LazyRole::new(stack, "Lazy", move |scope| make(scope).description("lazy"));
    lazy.add_to_principal_policy(statement("Lazy"));
    lazy.add_managed_policy(&aws("L"));
    lazy.attach_inline_policy(&Policy::builder(stack, "OfLazy").statement(statement("OfLazy")).build());
    out(stack, "LazyArn", lazy.role_arn());
    lazy.add_to_principal_policy(statement("Later"));
}
