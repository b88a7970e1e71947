//! IAM: roles, users, groups, policies, principals, merging of statements, imported roles, grants.

use aws_cdk_core::{App, Duration, Stack, cfn_json};
use aws_cdk_iam::{
    AccountPrincipal, AccountRootPrincipal, AnyPrincipal, ArnPrincipal, CompositePrincipal, Effect, FederatedPrincipal,
    FromRoleArnOptions, Grant, GrantOptions, Group, IPrincipal, IRole, ManagedPolicy, OrganizationPrincipal, Policy,
    PolicyDocument, PolicyStatement, PrincipalWithConditions, Role, ServicePrincipal, SessionTagsPrincipal, User,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IamPolicies");
    let inline =
        PolicyDocument::new().statement(PolicyStatement::new().sid("One").actions(["s3:*"]).resources(["*"]));
    let services = CompositePrincipal::new(ServicePrincipal::new("lambda.amazonaws.com"))
        .principal(ServicePrincipal::new("apigateway.amazonaws.com"))
        .principal(AccountPrincipal::new("222222222222"))
        .principal(ArnPrincipal::new("arn:aws:iam::333333333333:role/x"));
    let role = Role::builder(&stack, "Role", services)
        .role_name("role-name")
        .description("d")
        .path("/p/")
        .max_session_duration(Duration::hours(2))
        .external_id("ext")
        .managed_policy(ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"))
        .managed_policy(ManagedPolicy::from_managed_policy_arn(&stack, "Mp", "arn:aws:iam::111111111111:policy/p"))
        .inline_policy("inline", inline)
        .build();
    add_statements(&role);

    let group = Group::builder(&stack, "Group").group_name("group").build();
    let user = User::builder(&stack, "User").user_name("user").group(&group).build();
    let policy = Policy::builder(&stack, "Policy")
        .policy_name("policy-name")
        .statement(PolicyStatement::new().actions(["a:B"]).resources([role.role_arn()]))
        .build();
    policy.attach_to_user(&user);
    policy.attach_to_role(&role);
    Policy::new(&stack, "EmptyPolicy");
    ManagedPolicy::builder(&stack, "Managed")
        .managed_policy_name("m")
        .description("d")
        .statement(PolicyStatement::new().actions(["a:C"]).resources(["*"]))
        .role(&role)
        .build();

    principals(&stack);
    let imported = Role::from_role_arn(&stack, "Imported", "arn:aws:iam::111111111111:role/imported");
    imported.add_to_principal_policy(PolicyStatement::new().actions(["a:D"]).resources(["*"]));
    let frozen = FromRoleArnOptions::new().mutable(false);
    Role::from_role_arn_with(&stack, "Frozen", "arn:aws:iam::111111111111:role/frozen", frozen)
        .add_to_principal_policy(PolicyStatement::new().actions(["a:E"]).resources(["*"]));
    Grant::add_to_principal(
        GrantOptions::new(&user).actions(["a:F", "a:F"]).resource_arns(["arn:aws:a:::1", "arn:aws:a:::2"]),
    );
    role.grant_assume_role(&user);
    role.grant_pass_role(&imported);
}

fn add_statements(role: &Role) {
    const QUEUE: &str = "arn:aws:sqs:us-east-1:111111111111";
    let on = |actions: &[&str], queue: &str| {
        PolicyStatement::new().actions(actions.iter().copied()).resources([format!("{QUEUE}:{queue}")])
    };
    for statement in [
        on(&["sqs:SendMessage"], "b"),
        on(&["sqs:SendMessage"], "a"),
        on(&["sqs:ReceiveMessage", "sqs:DeleteMessage"], "a"),
        on(&["sqs:DeleteMessage"], "a"),
        on(&["sqs:SendMessage"], "c").condition("StringEquals", cfn_json!({ "aws:x": "y" })),
        on(&["sqs:SendMessage"], "d").sid("Named"),
        PolicyStatement::new().effect(Effect::Deny).actions(["sqs:PurgeQueue"]).resources(["*"]),
        PolicyStatement::new().not_actions(["iam:*"]).not_resources(["arn:aws:iam::111111111111:user/x"]),
    ] {
        role.add_to_policy(statement);
    }
}

fn principals(stack: &Stack) {
    let guests = FederatedPrincipal::new("cognito-identity.amazonaws.com")
        .conditions(cfn_json!({ "StringEquals": { "aud": "x" } }))
        .assume_role_action("sts:AssumeRoleWithWebIdentity");
    let tasks = PrincipalWithConditions::new(
        ServicePrincipal::new("ecs-tasks.amazonaws.com"),
        cfn_json!({ "Bool": { "aws:SecureTransport": "true" } }),
    );
    let all = CompositePrincipal::new(guests)
        .principal(OrganizationPrincipal::new("o-a1b2c3d4e5"))
        .principal(AccountRootPrincipal::new())
        .principal(AnyPrincipal::new())
        .principal(tasks)
        .principal(SessionTagsPrincipal::new(ArnPrincipal::new("arn:aws:iam::111111111111:user/u")));
    Role::builder(stack, "Principals", all).build();
}
